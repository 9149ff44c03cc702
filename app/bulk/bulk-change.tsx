import Link from 'next/link';
import { BulkPreview } from '@/components/roster/bulk-preview';
import { ChangeFields } from '@/components/roster/change-fields';
import { ChosenActions } from '@/components/roster/chosen-actions';
import { Button, ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { TextArea } from '@/components/ui/text-area';
import { WithProblems } from '@/components/ui/with-problems';
import { previewBulkChange } from '@/features/enrollment/roster/preview-bulk-change';
import { endings, staffActions } from '@/rules/enrollment/roster-actions';
import { refusals } from '@/rules/refusals';
import { oneOfThese, viewQuery } from '@/rules/tables/table-view';
import { call } from '@/server/call';
import { withQuery } from '../table-query';
import { startBulkChangeAction } from './actions';

/** What of an address is about the action, not about who was chosen. */
const ofAction = ['do', 'to', 'ending', 'date', 'days', 'again'];

/**
 * The page between a table and a batch: what to do with the chosen, what it would come to, and the button that
 * begins it. Everything but that button only asks, so it stands in the address and can be gone back to.
 */
export async function BulkChange({
  course,
  asked,
  table,
}: {
  course: string | null;
  asked: URLSearchParams;
  table: string;
}) {
  const action = oneOfThese(staffActions, asked.get('do'));
  const ending = oneOfThese(endings, asked.get('ending')) ?? '';
  const values = {
    to: asked.get('to') ?? '',
    ending,
    date: (asked.get('date') ?? '').slice(0, 10),
    days: (asked.get('days') ?? '').slice(0, 20),
  };
  const chosen = [...asked].filter(([name]) => !ofAction.includes(name));
  const query = new URLSearchParams(chosen).toString();
  const found = await call(previewBulkChange, { course, query, action, ...values });
  const { total, actions, cohorts, preview, problems } = found;
  const offered = actions.find((one) => one.action === action) ?? null;
  const here = `${table}/act`;
  const back = withQuery(table, viewQuery(new URLSearchParams(query)));
  const who = total === 1 ? '1 enrollment is chosen' : `${total.toLocaleString('en')} enrollments are chosen`;
  return (
    <Page width="text">
      <Link href={back} prefetch={false} className="roster-back">
        ← Back to the table
      </Link>
      <PageTitle lead={total > 0 ? `${who}. Nothing is done before you confirm it.` : undefined}>
        Change enrollments
      </PageTitle>
      {total === 0 ? (
        <Empty
          title="Nobody was chosen"
          action={
            <ButtonLink look="secondary" href={back}>
              Back to the table
            </ButtonLink>
          }
        >
          Tick some rows, or choose all that match.
        </Empty>
      ) : (
        <div className="grid gap-8">
          {asked.get('again') && <Notice title="Look at it again">{refusals['preview-again']}</Notice>}
          <ChosenActions action={here} fields={chosen} actions={actions} open={action} counted />
          {offered && (
            <>
              {(offered.takesEnd || (offered.takesCohort && cohorts.length > 0)) && (
                <form action={here} className="grid gap-4" aria-label={`${offered.label}: how`}>
                  {[...chosen, ['do', offered.action] as const].map(([name, value], index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a field can be there twice, and their order stands
                    <input key={index} type="hidden" name={name} value={value} />
                  ))}
                  <WithProblems problems={problems}>
                    <ChangeFields offered={offered} cohorts={cohorts} values={values} />
                  </WithProblems>
                  <div>
                    <Button look="secondary">Preview it so</Button>
                  </div>
                </form>
              )}
              {preview && (
                <BulkPreview label={offered.label} preview={preview} withCourse={course === null} />
              )}
              {preview && total > found.most && <Notice tone="bad">{refusals['too-many-at-once']}</Notice>}
              {preview && preview.will > 0 && total <= found.most && (
                <Form
                  action={startBulkChangeAction}
                  submitLabel={`${offered.label}: ${preview.will.toLocaleString('en')} of ${total.toLocaleString('en')}`}
                  pendingLabel="Beginning …"
                  look={offered.action === 'remove' ? 'danger' : 'primary'}
                >
                  {Object.entries({
                    course: course ?? '',
                    query,
                    action: offered.action,
                    ...values,
                    total,
                    will: preview.will,
                  }).map(([name, value]) => (
                    <input key={name} type="hidden" name={name} value={value} />
                  ))}
                  {offered.reason !== 'none' && (
                    <TextArea
                      name="reason"
                      label={offered.reason === 'required' ? 'Reason' : 'Reason, if you want to give one'}
                      hint="The learners will read it, and it stays in the history."
                      maxLength={2000}
                    />
                  )}
                </Form>
              )}
            </>
          )}
        </div>
      )}
    </Page>
  );
}
