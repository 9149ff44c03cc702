import { type Draws, drawsFrom } from '../seeded';
import type { Event, ProvenanceTask } from './events';

const kinds = ['speed', 'mass', 'seal', 'device'] as const;
export type Kind = (typeof kinds)[number];
/** An event that cannot have happened as it is written, and why not. */
export type Fault = { id: string; kind: Kind };

const places = [
  { name: 'Hill farm', km: 0 },
  { name: 'Packing house', km: 12 },
  { name: 'Cold store', km: 40 },
  { name: 'Checkpoint east', km: 210 },
  { name: 'Checkpoint west', km: 480 },
  { name: 'Distribution centre', km: 900 },
  { name: 'City market', km: 935 },
] as const;
type Place = (typeof places)[number]['name'];

/** What happens to each lot: where, who writes it down, what is written, and minutes since the step before. */
const steps: { what: string; place: Place; by: string; least: number; most: number }[] = [
  { what: 'Harvested and weighed', place: 'Hill farm', by: 'Grower', least: 0, most: 20 },
  { what: 'Cleaned and weighed', place: 'Packing house', by: 'Grower', least: 60, most: 90 },
  { what: 'Packed, weighed and sealed', place: 'Packing house', by: 'Grower', least: 30, most: 50 },
  { what: 'Brought into the cold', place: 'Cold store', by: 'Carrier', least: 60, most: 110 },
  { what: 'Left by lorry', place: 'Cold store', by: 'Carrier', least: 240, most: 480 },
  { what: 'Seal read', place: 'Checkpoint east', by: 'Road office', least: 135, most: 180 },
  { what: 'Seal read', place: 'Checkpoint west', by: 'Road office', least: 215, most: 280 },
  { what: 'Arrived', place: 'Distribution centre', by: 'Carrier', least: 335, most: 430 },
  { what: 'Seal opened, weighed', place: 'Distribution centre', by: 'Trader', least: 30, most: 90 },
  { what: 'Delivered and weighed', place: 'City market', by: 'Trader', least: 60, most: 200 },
];
const [cleaned, packed, cold, left, east, west, arrived, opened, delivered] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9,
] as const;
const weighings: readonly number[] = [0, cleaned, packed, opened, delivered];
const lots = ['A', 'B', 'C'] as const;

type Devices = ProvenanceTask['devices'];

function devicesOf({ below }: Draws): Devices {
  const first = 10 + below(60);
  return [
    { what: 'Scale', place: 'Hill farm' },
    { what: 'Scale', place: 'Packing house' },
    { what: 'Thermometer', place: 'Cold store' },
    { what: 'Seal reader', place: 'Checkpoint east' },
    { what: 'Seal reader', place: 'Checkpoint west' },
    { what: 'Scale', place: 'Distribution centre' },
    { what: 'Scale', place: 'City market' },
    ...lots.map((lot) => ({ what: `Tracker of the lorry with lot ${lot}`, place: null })),
  ].map((device, at) => ({ id: `D${first + 3 * at}`, ...device }));
}

/** One lot as it really went. */
function lotOf(draws: Draws, index: number, begin: number, devices: Devices): Event[] {
  const { below, hex } = draws;
  const lot = lots[index] ?? '';
  const seal = `S-${hex(3)}`;
  let [at, kg] = [begin, 900 + 10 * below(60)];
  return steps.map(({ what, place, by, least, most }, step): Event => {
    at += least + below(most - least + 1);
    // What is cleaned and cut away weighs up to a tenth; later only water is lost.
    if (step === cleaned) kg = Math.round((kg * (900 + below(60))) / 1000);
    else if (step > cleaned && weighings.includes(step)) kg -= 1 + below(8);
    const carried = step === left || step === arrived;
    const device = devices.find((one) => (carried ? one.what.endsWith(`lot ${lot}`) : one.place === place));
    return {
      id: `E-${hex(4)}`,
      at,
      lot,
      what,
      place,
      by,
      device: device?.id ?? '',
      ...(weighings.includes(step) ? { kg } : {}),
      ...(step >= packed && step <= opened ? { seal } : {}),
      ...(step === cold || carried ? { celsius: 2 + below(4) } : {}),
    };
  });
}

