import { array, assert, nat, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnOf, columnsProblem, fieldsOf, isRosterColumn, recogniseColumns } from './roster-columns';

/** Any code unit: halves of characters and NUL, too. */
const oddText = string({ unit: nat(0xffff).map((code) => String.fromCharCode(code)) });

test.each([
  ['E-mail', 'email'],
  [' EMAIL_Address ', 'email'],
  ['邮箱', 'email'],
  ['电子邮件（学校）', 'email'],
  ['Full Name', 'name'],
  ['姓名', 'name'],
  ['First name', 'givenName'],
  ['姓', 'familyName'],
  ['Surname', 'familyName'],
  ['Student ID', 'externalId'],
  ['学号', 'externalId'],
  ['sourcedId', 'externalId'],
  ['班级', 'cohort'],
  ['Cohort', 'cohort'],
  ['End date [yyyy-mm-dd]', 'ends'],
  ['结束日期', 'ends'],
  ['Phone', null],
  ['', null],
  ['constructor', null],
  ['__proto__', null],
])('the head %j is known as %s', (head, column) => {
  expect(columnOf(head)).toBe(column);
});

describe('columns are recognised', () => {
  const rows: [string, string[][], boolean, (string | null)[]][] = [
    [
      'by heads',
      [
        ['Name', 'E-mail'],
        ['A', 'a@b.cd'],
      ],
      true,
      ['name', 'email'],
    ],
    ['by heads of a list of nobody', [['Name', 'E-mail']], true, ['name', 'email']],
    [
      'once: the first of two counts',
      [
        ['Mail', 'E-mail', 'Phone'],
        ['a@b.cd', 'c@d.ef', '1'],
      ],
      true,
      ['email', null, null],
    ],
    [
      'by what stands in them, without heads',
      [
        ['Ann', 'a@b.cd'],
        ['Bo', 'b@b.cd'],
      ],
      false,
      ['name', 'email'],
    ],
    [
      'with a number beside, which is no name',
      [
        ['17', 'a@b.cd', 'Ann'],
        ['18', 'b@b.cd', 'Bo'],
      ],
      false,
      [null, 'email', 'name'],
    ],
    ['addresses alone', [['a@b.cd'], ['c@d.ef']], false, ['email']],
    [
      'addresses below a head that says nothing',
      [
        ['Who', 'Where'],
        ['Ann', 'a@b.cd'],
      ],
      true,
      [null, 'email'],
    ],
    ['ragged records', [['a@b.cd'], ['b@b.cd', '', 'Bo']], false, ['email', null, 'name']],
    [
      'heads without an address column',
      [
        ['Name', 'Class'],
        ['Ann', '3'],
      ],
      true,
      ['name', null],
    ],
    [
      'nothing that is known',
      [
        ['x', 'y'],
        ['1', '2'],
      ],
      false,
      [null, null],
    ],
    ['nothing', [], false, []],
  ];
  test.each(rows)('%s', (_title, records, hasHeads, columns) => {
    expect(recogniseColumns(records)).toEqual({ hasHeads, columns });
  });
  test('whatever the records are', () => {
    assert(
      property(array(array(oddText)), (records) => {
        const { columns } = recogniseColumns(records);
        expect(columns).toHaveLength(Math.max(0, ...records.map(({ length }) => length)));
        expect(columnsProblem(columns) ?? '').not.toContain('Two columns');
      }),
    );
  });
});

test('a choice of columns names people once, by an address or an id', () => {
  expect(columnsProblem(['email', null, 'name'])).toBeNull();
  expect(columnsProblem(['externalId'])).toBeNull();
  expect(columnsProblem(['name', null])).toContain('e-mail addresses');
  expect(columnsProblem(['email', 'email'])).toContain('“E-mail address”');
});

test('the cells of a record by what they are; those that are missing are empty', () => {
  expect(fieldsOf(['a', 'b'], ['name', null, 'email'])).toEqual({ name: 'a', email: '' });
});

test('a column is one of those there are', () => {
  expect(['email', 'toString', '', 1, null].map(isRosterColumn)).toEqual([true, false, false, false, false]);
});
