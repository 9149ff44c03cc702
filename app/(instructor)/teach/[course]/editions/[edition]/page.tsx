import type { Metadata } from 'next';
import Link from 'next/link';
import { learnersInWords } from '@/components/studio/publish/edition-list';
import { ImpactView } from '@/components/studio/publish/impact-view';
import { MoveChoices } from '@/components/studio/publish/move-choices';
import { Part } from '@/components/studio/publish/part';
import { RestoreFiles } from '@/components/studio/publish/restore-files';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { getEdition, type ShownEdition } from '@/features/authoring/publishing/get-edition';
import { refusals } from '@/rules/refusals';
import { instantWords } from '@/rules/time/ago';
import { call } from '@/server/call';
import { moveLearnersAction, restoreEditionAction } from '../actions';

type Props = { params: Promise<{ course: string; edition: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Edition ${(await params).edition}` };
}

export default async function EditionPage({ params }: Props) {
  const { course, edition: number } = await params;
  const shown = await call(getEdition, { course, edition: number });
  const { slug, edition } = shown;
  return (
    <Page>
      <Link href={`/teach/${slug}/editions`} prefetch={false} className="pub-back">
        ← Editions
      </Link>
      <PageTitle
        lead={`Published ${instantWords(edition.publishedAt)}, ${edition.publisher ? `by ${edition.publisher}` : 'from files on the server'}. ${learnersInWords(edition.learners)}.`}
      >
        Edition {edition.number}
        {edition.current && <span className="pub-current">What new learners get</span>}
      </PageTitle>
      {edition.note && <p className="-mt-3 mb-6 max-w-prose whitespace-pre-line">{edition.note}</p>}
      <div className="mb-10 flex flex-wrap gap-3">
        <ButtonLink href={`/teach/${slug}/preview/${edition.number}`} look="secondary">
          Preview
        </ButtonLink>
        <ButtonLink href={`/teach/${slug}/editions/${edition.number}/compare/draft`} look="secondary">
          Compare with the draft
        </ButtonLink>
      </div>
      <Move shown={shown} />
      <Restore shown={shown} />
    </Page>
  );
}

function Move({ shown: { slug, edition, impact, mayEdit } }: { shown: ShownEdition }) {
  if (!impact) return null;
  const { untouched, everyone } = impact.choices;
  return (
    <Part
      id="move"
      title="Move learners"
      about="Who finished the course stays on the edition they finished. So does everybody who left or whose time is over."
    >
      <ImpactView impact={impact} finished={null} />
      {impact.learners > 0 && mayEdit && (
        <Form
          action={moveLearnersAction}
          submitLabel="Move them"
          pendingLabel="Moving …"
          className="mt-6 grid justify-items-start gap-6 [&>*]:w-full [&>button]:w-auto"
        >
          <input type="hidden" name="course" value={slug} />
          <input type="hidden" name="edition" value={edition.number} />
          <MoveChoices
            legend={`Who moves to edition ${edition.number}`}
            choices={{ untouched, everyone }}
            learners={impact.learners}
          />
        </Form>
      )}
    </Part>
  );
}

function Restore({ shown: { slug, edition, restore, reviewed, mayEdit } }: { shown: ShownEdition }) {
  return (
    <Part
      id="restore"
      title="Make it the draft again"
      about="Publishes nothing: learners see no change until you publish the draft."
    >
      {!restore ? (
        <p>{refusals['files-not-kept']}</p>
      ) : restore.changes.length === 0 ? (
        <p>The draft is what this edition was compiled from.</p>
      ) : (
        <>
          <RestoreFiles changes={restore.changes} draftIsAnEdition={restore.draftIsAnEdition} />
          {mayEdit ? (
            <Form
              action={restoreEditionAction}
              submitLabel={`Make edition ${edition.number} the draft`}
              pendingLabel="Restoring …"
              look="secondary"
              className="mt-6 grid justify-items-start gap-5"
            >
              <input type="hidden" name="course" value={slug} />
              <input type="hidden" name="edition" value={edition.number} />
              <input type="hidden" name="reviewed" value={reviewed} />
            </Form>
          ) : (
            <p className="mt-5 text-soft">Owners and editors of the course restore editions.</p>
          )}
        </>
      )}
    </Part>
  );
}
