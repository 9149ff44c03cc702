import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { EditorHead } from '@/components/studio/editor/editor-head';
import { loadFile, loadPreview } from './editor-page';
import { FileEditor } from './file-editor';

type Props = { params: Promise<{ course: string; file: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, file } = await params;
  return { title: (await loadFile(course, file)).file.title };
}

export default async function LessonEditorPage({ params }: Props) {
  const { course, file: fileId } = await params;
  const data = await loadFile(course, fileId);
  const { file } = data;
  if (!file.isLesson) redirect(`/teach/${course}/files/${fileId}`);
  const initial = await loadPreview(course, fileId, file.text);
  return (
    <>
      <EditorHead title={file.title} path={file.path}>
        <Link href={`/teach/${course}/lessons/${fileId}/details`} prefetch={false}>
          Details
        </Link>
        {file.lessonId && (
          <Link href={`/teach/${course}/preview/draft/${file.lessonId}`} prefetch={false}>
            Preview as a student
          </Link>
        )}
        <Link href={`/teach/${course}/outline`} prefetch={false}>
          Outline
        </Link>
      </EditorHead>
      <FileEditor data={data} initial={initial} />
    </>
  );
}
