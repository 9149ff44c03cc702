import { ButtonLink } from '@/components/ui/button';

/** Back and on through the pages of a list. `hrefOf` gives the address of a page. */
export function Pager({
  page,
  pages,
  hrefOf,
}: {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap items-center justify-between gap-4">
      {page > 1 ? (
        <ButtonLink look="secondary" href={hrefOf(page - 1)}>
          Back
        </ButtonLink>
      ) : (
        <span />
      )}
      <span className="text-soft">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <ButtonLink look="secondary" href={hrefOf(page + 1)}>
          On
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
