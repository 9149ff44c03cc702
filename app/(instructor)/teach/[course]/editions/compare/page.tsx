import { redirect } from 'next/navigation';

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
};

const version = /^(draft|[1-9]\d{0,5})$/;

/** Where the form that chooses two versions leads: to the address of their comparison. */
export default async function ChosenPage({ params, searchParams }: Props) {
  const { course } = await params;
  const { from, to } = await searchParams;
  const chosen = typeof from === 'string' && typeof to === 'string' && version.test(from) && version.test(to);
  const editions = `/teach/${encodeURIComponent(course)}/editions`;
  redirect(chosen ? `${editions}/${from}/compare/${to}` : editions);
}
