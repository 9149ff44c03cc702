import type { Metadata } from 'next';
import { askedFor } from '@/components/learning/library/address';
import { LibraryFrame, NothingHere } from '@/components/learning/library/frame';
import { Glossary } from '@/components/learning/library/glossary';
import { GlossaryFilterForm } from '@/components/learning/library/glossary-filter';
import { shownOf } from '@/components/learning/library/rooms';
import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/page';
import { termsFor } from '@/rules/library/glossary-filter';
import { loadLibrary } from '../load';

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ letter?: string | string[]; search?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadLibrary((await params).course);
  return { title: `Glossary: ${course.title}`, robots: { index: false } };
}

export default async function GlossaryPage({ params, searchParams }: Props) {
  const { course, library, lessons } = await loadLibrary((await params).course);
  const asked = await searchParams;
  const filter = { letter: askedFor(asked.letter), search: askedFor(asked.search) };
  const all = library?.glossary ?? [];
  const terms = termsFor(all, filter);
  const { slug } = course;
  return (
    <LibraryFrame
      course={course}
      room="glossary"
      title="Glossary"
      lead="The words of the course, what they mean, and where each is first used."
    >
      {all.length > 0 ? (
        <>
          <GlossaryFilterForm slug={slug} terms={all} filter={filter} />
          <p className="library-shown">{shownOf(terms.length, all.length, 'term', 'terms')}</p>
          {terms.length > 0 ? (
            <Glossary slug={slug} terms={terms} all={all} lessons={lessons} />
          ) : (
            <Empty
              title="No word fits this"
              action={<ButtonLink href={`/learn/${slug}/library/glossary`}>Show everything</ButtonLink>}
            >
              Words are found in their English and Chinese names, their pinyin and what they mean.
            </Empty>
          )}
        </>
      ) : (
        <NothingHere slug={slug} what="glossary" />
      )}
    </LibraryFrame>
  );
}
