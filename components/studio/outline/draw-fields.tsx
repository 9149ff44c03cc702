import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import type { LessonDetails } from '@/features/authoring/outline/get-lesson-details';
import type { ShownLesson } from '@/features/authoring/outline/shown-fields';
import { mostDraws } from '@/rules/assessment/bank';
import { counted } from '@/rules/counted';

type Props = { draws: ShownLesson['quiz']['draws']; sets: LessonDetails['sets'] };

/** Lines that are empty at the end, to be filled in. */
const empty = 2;

/** What a quiz draws from the question bank: line by line a set, the tags that it asks for, and how many. */
export function DrawFields({ draws, sets }: Props) {
  if (sets.length === 0 && draws.length === 0)
    return (
      <p className="text-soft">
        A quiz can also draw from the question bank of the course. There is no set in it yet.
      </p>
    );
  const lines = [...draws, ...Array(empty).fill({ from: '', tags: '', count: '' })].slice(0, mostDraws);
  const known = sets.map(({ id, title, questions }) => ({
    value: id,
    label: `${title} (${counted(questions, 'question')})`,
  }));
  const tags = [...new Set(sets.flatMap((set) => set.tags))].sort();
  return (
    <fieldset className="draw-lines">
      <legend className="font-semibold">Drawn from the question bank</legend>
      <p className="text-sm text-soft">
        Each attempt draws so many from a set; with tags, of the questions that carry all of them.
        {tags.length > 0 && ` Tags in use: ${tags.join(', ')}.`}
      </p>
      {lines.map(({ from, tags: wanted, count }, index) => {
        const lost = from !== '' && !sets.some(({ id }) => id === from);
        const options = [
          { value: '', label: 'Nothing' },
          ...known,
          ...(lost ? [{ value: from, label: `${from} (not in the bank)` }] : []),
        ];
        const name = `quizDraws.${index}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <div key={index} className="draw-line">
            <SelectField
              name={`${name}.from`}
              label={`Set ${index + 1}`}
              options={options}
              defaultValue={from}
            />
            <Field name={`${name}.tags`} label="With tags" defaultValue={wanted} autoComplete="off" />
            <Field
              name={`${name}.count`}
              label="How many"
              inputMode="numeric"
              defaultValue={count}
              autoComplete="off"
            />
          </div>
        );
      })}
    </fieldset>
  );
}
