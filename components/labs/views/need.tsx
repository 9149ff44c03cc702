import { answersIn, nameIn, needCheck } from '@/kinds/labs/need/check';
import type { NeedTask } from '@/kinds/labs/need/task';
import { type End, endLabel, ends, lastEnd, questions, type Walk, walk } from '@/kinds/labs/need/tree';
import type { LabDrawing, LabView } from '../view';
import { DecisionTree } from '../visuals/decision-tree';

const steps = questions.map(({ asks, exit, to }) => ({ asks, exit, to: endLabel(to) }));

const isEnd = (value: string | undefined): value is End => ends.some((end) => end.value === value);

/** The way so far in words, and whether the end that was chosen is the one that it leads to. */
function InWords({ answers, end, chosen }: Walk & { chosen: string | undefined }) {
  const asked = questions[answers.length]?.asks;
  return (
    <>
      <ol className="lab-steps">
        {answers.map((answer, at) => (
          <li key={questions[at]?.asks}>
            {questions[at]?.asks} <strong>{answer === 'yes' ? 'Yes.' : 'No.'}</strong>
          </li>
        ))}
      </ol>
      <p>{end ? `So your way ends at: ${endLabel(end)}.` : `The question now: ${asked}`}</p>
      {isEnd(chosen) && end && chosen !== end && (
        <p className="lab-verdict lab-verdict-bad">
          You chose “{endLabel(chosen)}”, and your answers lead to “{endLabel(end)}”.
        </p>
      )}
    </>
  );
}

/** Each case with its numbered facts, and the way that is taken through the tree for it. */
function Drawing({ task, values }: LabDrawing<NeedTask>) {
  return task.cases.map(({ title, story, facts }, at) => {
    const number = at + 1;
    const way = walk(answersIn(values, number));
    const cited = values[nameIn(number, 'fact')];
    const taken = way.answers.length === 0 ? 'no question is answered yet' : `${way.answers.join(', ')}`;
    return (
      <section key={title}>
        <h4>
          {number} {title}
        </h4>
        <p>{story}</p>
        <ul className="lab-numbered">
          {facts.map(({ id, says }) => (
            <li key={id} className={id === cited ? 'lab-cited' : undefined}>
              <span className="lab-number">{id}</span>
              <span>
                {says}
                {id === cited && <strong> Chosen as the fact that decides.</strong>}
              </span>
            </li>
          ))}
        </ul>
        <DecisionTree
          steps={steps}
          last={endLabel(lastEnd)}
          answers={way.answers}
          label={`The way through the tree for ${title}: ${taken}. It stands in words below.`}
        />
        <InWords {...way} chosen={values[nameIn(number, 'end')]} />
      </section>
    );
  });
}

export const view: LabView<NeedTask> = { check: needCheck, Drawing };
