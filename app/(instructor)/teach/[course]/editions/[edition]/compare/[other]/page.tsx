import type { Metadata } from 'next';
import Link from 'next/link';
import { CompareForm } from '@/components/studio/publish/compare-form';
import { DiffView } from '@/components/studio/publish/diff-view';
import { Page, PageTitle } from '@/components/ui/page';
import { getEditionDiff } from '@/features/authoring/publishing/get-edition-diff';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Two versions compared' };

type Props = {
  params: Promise<{ course: string; edition: string; other: string }>;
  searchParams: Promise<{ lesson?: string | string[] }>;
};

const name = (version: string): string => (version === 'draft' ? 'the draft' : `edition ${version}`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export default async function ComparePage({ params, searchParams }: Props) {
  const { course, edition: from, other: to } = await params;
  const { lesson: asked } = await searchParams;
  const lesson = typeof asked === 'string' ? asked : null;
  const { slug, editions, diff } = await call(getEditionDiff, { course, from, to, lesson });
  const address = `/teach/${slug}/editions/${from}/compare/${to}`;
  return (
    <Page>
      <Link href={lesson ? address : `/teach/${slug}/editions`} prefetch={false} className="pub-back">
        {lesson ? '← All changes' : '← Editions'}
      </Link>
      <PageTitle
        lead={`What is different in ${name(to)}. What was removed is struck through, what was added is underlined.`}
      >
        {capital(name(from))} and {name(to)}
      </PageTitle>
      <section aria-labelledby="differences" className="max-w-3xl">
        <h2 id="differences" className="visually-hidden">
          Differences
        </h2>
        {!diff ? (
          <p className="text-lg">
            The draft has mistakes, so it cannot be compared yet. They are listed{' '}
            <Link href={`/teach/${slug}/publish`} prefetch={false} className="pub-link">
              where it is published
            </Link>
            .
          </p>
        ) : diff.same ? (
          <p className="text-lg">They are the same.</p>
        ) : lesson && diff.lessons.length === 0 ? (
          <p className="text-lg">Nothing changed in this lesson.</p>
        ) : (
          <DiffView
            diff={lesson ? { ...diff, course: [], modules: [] } : diff}
            lessonHref={(id) => `${address}?lesson=${id}`}
          />
        )}
      </section>
      <section aria-labelledby="others" className="mt-14">
        <h2 id="others" className="mb-4 text-xl">
          Compare others
        </h2>
        <CompareForm course={slug} editions={editions} from={from} to={to} />
      </section>
    </Page>
  );
}
