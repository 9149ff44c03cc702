import type { ShownImpact } from '@/features/authoring/publishing/impact-on-learners';
import { lessonSentence } from '@/rules/editions/impact-words';

const learnersInWords = (count: number): string =>
  count === 1 ? '1 person is still learning' : `${count} people are still learning`;

/** Whom an edition touches, lesson by lesson, if everybody who is still learning were moved to it. */
export function ImpactView({ impact, finished }: { impact: ShownImpact; finished: number | null }) {
  const { learners, lessons } = impact;
  const said = lessons.flatMap((lesson) => {
    const sentence = lessonSentence(lesson.impact);
    return sentence ? [{ ...lesson, sentence }] : [];
  });
  return (
    <div className="grid gap-4">
      <p className="text-lg">
        {learners === 0
          ? 'Nobody is learning on another edition, so nobody could be moved.'
          : `${learnersInWords(learners)} on an earlier edition. ${learners === 1 ? 'If they moved' : 'If all of them moved'}:`}
      </p>
      {learners > 0 && said.length === 0 && <p>Everybody keeps what they have.</p>}
      {said.length > 0 && (
        <ul className="pub-impact">
          {said.map(({ id, number, title, sentence }) => (
            <li key={id}>
              <p className="font-semibold">
                {number === null ? 'Removed: ' : `Lesson ${number}: `}
                {title}
              </p>
              <p>{sentence}</p>
            </li>
          ))}
        </ul>
      )}
      {finished !== null && (
        <p className="text-soft">
          {finished === 0
            ? 'Nobody has finished the course yet. Whoever does stays on the edition they finished, whatever you choose.'
            : `${finished === 1 ? '1 person has' : `${finished} people have`} finished the course. They stay on the edition they finished, whatever you choose, and so does everybody who left or whose time is over.`}
        </p>
      )}
    </div>
  );
}
