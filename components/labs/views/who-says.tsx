import type { Values } from '@/kinds/labs/verdict';
import { nameOf, whoSaysCheck } from '@/kinds/labs/who-says/check';
import { type Column, columns, levels, modes } from '@/kinds/labs/who-says/choices';
import type { WhoSaysTask } from '@/kinds/labs/who-says/task';
import type { LabDrawing, LabView } from '../view';
import { Ladder } from '../visuals/ladder';

/** What each level takes, in the two words that a ladder has room for. */
const takes: Record<string, string> = {
  E0: 'said',
  E1: 'planned',
  E2: 'own figure',
  E3: 'seen by others',
  E4: 'measured',
};

/** The label of what was chosen for a sentence; undefined where nothing is. */
function chosen(values: Values, id: string, column: Column): string | undefined {
  const options = columns.find(({ name }) => name === column)?.options ?? [];
  return options.find(({ value }) => value === values[nameOf(id, column)])?.label;
}

/** The marks of one sentence in words, and what in them contradicts itself. */
function Marks({ values, id }: { values: Values; id: string }) {
  const [gloss, writer] = [values[nameOf(id, 'mode')], values[nameOf(id, 'speaker')]];
  const odd = gloss && writer && (gloss === 'gloss') !== (writer === 'writer');
  return (
    <td>
      <span>{chosen(values, id, 'speaker') ?? 'No speaker yet'}</span>
      <span>{chosen(values, id, 'mode') ?? 'No mode yet'}</span>
      <span>{chosen(values, id, 'level') ?? 'No level yet'}</span>
      {odd && (
        <span className="lab-verdict lab-verdict-bad">
          Gloss and the writer belong together: one of the two is missing.
        </span>
      )}
    </td>
  );
}

/** The report with the marks that were made, and its sentences on the ladder of evidence. */
function Drawing({ task, values }: LabDrawing<WhoSaysTask>) {
  const { sentences } = task;
  const chips = sentences.map(({ id }) => {
    const mode = chosen(values, id, 'mode');
    const level = values[nameOf(id, 'level')];
    return { id, letter: mode?.[0] ?? '?', level, label: `Sentence ${id}: ${mode ?? 'no mode yet'}` };
  });
  const on = (level: string) => chips.filter((chip) => chip.level === level);
  const rungs = [...levels]
    .reverse()
    .map(({ value }) => ({ name: value, means: takes[value] ?? '', chips: on(value) }));
  const without = chips.filter(({ level }) => !levels.some(({ value }) => value === level));
  return (
    <>
      <h4>The report</h4>
      <table className="figure-table lab-record lab-marked">
        <caption className="visually-hidden">Each sentence of the report with your marks</caption>
        <thead>
          <tr>
            <th scope="col">Sentence</th>
            <th scope="col">Your marks</th>
          </tr>
        </thead>
        <tbody>
          {sentences.map(({ id, says }) => (
            <tr key={id}>
              <th scope="row">
                <strong>{id}</strong> {says}
              </th>
              <Marks values={values} id={id} />
            </tr>
          ))}
        </tbody>
      </table>
      <h4>What supports it</h4>
      <p>
        Each sentence stands on the level you gave it, with a letter for how it is carried:{' '}
        {modes.map(({ label }) => `${label[0]} ${label.toLowerCase()}`).join(', ')}, ? not chosen yet.
      </p>
      <Ladder
        rungs={[...rungs, { name: 'No level', means: 'not chosen yet', chips: without }]}
        label="The sentences by their level of evidence; the table above says the same."
      />
    </>
  );
}

export const view: LabView<WhoSaysTask> = { check: whoSaysCheck, Drawing };
