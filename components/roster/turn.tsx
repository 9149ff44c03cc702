import { ButtonLink } from '@/components/ui/button';
import type { Turns } from '@/rules/tables/table-view';

/** To the pages before and after this one. */
export function Turn({ path, turns }: { path: string; turns: Turns }) {
  const hrefOf = (query: string) => (query === '' ? path : `${path}?${query}`);
  const { first, previous, next } = turns;
  if (previous === null && next === null) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap items-center gap-3">
      {first !== null && (
        <ButtonLink look="secondary" href={hrefOf(first)}>
          First page
        </ButtonLink>
      )}
      {previous !== null && (
        <ButtonLink look="secondary" href={hrefOf(previous)} rel="prev">
          Back
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink look="secondary" href={hrefOf(next)} rel="next" className="ml-auto">
          On
        </ButtonLink>
      )}
    </nav>
  );
}
