'use client';
import { useMemo } from 'react';
import { cityCheck, lastBefore, verdictName } from '@/kinds/labs/city/check';
import { type Header, headerHash } from '@/kinds/labs/city/header';
import { fits, verdicts } from '@/kinds/labs/city/judge';
import type { CityTask } from '@/kinds/labs/city/task';
import type { Values } from '@/kinds/labs/verdict';
import { networkOf } from '@/kinds/network/setup';
import { Known } from '../city/known';
import { ReceivedRecord } from '../city/received';
import { NetworkPlay } from '../network/network-play';
import type { LabDrawing, LabView } from '../view';
import { Chain, type ChainBlock } from '../visuals/chain';
import { type Mark, Matrix } from '../visuals/matrix';

const tests = ['Height', 'Link', 'Office', 'Signed', 'Proof'];
const passes: Mark = { letter: '✓', words: 'passes', state: 'fits' };
const fails: Mark = { letter: '✗', words: 'fails', state: 'extra' };

/** What a verdict says of one of the five tests; nothing of those after the first that is failed. */
function markOf(verdict: string | undefined, test: number): Mark[] {
  const place = (verdicts as readonly string[]).indexOf(verdict ?? '');
  if (place === 0 || test + 1 < place) return [passes];
  return place === test + 1 ? [fails] : [];
}

/** The header that was trusted first, and each that is accepted: as a chain, with what does not fit in it. */
function chainOf({ trusted, records }: CityTask, values: Values): ChainBlock[] {
  const accepted = records.flatMap(({ header }, at) =>
    values[verdictName(at)] === 'accept' ? [{ header, from: `Record ${at + 1}` }] : [],
  );
  let before: Header | null = null;
  return [{ header: trusted, from: 'Trusted' }, ...accepted].map(({ header, from }) => {
    const linked = !before || header.previous === headerHash(before);
    const above = !before || header.height > before.height;
    before = header;
    return {
      title: `${from}: height ${header.height}`,
      cells: [
        { label: 'Previous', value: header.previous, problem: linked ? null : 'is not the hash above' },
        { label: 'Hash', value: headerHash(header) },
      ],
      problem: above ? null : 'Its height is not above the one before',
    };
  });
}

/** What city B knows, what it has received, and what it has said of it so far. */
function Drawing({ task, values, set }: LabDrawing<CityTask>) {
  // More than twenty signatures: they are the task's, and no edit changes them.
  const fit = useMemo(
    () => task.records.map(({ header, signatures }) => signatures.map((one) => fits(header, one))),
    [task],
  );
  const blocks = chainOf(task, values);
  return (
    <>
      <Known {...task} />
      {task.records.map((received, at) => (
        <ReceivedRecord
          key={received.header.root}
          task={task}
          received={received}
          number={at + 1}
          fit={fit[at] ?? []}
          last={lastBefore(task, values, at)}
          set={set}
        />
      ))}
      {set && (
        <NetworkPlay
          says={`How a header gets its signatures in city A: seven organisations stand for its validators, and two of them may fail. One lies and one is behind a cut line; let a third fail, and no header gets the two thirds that you ask for.`}
          setup={networkOf({
            size: 7,
            faults: [0, 1, 2, 3, 4, 5, 6].map((at) => (at === 2 ? 'lie' : 'none')),
            apart: [0, 1, 2, 3, 4, 5, 6].map((at) => at === 5),
            policy: 'Bank',
            seed: task.trusted.root.slice(0, 8),
          })}
        />
      )}
      <h4>As you judge</h4>
      <Matrix
        label="The five tests, by your verdicts"
        rows={task.records.map((_, at) => `Record ${at + 1}`)}
        columns={tests}
        slots={[
          { letter: '✓', means: 'passes' },
          { letter: '✗', means: 'fails, and nothing after it is tested' },
        ]}
        marks={(row, column) => markOf(values[verdictName(row)], column)}
      />
      <Chain blocks={blocks} label="The headers that city B goes by, as you judge" />
    </>
  );
}

export const view: LabView<CityTask> = { check: cityCheck, Drawing };
