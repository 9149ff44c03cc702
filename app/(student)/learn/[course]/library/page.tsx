import type { Metadata } from 'next';
import { Library } from './library';
import { loadLibrary } from './load';

type Props = { params: Promise<{ course: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadLibrary((await params).course);
  return { title: `Library: ${course.title}`, robots: { index: false } };
}

export default async function LibraryPage({ params }: Props) {
  return <Library {...(await params)} room={null} asked={{}} />;
}
