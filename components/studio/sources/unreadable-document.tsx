import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/page';

/** A document whose file somebody edited into something that cannot be read. */
export function UnreadableDocument({
  course,
  fileId,
  path,
}: {
  course: string;
  fileId: string;
  path: string;
}) {
  return (
    <>
      <h1 tabIndex={-1} className="mb-6 text-3xl break-words">
        {path}
      </h1>
      <Empty
        title="This file has a mistake in it"
        action={<ButtonLink href={`/teach/${course}/files/${fileId}`}>Open the file</ButtonLink>}
      >
        Its passages can be shown again once it is put right. The editor of the file names the line.
      </Empty>
    </>
  );
}
