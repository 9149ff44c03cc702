'use client';

import { useEffect, useState } from 'react';
import type { FileProblem } from '@/rules/authoring/course-files';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { counted } from '@/rules/counted';

/** How many problems and pieces of advice there are, in words. */
function problemWords(problems: FileProblem[]): string {
  const stops = problems.filter(stopsPublishing).length;
  const advice = problems.length - stops;
  if (problems.length === 0) return 'No problems';
  const first = stops === 0 ? 'Nothing stops publishing' : counted(stops, 'problem', 'problems');
  return advice === 0 ? first : `${first}, ${counted(advice, 'piece', 'pieces')} of advice`;
}

/** A sentence as readers expect it; what the compiler says begins small. */
const sentence = (message: string): string =>
  /^[a-z]+ /.test(message) ? message.charAt(0).toUpperCase() + message.slice(1) : message;

type Props = { problems: FileProblem[]; goTo: (line: number) => void };

/** What is wrong, each leading to its line; what stops publishing apart from what is only advice. */
export function ProblemList({ problems, goTo }: Props) {
  const words = problemWords(problems);
  const stops = problems.filter(stopsPublishing);
  const advice = problems.filter((problem) => !stopsPublishing(problem));
  return (
    <>
      <h2 className="ed-pane-title">{words}</h2>
      <Announced words={words} />
      {stops.length > 0 && (
        <>
          <h3 className="ed-problems-title">Stops publishing</h3>
          <Entries problems={stops} goTo={goTo} />
        </>
      )}
      {advice.length > 0 && (
        <>
          <h3 className="ed-problems-title">Advice</h3>
          <Entries problems={advice} goTo={goTo} />
        </>
      )}
    </>
  );
}

function Entries({ problems, goTo }: Props) {
  return (
    <ul className="ed-problems-list">
      {problems.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two problems may read the same on one line
        <li key={index}>
          <button
            type="button"
            className={stopsPublishing(problem) ? 'ed-problem' : 'ed-problem ed-problem-advice'}
            onClick={() => goTo(problem.line)}
          >
            <span className="ed-problem-line">Line {problem.line}</span>
            <span>{sentence(problem.message)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Says the count when it has been the same for a moment, not at every key. */
function Announced({ words }: { words: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), 2_000);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}
