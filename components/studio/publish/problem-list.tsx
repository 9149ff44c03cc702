import Link from 'next/link';
import type { ShownProblem } from '@/features/authoring/publishing/shown-problems';

type Props = { course: string; problems: ShownProblem[] };

function Place({ course, problem: { file, fileId, room, line } }: { course: string; problem: ShownProblem }) {
  const place = `${file}, line ${line}`;
  if (!fileId) return <span className="pub-path">{file}</span>;
  return (
    <Link href={`/teach/${course}/${room}/${fileId}`} prefetch={false} className="pub-path pub-link">
      {place}
    </Link>
  );
}

/** Problems of a draft, each with the way to where it is put right. */
export function ProblemList({ course, problems }: Props) {
  return (
    <ul className="pub-problems">
      {problems.map((problem) => (
        <li key={`${problem.file}:${problem.line}:${problem.message}`}>
          <p>{sentence(problem.message)}</p>
          <Place course={course} problem={problem} />
        </li>
      ))}
    </ul>
  );
}

/** As a sentence: the compiler speaks as compilers do. A word of the file format stays as it is written. */
const sentence = (message: string): string =>
  /^[a-z]+ /.test(message) ? `${message.charAt(0).toUpperCase()}${message.slice(1)}.` : `${message}.`;
