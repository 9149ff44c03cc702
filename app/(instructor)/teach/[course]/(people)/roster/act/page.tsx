import type { Metadata } from 'next';
import { BulkChange } from '@/app/bulk/bulk-change';
import { tableQuery } from '@/app/table-query';

export const metadata: Metadata = { title: 'Change enrollments' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ActPage({ params, searchParams }: Props) {
  const { course } = await params;
  return (
    <BulkChange course={course} asked={await tableQuery(searchParams)} table={`/teach/${course}/roster`} />
  );
}
