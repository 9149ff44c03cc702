import { pbftCheck } from '@/kinds/labs/pbft/check';
import { settingOf } from '@/kinds/labs/pbft/setting';
import type { PbftTask } from '@/kinds/labs/pbft/task';
import { networkOf } from '@/kinds/network/setup';
import { NetworkPlay } from '../network/network-play';
import type { LabDrawing, LabView } from '../view';
import { ScheduleDrawing } from './pbft/schedule-drawing';

/** The round of four that commits in spite of a liar, and the round of three that one splits. */
function Drawing({ task, values, set }: LabDrawing<PbftTask>) {
  const [four, three] = [settingOf(task.four), settingOf(task.three)];
  const [request, other] = task.four.digests;
  return (
    <>
      <h4>Four replicas</h4>
      <p>
        View {task.four.view}: {task.four.view} modulo 4 is {four.primary}, so replica {four.primary} is the
        primary. The client’s request has the digest <code>{request}</code>. Replica {four.liar} lies, and
        whatever it says carries <code>{other}</code>. Three matching voices are a quorum.
      </p>
      <ScheduleDrawing
        id="pbft-four"
        title="The messages of the four"
        setting={four}
        digests={task.four.digests}
        schedule={values.schedule ?? ''}
        onChange={set ? (schedule) => set({ schedule }) : null}
      />
      {set && (
        <NetworkPlay
          says={`Four organisations stand for your four replicas: the Bank is replica 0, the Buyer 1, the Supplier 2 and the Carrier 3. As in your task, replica ${four.liar} lies. Step through what they say, and then let others fail, too.`}
          setup={networkOf({
            size: 4,
            primary: four.primary,
            faults: [0, 1, 2, 3].map((at) => (at === four.liar ? 'lie' : 'none')),
            policy: '1 of (Bank, Buyer, Supplier, Carrier)',
            seed: request,
          })}
        />
      )}
      <h4>Three replicas</h4>
      <p>
        View {task.three.view}: replica {three.primary} is the primary, and it lies. There are two requests,{' '}
        <code>{task.three.digests[0]}</code> and <code>{task.three.digests[1]}</code>. Nobody can wait for all
        three, because the liar may stay silent: so two matching voices are a quorum, one’s own included.
      </p>
      <ScheduleDrawing
        id="pbft-three"
        title="The messages of the three"
        setting={three}
        digests={task.three.digests}
        schedule={values.split ?? ''}
        onChange={set ? (split) => set({ split }) : null}
      />
    </>
  );
}

export const view: LabView<PbftTask> = { check: pbftCheck, Drawing };
