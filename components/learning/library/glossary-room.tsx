import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/page';
import { termsFor } from '@/rules/library/glossary-filter';
import { askedFor, libraryHome } from './address';
import { Glossary } from './glossary';
import { GlossaryFilterForm } from './glossary-filter';
import type { RoomProps } from './room-props';
import { shownOf } from './rooms';

/** The words of the course, all or those that are looked for. */
export function GlossaryRoom({ home, library: { glossary }, lessons, asked }: RoomProps) {
  const filter = { letter: askedFor(asked.letter), search: askedFor(asked.search) };
  const terms = termsFor(glossary, filter);
  return (
    <>
      <GlossaryFilterForm home={home} terms={glossary} filter={filter} />
      <p className="library-shown">{shownOf(terms.length, glossary.length, 'term', 'terms')}</p>
      {terms.length > 0 ? (
        <Glossary home={home} terms={terms} all={glossary} lessons={lessons} />
      ) : (
        <Empty
          title="No word fits this"
          action={<ButtonLink href={`${libraryHome(home)}/glossary`}>Show everything</ButtonLink>}
        >
          Words are found in their English and Chinese names, their pinyin and what they mean.
        </Empty>
      )}
    </>
  );
}
