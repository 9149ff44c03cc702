import type { Metadata } from 'next';
import { LibraryPreview } from './library-preview';
import { loadLibraryPreview } from './load';

type Props = { params: Promise<{ course: string; version: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, version } = await params;
  return { title: `Preview: library of ${(await loadLibraryPreview(course, version)).title}` };
}

export default async function LibraryPreviewPage({ params }: Props) {
  return <LibraryPreview {...(await params)} room={null} asked={{}} />;
}
