import type { Metadata } from 'next';
import { askedFor } from '@/components/learning/library/address';
import { Bibliography } from '@/components/learning/library/bibliography';
import { BibliographyFilter } from '@/components/learning/library/bibliography-filter';
import { LibraryFrame, NothingHere } from '@/components/learning/library/frame';
import { shownOf } from '@/components/learning/library/rooms';
import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/page';
import { isSourceOrder, sourcesFor } from '@/rules/library/bibliography';
import { loadLibrary } from '../load';

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ kind?: string | string[]; order?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadLibrary((await params).course);
  return { title: `Sources: ${course.title}`, robots: { index: false } };
}

export default async function SourcesPage({ params, searchParams }: Props) {
  const { course, library, lessons } = await loadLibrary((await params).course);
  const asked = await searchParams;
  const [kind, wanted] = [askedFor(asked.kind), askedFor(asked.order) ?? ''];
  const order = isSourceOrder(wanted) ? wanted : 'author';
  const all = library?.sources ?? [];
  const sources = sourcesFor(all, { kind, order });
  const { slug } = course;
  return (
    <LibraryFrame
      course={course}
      room="sources"
      title="Sources"
      lead="All that the course cites, and where. What nothing cites is not listed."
    >
      {all.length > 0 ? (
        <>
          <BibliographyFilter slug={slug} sources={all} kind={kind} order={order} />
          <p className="library-shown">{shownOf(sources.length, all.length, 'source', 'sources')}</p>
          {sources.length > 0 ? (
            <Bibliography slug={slug} sources={sources} lessons={lessons} />
          ) : (
            <Empty
              title="There is no source of this kind"
              action={<ButtonLink href={`/learn/${slug}/library/sources`}>Show everything</ButtonLink>}
            />
          )}
        </>
      ) : (
        <NothingHere slug={slug} what="bibliography" />
      )}
    </LibraryFrame>
  );
}
