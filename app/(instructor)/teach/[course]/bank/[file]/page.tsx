import type { Metadata } from 'next';
import Link from 'next/link';
import { EditorHead } from '@/components/studio/editor/editor-head';
import { missing } from '@/server/call';
import { loadFile, loadPreview } from '../../lessons/[file]/editor-page';
import { FileEditor } from '../../lessons/[file]/file-editor';

type Props = { params: Promise<{ course: string; file: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, file } = await params;
  return { title: (await loadFile(course, file)).file.title };
}

export default async function BankSetPage({ params }: Props) {
  const { course, file: fileId } = await params;
  const data = await loadFile(course, fileId);
  const { file, mayEdit } = data;
  if (!file.isSet) missing();
  const initial = await loadPreview(course, fileId, file.text);
  return (
    <>
      <EditorHead title={file.title} path={file.path}>
        {mayEdit && (
          <Link href={`/teach/${course}/bank/${fileId}/about`} prefetch={false}>
            About this set
          </Link>
        )}
        <Link href={`/teach/${course}/bank/${fileId}/export`} prefetch={false}>
          Export
        </Link>
        <Link href={`/teach/${course}/bank`} prefetch={false}>
          Question bank
        </Link>
      </EditorHead>
      <FileEditor data={data} initial={initial} />
    </>
  );
}
