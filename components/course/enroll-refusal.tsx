import { Button, ButtonLink } from '@/components/ui/button';
import { refusals } from '@/rules/refusals';

/** The address of a course page that leads back to what was chosen there. */
export function courseHref(slug: string, { cohort, key }: { cohort: string; key: string }): string {
  const query = new URLSearchParams({ ...(cohort && { cohort }), ...(key && { key }) }).toString();
  return `/courses/${slug}${query && `?${query}`}`;
}

/** Why nobody, or not this person, comes in now; with the way on where there is one. */
export function Refusal({
  refusal,
  back,
  children,
}: {
  refusal: keyof typeof refusals;
  back: string;
  children: readonly string[];
}) {
  const next = encodeURIComponent(back);
  if (refusal === 'sign-in-first')
    return (
      <>
        <ButtonLink href={`/sign-in?next=${next}`} className="w-full">
          Sign in to enroll
        </ButtonLink>
        <p className="mt-3 text-sm text-soft">
          New here? <a href={`/register?next=${next}`}>Create an account</a>. It takes a name, an address and
          a password.
        </p>
        {children.length > 0 && <p className="mt-3 text-sm text-soft">{children.join(' ')}</p>}
      </>
    );
  return (
    <>
      <Button type="button" disabled aria-describedby="enroll-reason" className="w-full">
        Enroll
      </Button>
      <p id="enroll-reason" className="mt-3 text-sm">
        {refusals[refusal]}
      </p>
      {children.length > 0 && <p className="mt-3 text-sm text-soft">{children.join(' ')}</p>}
    </>
  );
}
