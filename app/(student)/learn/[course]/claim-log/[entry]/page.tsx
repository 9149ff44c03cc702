import type { Metadata } from 'next';
import { getClaimEntry } from '@/features/learning/claims/get-claim-entry';
import { call } from '@/server/call';
import { EntryPage } from '../entry-page';

type Props = { params: Promise<{ course: string; entry: string }> };

export const metadata: Metadata = { title: 'An entry of your claim log', robots: { index: false } };

export default async function ClaimEntryPage({ params }: Props) {
  const { course, entry } = await params;
  return <EntryPage screen={await call(getClaimEntry, { course, entry })} title="An entry" />;
}
