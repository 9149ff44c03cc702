import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Asked } from '@/components/learning/library/room-props';
import { isRoom, roomNames } from '@/components/learning/library/rooms';
import { Library } from '../library';
import { loadLibrary } from '../load';

type Props = { params: Promise<{ course: string; room: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course: slug, room } = await params;
  if (!isRoom(room)) notFound();
  const { course } = await loadLibrary(slug);
  return { title: `${roomNames[room]}: ${course.title}`, robots: { index: false } };
}

export default async function LibraryRoomPage({ params, searchParams }: Props) {
  const { course, room } = await params;
  if (!isRoom(room)) notFound();
  return <Library course={course} room={room} asked={await searchParams} />;
}
