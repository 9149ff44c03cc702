import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

export const metadata: Metadata = { title: 'Floor', robots: { index: false } };

/** An empty page, for `npm run bench` alone: what the framework itself costs. */
export default function FloorPage() {
  if (process.env.BENCH !== '1') notFound();
  return <p>Nothing.</p>;
}
