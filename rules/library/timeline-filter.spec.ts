import { describe, expect, test } from 'vitest';
import type { LibraryEvent } from './edition-library';
import { byYear, eventsFor, timelineChoices } from './timeline-filter';

const event = (date: string, more: Partial<LibraryEvent> = {}): LibraryEvent => ({
  date,
  what: date,
  actor: 'The congress',
  place: 'China',
  instrument: 'law',
  directives: [],
  sources: ['src-1'],
  ...more,
});
const events = [
  event('2019-10-24', { actor: 'Xi Jinping', instrument: 'speech', directives: ['D10', 'D4'] }),
  event('2019-10-26', { directives: ['D4'] }),
  event('2021', { actor: 'A company', place: 'Hamburg', instrument: 'ending' }),
];
const dates = (filter: Parameters<typeof eventsFor>[1]) => eventsFor(events, filter).map(({ date }) => date);

describe('the timeline', () => {
  test('without a filter is whole', () => {
    expect(dates({})).toEqual(['2019-10-24', '2019-10-26', '2021']);
  });

  test('is filtered by actor, place, instrument and passage', () => {
    expect(dates({ actor: 'A company' })).toEqual(['2021']);
    expect(dates({ place: 'China' })).toEqual(['2019-10-24', '2019-10-26']);
    expect(dates({ instrument: 'law' })).toEqual(['2019-10-26']);
    expect(dates({ directive: 'D4' })).toEqual(['2019-10-24', '2019-10-26']);
  });

  test('keeps only what fits in everything that is asked', () => {
    expect(dates({ directive: 'D4', instrument: 'law' })).toEqual(['2019-10-26']);
    expect(dates({ directive: 'D4', place: 'Hamburg' })).toEqual([]);
    expect(dates({ actor: 'constructor' })).toEqual([]);
  });

  test('is told year by year', () => {
    expect(byYear(events).map(({ year, events: of }) => [year, of.length])).toEqual([
      ['2019', 2],
      ['2021', 1],
    ]);
  });
});

describe('the choices of a field', () => {
  test('are counted with what the other fields ask', () => {
    expect(timelineChoices(events, { place: 'China', actor: 'The congress' }, 'actor')).toEqual([
      { value: 'The congress', count: 1 },
      { value: 'Xi Jinping', count: 1 },
    ]);
    expect(timelineChoices(events, { actor: 'A company' }, 'place')).toEqual([
      { value: 'Hamburg', count: 1 },
    ]);
  });

  test('have what is chosen, although it leaves nothing', () => {
    expect(timelineChoices(events, { place: 'Hamburg', instrument: 'law' }, 'instrument')).toEqual([
      { value: 'law', count: 0 },
      { value: 'ending', count: 1 },
    ]);
  });

  test('stand in the order of the field: instruments by kind, passages by number', () => {
    const values = (field: 'instrument' | 'directive') =>
      timelineChoices(events, {}, field).map(({ value }) => value);
    expect(values('instrument')).toEqual(['speech', 'law', 'ending']);
    expect(values('directive')).toEqual(['D4', 'D10']);
  });
});
