import type { LabSolution } from '../solution';
import type { Values } from '../verdict';
import type { Event, ProvenanceTask } from './events';
import type { Fault } from './story';
import { provenanceTask } from './task';

/** Faster than this no lorry is, in km/h. */
const fastest = 120;

/** What is impossible in a batch, by what anybody can read of it. */
export function impossibleIn({ events, places, devices }: ProvenanceTask): Fault[] {
  const kmOf = (event: Event) => places.find(({ name }) => name === event.place)?.km ?? 0;
  const closed = new Map<string, string>();
  return events.flatMap((event, index): Fault[] => {
    const { id, lot, seal, kg, device } = event;
    const earlier = events.slice(0, index).filter((one) => one.lot === lot);
    const before = earlier.at(-1);
    const faults: Fault[] = [];
    if (before && (kmOf(event) - kmOf(before)) * 60 > fastest * (event.at - before.at))
      faults.push({ id, kind: 'speed' });
    const weighed = earlier.findLast((one) => one.kg !== undefined)?.kg;
    if (kg !== undefined && weighed !== undefined && kg > weighed) faults.push({ id, kind: 'mass' });
    if (seal && before?.seal !== seal && closed.has(seal)) faults.push({ id, kind: 'seal' });
    if (seal) closed.set(seal, lot);
    const fixed = devices.find((one) => one.id === device)?.place;
    if (fixed && fixed !== event.place) faults.push({ id, kind: 'device' });
    return faults;
  });
}

const found = (faults: readonly Fault[]): Values =>
  Object.fromEntries(
    faults.flatMap(({ id, kind }, at) => [
      [`event-${at + 1}`, id],
      [`why-${at + 1}`, kind],
      [`control-${at + 1}`, kind],
    ]),
  );

/** How the lab is solved, and what wrong work is answered with. */
export const provenanceSolution: LabSolution = {
  solve: (seed) => found(impossibleIn(provenanceTask(seed))),
  mutations: {
    E_EMPTY: (work) => ({ ...work, 'control-2': '' }),
    E_FORM: (work) => ({ ...work, 'event-1': 'E-00000000x' }),
    E_SAME: (work) => ({ ...work, 'event-2': work['event-1'] ?? '' }),
    E_POSSIBLE: (work, seed) => {
      const possible = provenanceTask(seed).events.find(({ id }) => !Object.values(work).includes(id));
      return { ...work, 'event-2': possible?.id ?? '' };
    },
    E_WHY: (work) => ({ ...work, 'why-1': work['why-2'] ?? '' }),
    E_CONTROL: (work) => ({ ...work, 'control-2': 'key' }),
  },
};
