import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { BankFields, BankList } from '@/components/lesson/work/comments/bank-list';
import { buttonClass } from '@/components/ui/button-class';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listBankComments } from '@/features/learning/work/comments/list-bank-comments';
import { call } from '@/server/call';
import { deleteBankCommentAction, keepBankCommentAction } from './actions';

export const metadata: Metadata = { title: 'Comment bank' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The comments that graders use again: found, written, changed, deleted and brought back. */
export default async function CommentBankPage({ params, searchParams }: Props) {
  const { course } = await params;
  const query = await searchParams;
  const search = String(query.search ?? '').slice(0, 200);
  const asked = String(query.deleted ?? '');
  const deleted = isId.test(asked) ? asked : null;
  const bank = await call(listBankComments, { course, search, deleted });
  const { slug, count, comments, criteria, gone } = bank;
  const edited = comments.find(({ id }) => id === query.edit) ?? null;
  return (
    <Page>
      <p className="attempt-way">
        <Link href={`/teach/${slug}/work`} prefetch={false}>
          ← Written work
        </Link>
      </p>
      <PageTitle lead="What graders of this course say again and again. While grading, “/” in an empty comment finds it here.">
        Comment bank
      </PageTitle>
      <div className="grid gap-8">
        {query.did === 'kept' && <Notice tone="good">It is kept.</Notice>}
        {gone && (
          <Notice tone="good">
            <p>“{gone.title}” is deleted.</p>
            <Form
              action={keepBankCommentAction}
              submitLabel="Undo"
              pendingLabel="Bringing it back …"
              look="secondary"
            >
              <input type="hidden" name="course" value={slug} />
              <input type="hidden" name="id" value={gone.id} />
            </Form>
          </Notice>
        )}
        <form method="get" className="bank-search">
          <label htmlFor="search">Find in {count === 1 ? 'one comment' : `${count} comments`}</label>
          <input id="search" type="search" name="search" defaultValue={search} maxLength={200} />
          <button type="submit" className={buttonClass('secondary')}>
            Find
          </button>
        </form>
        {comments.length === 0 ? (
          <Empty title={search === '' ? 'Nothing is kept yet' : 'None has these words'}>
            {search === '' ? 'Write the first below, or keep one while you grade.' : 'Look for fewer words.'}
          </Empty>
        ) : (
          <BankList slug={slug} comments={comments} criteria={criteria} remove={deleteBankCommentAction} />
        )}
        <section id="one" aria-labelledby="one-title">
          <h2 id="one-title" className="mb-4 text-2xl">
            {edited ? `Change “${edited.title}”` : 'Another comment'}
          </h2>
          <Form
            key={edited?.id}
            action={keepBankCommentAction}
            submitLabel="Keep it"
            pendingLabel="Keeping it …"
            className="grid max-w-prose gap-4 [&>button]:justify-self-start"
          >
            <BankFields slug={slug} id={edited?.id ?? randomUUID()} criteria={criteria} kept={edited} />
          </Form>
        </section>
      </div>
    </Page>
  );
}
