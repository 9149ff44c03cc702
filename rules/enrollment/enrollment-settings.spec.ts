import { describe, expect, test } from 'vitest';
import { readTerms, type SetTerms, shownTerms, type TermsForm } from './enrollment-settings';

const zone = 'Europe/Berlin';
const form: TermsForm = {
  policy: 'key',
  key: 'kapitel-7',
  domains: '@School.example, math.uni.example;\nschool.example',
  opens: '2026-12-01T09:00',
  closes: '2026-12-20T18:00',
  starts: '2027-01-11T08:00',
  ends: '2027-03-31T23:59',
  lengthDays: '60',
  seats: '30',
  waitlist: 'yes',
  offerHours: '48',
};
const terms: SetTerms = {
  policy: 'key',
  key: 'kapitel-7',
  emailDomains: ['school.example', 'math.uni.example'],
  opensAt: new Date('2026-12-01T08:00Z'),
  closesAt: new Date('2026-12-20T17:00Z'),
  startsAt: new Date('2027-01-11T07:00Z'),
  endsAt: new Date('2027-03-31T21:59Z'),
  lengthDays: 60,
  seats: 30,
  waitlist: true,
  offerHours: 48,
};
const nothing: TermsForm = {
  policy: 'open',
  key: ' ',
  domains: '',
  opens: '',
  closes: '',
  starts: '',
  ends: '',
  lengthDays: '',
  seats: '',
  waitlist: 'no',
  offerHours: '24',
};

describe('the terms of a form', () => {
  test('are read in the zone in which they are meant, and shown so again', () => {
    expect(readTerms(form, zone, null)).toEqual({ terms });
    expect(shownTerms(terms, zone)).toEqual({ ...form, domains: 'school.example\nmath.uni.example' });
  });

  test('may be next to nothing', () => {
    const read = readTerms(nothing, zone, null);
    expect(read).toMatchObject({ terms: { policy: 'open', key: null, emailDomains: [], seats: null } });
    if ('terms' in read) expect(shownTerms(read.terms, zone)).toEqual({ ...nothing, key: '' });
  });

  test('a time that was left as it was stays the instant it was, in a night with two half past twos', () => {
    const second = new Date('2026-10-25T01:30Z');
    const ends = '2026-10-25T02:30';
    expect(readTerms({ ...nothing, ends }, zone, { ...terms, endsAt: second })).toMatchObject({
      terms: { endsAt: second },
    });
    expect(readTerms({ ...nothing, ends }, zone, null)).toMatchObject({
      terms: { endsAt: new Date('2026-10-25T00:30Z') },
    });
  });
});

describe('what is wrong is said at its field', () => {
  test.each([
    ['policy', 'anyhow', 'Choose how people come in.'],
    ['key', '', 'Give the key that people need.'],
    ['key', 'short', 'A key is 6 to 100 characters in one line.'],
    ['key', 'two\u0000lines', 'A key is 6 to 100 characters in one line.'],
    ['domains', 'school', '“school” is not a domain. Write it like school.example.'],
    ['domains', 'me@school.example', '“me@school.example” is not a domain. Write it like school.example.'],
    ['domains', Array.from({ length: 51 }, (_, n) => `d${n}.example`).join(' '), 'At most 50 domains.'],
    ['opens', 'soon', 'Give a day and a time, like 2026-12-01 09:00.'],
    ['opens', '2026-13-01T09:00', 'Give a day and a time, like 2026-12-01 09:00.'],
    ['opens', '0001-01-01T09:00', 'Give a year between 2000 and 2200.'],
    ['opens', '9999-01-01T09:00', 'Give a year between 2000 and 2200.'],
    ['starts', '2026-03-29T02:30', 'The clocks go forward then: there is no 02:30 on that day.'],
    ['closes', '2026-11-01T09:00', 'It closes before it opens.'],
    ['ends', '2026-11-01T09:00', 'It ends before it begins.'],
    ['lengthDays', '0', 'Give a number of days from 1 to 3650, or leave it empty.'],
    ['lengthDays', '1e3', 'Give a number of days from 1 to 3650, or leave it empty.'],
    ['seats', '-1', 'Give a number of seats from 1 to 1000000, or leave it empty.'],
    ['seats', '99999999999', 'Give a number of seats from 1 to 1000000, or leave it empty.'],
    ['offerHours', '', 'Give a number of hours from 1 to 720.'],
    ['offerHours', '721', 'Give a number of hours from 1 to 720.'],
  ])('%s %j', (field, value, problem) => {
    expect(readTerms({ ...form, [field]: value }, zone, null)).toEqual({ fields: { [field]: problem } });
  });
});