/** What is odd and yet possible: an hour lost, a warm lorry, a seal that was exchanged and written down as such. */
function oddities({ shuffled, hex, below }: Draws, all: Event[][]): Event[][] {
  const [late, warm, exchanged] = shuffled([0, 1, 2]);
  const seal = `S-${hex(3)}`;
  return all.map((events, index) =>
    events.map((event, step) => ({
      ...event,
      ...(index === late && step >= east ? { at: event.at + 600 } : {}),
      ...(index === warm && step === arrived ? { celsius: 11 + below(4) } : {}),
      ...(index === exchanged && step === west ? { what: 'Inspected, seal exchanged', seal } : {}),
      ...(index === exchanged && step > west && event.seal ? { seal } : {}),
    })),
  );
}

/** Makes one event impossible, in one of the four ways. */
function falsify(
  draws: Draws,
  devices: Devices,
  kind: Kind,
  all: Event[][],
  taken: string,
): { all: Event[][]; fault: Fault } {
  const { pick, below, shuffled } = draws;
  // A seal is used again by a lot that was packed later than another one.
  const index = kind === 'seal' ? 1 + below(2) : below(3);
  const earlier = all[kind === 'seal' ? below(index) : index] ?? [];
  const candidates = {
    speed: [east, west, arrived],
    mass: [packed, opened, delivered],
    seal: [packed],
    device: [cleaned, east, west, opened, delivered],
  }[kind];
  const lot = all[index] ?? [];
  const at = shuffled(candidates).find((step) => lot[step]?.id !== taken) ?? packed;
  const before = lot[at - 1];
  const weighed = lot.slice(0, at).findLast(({ kg }) => kg !== undefined)?.kg ?? 0;
  const seal = earlier[packed]?.seal;
  const own = lot[at]?.device;
  const sort = devices.find(({ id }) => id === own)?.what;
  const others = devices.filter(({ id, what }) => what === sort && id !== own);
  const elsewhere = kind === 'device' ? pick(others).id : own;
  const soon = 14 + below(20);
  const more = Math.round((weighed * (112 + below(14))) / 100);
  const broken = lot[packed]?.seal;
  const changed = lot.map((event, step): Event => {
    if (kind === 'seal') return event.seal && event.seal === broken && seal ? { ...event, seal } : event;
    if (step !== at) return event;
    if (kind === 'speed') return { ...event, at: (before?.at ?? 0) + soon };
    return kind === 'mass' ? { ...event, kg: more } : { ...event, device: elsewhere ?? '' };
  });
  return {
    all: all.map((events, which) => (which === index ? changed : events)),
    fault: { id: lot[at]?.id ?? '', kind },
  };
}

/** The events of one learner in the order of time, two of them impossible, each in another way. */
export function storyOf(seed: Uint8Array) {
  const draws = drawsFrom(seed, 'provenance');
  const devices = devicesOf(draws);
  let begin = 300;
  const lotsAsTheyWent = lots.map((_, index) => {
    begin += 150 + draws.below(40);
    return lotOf(draws, index, begin, devices);
  });
  const drawn = draws.shuffled(kinds).slice(0, 2);
  // A seal has one event in which it can be wrong, so it is made wrong before another kind takes that event.
  const [one = 'speed', other = 'mass'] = drawn.toSorted(
    (a, b) => Number(b === 'seal') - Number(a === 'seal'),
  );
  const first = falsify(draws, devices, one, oddities(draws, lotsAsTheyWent), '');
  const second = falsify(draws, devices, other, first.all, first.fault.id);
  return {
    places: places.map(({ name, km }) => ({ name, km })),
    devices,
    events: second.all.flat().sort((a, b) => a.at - b.at),
    faults: [first.fault, second.fault],
  };
}
