import type { Metadata } from 'next';
import { BulkChange } from '@/app/bulk/bulk-change';
import { tableQuery } from '@/app/table-query';

export const metadata: Metadata = { title: 'Change enrollments' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ActPage({ searchParams }: Props) {
  return <BulkChange course={null} asked={await tableQuery(searchParams)} table="/admin/enrollments" />;
}
