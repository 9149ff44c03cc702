import Link from 'next/link';
import type { OtherFile } from '@/features/authoring/outline/get-outline';
import { ProblemCounts } from './counts';

/** Files that the lessons share and that have something wrong in them. */
export function OtherFiles({
  files,
  course,
  mayEdit,
}: {
  files: OtherFile[];
  course: string;
  mayEdit: boolean;
}) {
  return (
    <section aria-labelledby="others" className="toc-beside">
      <h2 id="others" className="text-xl">
        Beside the modules
      </h2>
      <ul>
        {files.map(({ path, fileId, problems, advice, messages }) => (
          <li key={path}>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {fileId ? (
                <Link href={`/teach/${course}/files/${fileId}`} prefetch={false} className="toc-path">
                  {path}
                </Link>
              ) : (
                <span className="toc-path">{path}</span>
              )}
              {path === 'course.yaml' && mayEdit && (
                <Link
                  href={`/teach/${course}/settings`}
                  prefetch={false}
                  className="inline-flex min-h-7 items-center text-sm text-accent underline underline-offset-4"
                >
                  Fill it in under Settings
                </Link>
              )}
              <ProblemCounts problems={problems} advice={advice} />
            </p>
            <ul className="toc-messages">
              {messages.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
