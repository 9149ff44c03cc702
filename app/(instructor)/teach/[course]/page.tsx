import { redirect } from 'next/navigation';
import { getStudio } from '@/features/authoring/get-studio';
import { call } from '@/server/call';

/** The studio of a course opens on its outline, for those for whom there is one. */
export default async function StudioPage({ params }: { params: Promise<{ course: string }> }) {
  const { slug } = await call(getStudio, { course: (await params).course });
  redirect(`/teach/${slug}/outline`);
}
