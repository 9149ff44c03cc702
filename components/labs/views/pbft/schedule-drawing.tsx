'use client';
import { useState } from 'react';
import type { Setting } from '@/kinds/labs/pbft/machine';
import { replay } from '@/kinds/labs/pbft/schedule';
import { Rounds } from '../../visuals/rounds';
import { Stepper } from '../../visuals/stepper';
import { Composer } from './composer';
import { roundsOf } from './rounds-of';

type Props = {
  id: string;
  title: string;
  setting: Setting;
  digests: readonly string[];
  /** As it stands in the form, and how it is put there; null where it is only looked at. */
  schedule: string;
  onChange: ((schedule: string) => void) | null;
};

/** A schedule as it is replayed: every message as an arrow, step by step, and what stops it in words. */
export function ScheduleDrawing({ id, title, setting, digests, schedule, onChange }: Props) {
  const played = replay(setting, digests, schedule);
  const { lines, problem } = played;
  // Where somebody stepped to; a line more or less, and all of it is shown again.
  const [stepped, setStepped] = useState({ at: 0, of: -1 });
  const at = stepped.of === lines.length ? stepped.at : lines.length;
  const rounds = roundsOf(setting, digests, played, at);
  const newest = rounds.at(-1)?.messages.at(-1);
  return (
    <>
      <Rounds
        id={id}
        title={title}
        legend={digests}
        rounds={rounds}
        lanes={Array.from({ length: setting.replicas }, (_, replica) => {
          const notes = [
            replica === setting.primary ? 'primary' : '',
            replica === setting.liar ? 'lies' : '',
          ];
          return {
            name: `Replica ${replica}`,
            notes: notes.filter((note) => note !== ''),
            bad: replica === setting.liar,
          };
        })}
      />
      <Stepper
        label={`Steps: ${title}`}
        at={at}
        steps={lines.length}
        says={newest ? `${newest.text}. ${newest.outcome}` : 'nobody has said anything yet.'}
        onStep={(to) => setStepped({ at: to, of: lines.length })}
      />
      {problem ? (
        <p className="lab-problem">
          Line {problem.at} is where it stops: {problem.says}
        </p>
      ) : null}
      {onChange ? (
        <Composer id={id} setting={setting} digests={digests} schedule={schedule} onChange={onChange} />
      ) : null}
    </>
  );
}
