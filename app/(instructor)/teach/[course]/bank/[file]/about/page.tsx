import type { Metadata } from 'next';
import { DrawnBy } from '@/components/studio/bank/drawn-by';
import { BackLink } from '@/components/studio/sources/back-link';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { listBank } from '@/features/authoring/bank/list-bank';
import { refusals } from '@/rules/refusals';
import { call, missing } from '@/server/call';
import { deleteBankSetAction, renameBankSetAction } from './actions';

export const metadata: Metadata = { title: 'About this set' };

type Props = { params: Promise<{ course: string; file: string }> };

export default async function AboutSetPage({ params }: Props) {
  const { course, file } = await params;
  const { sets, mayEdit } = await call(listBank, { course });
  const set = sets.find(({ fileId }) => fileId === file);
  if (!set || !mayEdit) missing();
  const here = (
    <>
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="file" value={file} />
    </>
  );
  return (
    <Page width="text">
      <BackLink href={`/teach/${course}/bank/${file}`}>{set.title}</BackLink>
      <PageTitle lead={set.name && `Quizzes name it ${set.name}. That name stays, whatever its title is.`}>
        About this set
      </PageTitle>
      <Form
        action={renameBankSetAction}
        submitLabel="Save the title"
        pendingLabel="Saving …"
        className="grid justify-items-start gap-5"
      >
        {here}
        <Field name="title" label="Title" defaultValue={set.title} autoComplete="off" className="w-full" />
      </Form>
      <section aria-labelledby="drawn-by" className="mt-10">
        <h2 id="drawn-by" className="mb-2 text-2xl">
          Quizzes that draw from it
        </h2>
        {set.drawnBy.length > 0 ? (
          <DrawnBy course={course} lines={set.drawnBy} />
        ) : (
          <p className="text-soft">None yet, so it is not published.</p>
        )}
      </section>
      <section aria-labelledby="delete-set" className="mt-10">
        <h2 id="delete-set" className="mb-2 text-2xl">
          Delete it
        </h2>
        {set.drawnBy.length > 0 ? (
          <p className="text-soft">{refusals['set-drawn-from']}</p>
        ) : (
          <Form
            action={deleteBankSetAction}
            submitLabel="Delete this set"
            pendingLabel="Deleting …"
            look="danger"
            className="grid justify-items-start gap-3"
          >
            {here}
            <p>It can be brought back for 30 days. Published editions keep what they drew from it.</p>
          </Form>
        )}
      </section>
    </Page>
  );
}
