import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { EditorHead } from '@/components/studio/editor/editor-head';
import { loadFile, loadPreview } from '../../lessons/[file]/editor-page';
import { FileEditor } from '../../lessons/[file]/file-editor';

type Props = { params: Promise<{ course: string; file: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, file } = await params;
  return { title: (await loadFile(course, file)).file.path };
}

export default async function DraftFilePage({ params }: Props) {
  const { course, file: fileId } = await params;
  const data = await loadFile(course, fileId);
  const { file } = data;
  if (file.isLesson) redirect(`/teach/${course}/lessons/${fileId}`);
  if (file.isSet) redirect(`/teach/${course}/bank/${fileId}`);
  const initial = await loadPreview(course, fileId, file.text);
  return (
    <>
      <EditorHead title={file.path} path={file.path}>
        <Link href={`/teach/${course}/files`} prefetch={false}>
          All files
        </Link>
      </EditorHead>
      <FileEditor data={data} initial={initial} />
    </>
  );
}
