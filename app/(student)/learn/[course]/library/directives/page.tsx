import type { Metadata } from 'next';
import { DirectiveMap } from '@/components/learning/library/directive-map';
import { DirectiveTable } from '@/components/learning/library/directive-table';
import { LibraryFrame, NothingHere } from '@/components/learning/library/frame';
import { loadLibrary } from '../load';

type Props = { params: Promise<{ course: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadLibrary((await params).course);
  return { title: `Directive map: ${course.title}`, robots: { index: false } };
}

export default async function DirectivesPage({ params }: Props) {
  const { course, library, lessons } = await loadLibrary((await params).course);
  return (
    <LibraryFrame
      course={course}
      room="directives"
      title="Directive map"
      lead="Passage by passage: what it says and who says it, which lessons explain it, and what became of it."
    >
      {library && library.directives.length > 0 ? (
        <>
          <DirectiveTable library={library} lessons={lessons} />
          <DirectiveMap slug={course.slug} library={library} lessons={lessons} />
        </>
      ) : (
        <NothingHere slug={course.slug} what="directive map" />
      )}
    </LibraryFrame>
  );
}
