import type { Metadata } from 'next';
import { DeletedSets } from '@/components/studio/bank/deleted-sets';
import { SetList } from '@/components/studio/bank/set-list';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listBank } from '@/features/authoring/bank/list-bank';
import { call } from '@/server/call';
import { addBankSetAction, restoreBankSetAction } from './actions';

export const metadata: Metadata = { title: 'Question bank' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BankPage({ params, searchParams }: Props) {
  const [{ course }, query] = await Promise.all([params, searchParams]);
  const { sets, deleted, mayEdit } = await call(listBank, { course });
  const gone = deleted.find(({ deletion }) => deletion === query.deleted);
  const back = sets.find(({ fileId }) => fileId === query.restored);
  return (
    <Page>
      <PageTitle lead="Sets of questions from which quizzes draw: each attempt asks others. What no quiz draws from is not published.">
        Question bank
      </PageTitle>
      {gone && (
        <Notice tone="good">
          “{gone.title}” is deleted. It can be brought back at the end of this page.
        </Notice>
      )}
      {back && <Notice tone="good">“{back.title}” is back.</Notice>}
      {sets.length > 0 ? (
        <SetList course={course} sets={sets} />
      ) : (
        <Empty title="No sets yet">
          {mayEdit
            ? 'Begin with the title of a set, write its questions as in a lesson, and say in the details of a quiz how many it draws.'
            : 'The people who write this course have not added any.'}
        </Empty>
      )}
      {mayEdit && (
        <p className="mt-8">
          <ButtonLink look="secondary" href={`/teach/${course}/bank/import`}>
            Import questions
          </ButtonLink>
        </p>
      )}
      {mayEdit && (
        <section aria-labelledby="new-set" className="mt-12 max-w-md">
          <h2 id="new-set" className="mb-4 text-2xl">
            A new set
          </h2>
          <Form
            action={addBankSetAction}
            submitLabel="Add the set"
            pendingLabel="Adding …"
            look="secondary"
            className="grid justify-items-start gap-5"
          >
            <input type="hidden" name="course" value={course} />
            <Field
              name="title"
              label="Title"
              hint="For example Hash functions."
              autoComplete="off"
              className="w-full"
            />
          </Form>
        </section>
      )}
      {deleted.length > 0 && (
        <DeletedSets
          course={course}
          sets={deleted}
          now={new Date()}
          restore={mayEdit ? restoreBankSetAction : null}
        />
      )}
    </Page>
  );
}
