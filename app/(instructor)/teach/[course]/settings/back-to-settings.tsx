import Link from 'next/link';

/** The way back from a page below the settings. */
export const BackToSettings = ({ course }: { course: string }) => (
  <Link
    href={`/teach/${course}/settings`}
    prefetch={false}
    className="mb-3 inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline"
  >
    ← Settings
  </Link>
);
