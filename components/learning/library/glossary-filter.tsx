import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import type { LibraryTerm } from '@/rules/library/edition-library';
import { byLetter, type GlossaryFilter } from '@/rules/library/glossary-filter';
import { libraryHome, withAsked } from './address';
import { counted } from './rooms';

type Props = { slug: string; terms: readonly LibraryTerm[]; filter: GlossaryFilter };

/** A search among the words, and their letters. */
export function GlossaryFilterForm({ slug, terms, filter }: Props) {
  const home = `${libraryHome(slug)}/glossary`;
  const { letter, search } = filter;
  return (
    <search>
      <form action={home} method="get" className="library-filter library-search">
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
        <div className="library-filter-do">
          <button type="submit" className={buttonClass('secondary')}>
            Find
          </button>
          {(letter || search) && (
            <Link href={home} prefetch={false}>
              Show everything
            </Link>
          )}
        </div>
      </form>
      <nav aria-label="By letter" className="library-alphabet">
        <ul>
          {byLetter(terms).map(({ letter: one, terms: of }) => (
            <li key={one}>
              <Link
                href={withAsked(home, { letter: one })}
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
