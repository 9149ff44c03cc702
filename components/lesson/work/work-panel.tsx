import Link from 'next/link';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Paragraphs } from '@/components/ui/paragraphs';
import { Instant } from '@/components/ui/when';
import type { WorkStanding } from '@/features/learning/work/standing';
import { refusals } from '@/rules/refusals';
import { paragraphsOf } from '@/rules/work/text';
import { placeInWords } from '@/rules/work/work-words';
import { WorkTerms } from './work-terms';

type Props = {
  work: WorkStanding;
  /** The address of the lesson. */
  home: string;
  /** Whether it is done, as the ledger has it. */
  complete: boolean;
  next: { title: string; href: string } | null;
  /** Where it is written, or looked at before it is handed in; null for who reads and writes nothing. */
  children: ReactNode;
};

/** Written work where others finish the lesson: its rules, its rubric, what was handed in and what is written now. */
export function WorkPanel({ work, home, complete, next, children }: Props) {
  const { rules, due, closes, names, agreed, versions, override, writing, left, refusal } = work;
  return (
    <section id="work" aria-labelledby="work-title" className={`finish ${complete ? 'finish-done' : ''}`}>
      <h2 id="work-title">{complete ? 'Written work, complete' : 'The written work'}</h2>
      <WorkTerms
        rules={rules}
        due={due}
        closes={closes}
        names={names}
        agreed={agreed}
        open={versions.length === 0 && (writing?.text ?? '') === ''}
      />
      {override && (
        <p className="quiz-note">
          Your school set your grade to {override.percent} %: {override.reason}
        </p>
      )}
      {versions.length > 0 && (
        <ul className="work-versions">
          {versions.map((version) => (
            <li key={version.number}>
              <Version version={version} home={home} many={versions.length > 1} />
            </li>
          ))}
        </ul>
      )}
      {rules.peers && versions.length > 0 && (
        <p>
          <ButtonLink href={`${home}/review`} look="secondary">
            Review the work of others
          </ButtonLink>
        </p>
      )}
      {children}
      {refusal && refusal !== 'work-handed-in' && <p>{refusals[refusal]}</p>}
      {left && (
        <section aria-label="Your draft">
          <p>Your draft was not handed in. It is kept:</p>
          <Paragraphs paragraphs={paragraphsOf(left.text)} />
        </section>
      )}
      {complete && next && (
        <div className="finish-actions">
          <ButtonLink href={next.href} look={writing ? 'secondary' : 'primary'}>
            Next: {next.title}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

type VersionProps = { version: WorkStanding['versions'][number]; home: string; many: boolean };

function Version({ version, home, many }: VersionProps) {
  const { number, handedInAt, byClock, waiting, held, percent, passed, counts } = version;
  return (
    <>
      <p>
        <Link href={`${home}/work/${number}`} prefetch={false}>
          {many ? `Version ${number}` : 'What you handed in'}
        </Link>
        : handed in <Instant at={new Date(handedInAt)} />
        {byClock && ' by the clock, when it closed'}.
      </p>
      {waiting && (
        <p>
          {placeInWords(waiting.place)}, and back by <strong>{waiting.back}</strong>.
        </p>
      )}
      {held && <p>It is graded, and waits to be released.</p>}
      {percent !== null && (
        <p>
          <strong>
            {percent} %{passed ? '' : ', not passed'}
          </strong>
          {many && counts && ' · counts'}. Why: criterion by criterion on its own page.
        </p>
      )}
    </>
  );
}
