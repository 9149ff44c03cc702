import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Asked } from '@/components/learning/library/room-props';
import { isRoom, roomNames } from '@/components/learning/library/rooms';
import { LibraryPreview } from '../library-preview';
import { loadLibraryPreview } from '../load';

type Props = {
  params: Promise<{ course: string; version: string; room: string }>;
  searchParams: Promise<Asked>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, version, room } = await params;
  if (!isRoom(room)) notFound();
  return { title: `Preview: ${roomNames[room]} of ${(await loadLibraryPreview(course, version)).title}` };
}

export default async function LibraryRoomPreviewPage({ params, searchParams }: Props) {
  const { room, ...of } = await params;
  if (!isRoom(room)) notFound();
  return <LibraryPreview {...of} room={room} asked={await searchParams} />;
}
