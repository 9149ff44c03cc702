import type { Metadata } from 'next';
import { beginClaimEntry } from '@/features/learning/claims/begin-claim-entry';
import { call } from '@/server/call';
import { EntryPage } from '../entry-page';

type Search = { lesson?: string | string[]; passage?: string | string[] };
type Props = { params: Promise<{ course: string }>; searchParams: Promise<Search> };

export const metadata: Metadata = { title: 'A new entry in your claim log', robots: { index: false } };

export default async function NewEntryPage({ params, searchParams }: Props) {
  const { course } = await params;
  const { lesson, passage } = await searchParams;
  const screen = await call(beginClaimEntry, {
    course,
    lesson: String(lesson ?? ''),
    passage: String(passage ?? '').slice(0, 10),
  });
  return <EntryPage screen={screen} title="A new entry" />;
}
