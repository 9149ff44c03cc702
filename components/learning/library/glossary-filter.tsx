import Link from 'next/link';
import { counted } from '@/rules/counted';
import type { LibraryTerm } from '@/rules/library/edition-library';
import { byLetter, type GlossaryFilter } from '@/rules/library/glossary-filter';
import { libraryHome, withAsked } from './address';
import { FilterDo } from './filter-do';

type Props = { home: string; terms: readonly LibraryTerm[]; filter: GlossaryFilter };

/** A search among the words, and their letters. */
export function GlossaryFilterForm({ home, terms, filter }: Props) {
  const here = `${libraryHome(home)}/glossary`;
  const { letter, search } = filter;
  return (
    <search>
      <form action={here} method="get" className="library-filter library-search">
        <div>
          <label htmlFor="search">Find a word</label>
          <input
            id="search"
            name="search"
            type="search"
            defaultValue={search}
            key={search ?? ''}
            placeholder="hash, 哈希 or haxi"
            autoComplete="off"
          />
        </div>
        <FilterDo here={here} label="Find" filtered={Boolean(letter || search)} />
      </form>
      <nav aria-label="By letter" className="library-alphabet">
        <ul>
          {byLetter(terms).map(({ letter: one, terms: of }) => (
            <li key={one}>
              <Link
                href={withAsked(here, { letter: one })}
                prefetch={false}
                aria-current={one === letter ? 'true' : undefined}
                aria-label={`${one === '#' ? 'Other signs' : one}: ${counted(of.length, 'term', 'terms')}`}
              >
                {one}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </search>
  );
}
