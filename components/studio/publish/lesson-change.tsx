import Link from 'next/link';
import type { ShownBlock, ShownLesson } from '@/features/authoring/publishing/readable-diff';
import { DiffText } from './diff-text';
import { lessonSentence } from './diff-words';
import { QuestionChange } from './question-change';

const tags = { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved' } as const;
const completes: Record<string, string> = {
  viewed: 'it is seen',
  answered: 'it is answered',
  passed: 'it is answered right',
};

export function ChangeTag({ change }: { change: keyof typeof tags }) {
  return (
    <span className="pub-tag" data-change={change}>
      {tags[change]}
    </span>
  );
}

function BlockChange({ block }: { block: ShownBlock }) {
  const { change, label, moved, text, look, completes: rule, question } = block;
  return (
    <li className="pub-block" data-change={change}>
      <h4 className="pub-block-head">
        <ChangeTag change={change} />
        <span>{label}</span>
      </h4>
      {moved && change !== 'moved' && <p className="text-sm text-soft">It also moved within the lesson.</p>}
      {rule && (
        <p className="text-sm">
          It is done when {completes[rule.after] ?? rule.after}; before, when{' '}
          {completes[rule.before] ?? rule.before}.
        </p>
      )}
      {look && (
        <p className="text-sm text-soft">Its words are the same; formatting, a link or a picture changed.</p>
      )}
      {text && <DiffText parts={text} />}
      {question && <QuestionChange question={question} />}
    </li>
  );
}

type Props = { lesson: ShownLesson; open: boolean; alone: string };

/** One lesson of the differences, folded; `alone` is the address at which it is shown by itself. */
export function LessonChange({ lesson, open, alone }: Props) {
  const { title, module, change, movedFrom, words, blocks } = lesson;
  return (
    <details className="pub-lesson" open={open}>
      <summary>
        <ChangeTag change={change} />
        <span className="pub-lesson-title">{title}</span>
        <span className="pub-lesson-counts">{lessonSentence(lesson)}</span>
      </summary>
      <div className="pub-lesson-body">
        <p className="text-sm text-soft">
          {module}
          {movedFrom !== null && (movedFrom === module ? ', in another place' : `, moved from ${movedFrom}`)}
        </p>
        {words.length > 0 && (
          <dl className="pub-words">
            {words.map(({ what, parts }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  <DiffText parts={parts} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {blocks === null ? (
          <p>
            <Link href={alone} prefetch={false} className="pub-link">
              Show the changes in this lesson
            </Link>
          </p>
        ) : (
          <ul>
            {blocks.map((block) => (
              <BlockChange key={`${block.change}:${block.id}`} block={block} />
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
