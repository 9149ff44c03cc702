import { Empty } from '@/components/ui/page';
import type { OwnGrades } from '@/features/learning/gradebook/get-own-grades';
import { CourseDerivation, Derivation } from './derivation';

/** A learner's grades: what they come to, what is missing, and each with its lines. */
export function OwnGradesView({ grades }: { grades: OwnGrades }) {
  const { items, any, total, pass, passed, missing, parts } = grades;
  if (items.length === 0)
    return <Empty title="Nothing is graded here">This course has no graded quiz, and no other grades.</Empty>;
  return (
    <div className="grid gap-10">
      <section aria-labelledby="total" className={`finish ${passed ? 'finish-done' : ''}`}>
        <h2 id="total">
          {total === null ? 'No grade yet' : `${total} % so far`}
          {passed && ', passed'}
        </h2>
        {!any && <p>Your grades appear here as soon as they are released.</p>}
        {passed ? (
          <p>You have what the course asks: {pass} % of all of it, and everything that is required.</p>
        ) : (
          <>
            <p>To pass, this is missing:</p>
            <ul className="list-disc pl-5">
              {missing.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="each" className="grid gap-4">
        <h2 id="each" className="text-2xl">
          Each grade
        </h2>
        <ul className="grid gap-4">
          {items.map((item) => (
            <OwnGrade key={item.id} item={item} />
          ))}
        </ul>
      </section>
      {any && <CourseDerivation parts={parts} />}
    </div>
  );
}

function OwnGrade({ item }: { item: OwnGrades['items'][number] }) {
  const { id, title, gone, required, state, percent, passed, lines } = item;
  return (
    <li id={`grade-${id}`} className="rounded-lg border border-rule bg-raised px-4 py-4 sm:px-5">
      <h3 className="text-lg break-words">{title}</h3>
      <p className="text-sm text-soft">
        {[required && 'Has to be passed', gone && 'Not in the course any more'].filter(Boolean).join(' · ')}
      </p>
      {state === 'waits' && <p className="mt-1">Graded, and waits for its release.</p>}
      {state === 'none' && <p className="mt-1 text-soft">Not graded yet.</p>}
      {state === 'released' && (
        <>
          <p className="mt-1 text-xl font-semibold tabular-nums">
            {percent} %{required && <span className="font-normal">, {passed ? 'passed' : 'not passed'}</span>}
          </p>
          <div className="mt-3">
            <Derivation title="How it comes about" lines={lines} />
          </div>
        </>
      )}
    </li>
  );
}
