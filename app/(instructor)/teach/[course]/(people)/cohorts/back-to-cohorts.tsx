import Link from 'next/link';

/** The way back from the page of one cohort. */
export const BackToCohorts = ({
  course,
  to = 'cohorts',
  label = 'Cohorts',
}: {
  course: string;
  to?: string;
  label?: string;
}) => (
  <p className="kicker mb-3">
    <Link href={`/teach/${course}/${to}`} prefetch={false} className="hover:underline">
      {label}
    </Link>
  </p>
);
