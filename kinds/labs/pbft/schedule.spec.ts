import { describe, expect, test } from 'vitest';
import { isCommitted, isPrepared, type Setting } from './machine';
import { replay } from './schedule';
import { further, furtherInWords } from './stages';

const four: Setting = { replicas: 4, primary: 1, liar: 3, quorum: 3 };
const digests = ['9f04', '77aa'];
const run = (lines: string[], setting = four) => replay(setting, digests, lines.join('\n'));
const last = (lines: string[], setting = four) => run(lines, setting).states.at(-1) ?? [];
const upTo = (count: number) =>
  [
    'pre-prepare 1 all 9f04',
    'prepare 0 all 9f04',
    'prepare 2 all 9f04',
    'commit 0 all 9f04',
    'commit 1 all 9f04',
    'commit 2 all 9f04',
  ].slice(0, count);

describe('a schedule is replayed', () => {
  test('until who has 2f prepares is prepared, and who has 2f + 1 commits has committed', () => {
    const counts = [0, 1, 2, 3, 4, 5, 6].map((count) => {
      const state = last(upTo(count));
      return [
        state.filter((replica) => isPrepared(four, replica)).length,
        state.filter((replica) => isCommitted(four, replica)).length,
      ];
    });
    expect(counts).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [4, 0],
      [4, 0],
      [4, 0],
      [4, 4],
    ]);
  });

  test('with every state from silence on, so that one can step backwards', () => {
    const { states, lines, problem } = run(upTo(6));
    expect([states.length, lines.length, problem]).toEqual([7, 6, null]);
    expect(states.slice(0, 3)).toEqual(run(upTo(2)).states);
  });

  test('and what a liar says to fill up numbers counts once, and for its digest only', () => {
    const lies = ['prepare 3 0 77aa', 'prepare 3 0 77aa', 'prepare 3 0 9f04', 'prepare 3 0 9f04'];
    const [zero] = last([...upTo(1), ...lies]);
    expect(zero && isPrepared(four, zero)).toBe(false);
    const [prepared] = last([...upTo(2), ...lies]);
    expect(prepared && isPrepared(four, prepared)).toBe(true);
  });

  test('with spelling as a phone makes it, and without empty lines', () => {
    expect(run(['  Pre-Prepare 1  all 9F04', '', 'Prepare 0 1,2,3 9f04 ']).problem).toBeNull();
  });

  test.each([
    ['hello 1 all 9f04', 'E_LINE'],
    ['prepare 4 all 9f04', 'E_LINE'],
    ['prepare 0 everybody 9f04', 'E_LINE'],
    ['prepare 0 0 9f04', 'E_LINE'],
    ['prepare 0 all abcd', 'E_LINE'],
    ['prepare 0 all 9f04 now', 'E_LINE'],
    ['constructor 0 all 9f04', 'E_LINE'],
    ['pre-prepare 3 all 9f04', 'E_NOT_PRIMARY'],
    ['pre-prepare 1 all 77aa', 'E_EQUIVOCATES'],
    ['prepare 1 all 9f04', 'E_PRIMARY_PREPARES'],
    ['prepare 0 all 77aa', 'E_NO_PREPREPARE'],
    ['prepare 0 1 9f04', 'E_NOT_TO_ALL'],
    ['commit 0 all 9f04', 'E_NOT_PREPARED'],
  ])('until %s, which is answered with %s and its line', (line, code) => {
    expect(run([...upTo(1), line]).problem).toMatchObject({ at: 2, code });
  });
});

test('three replicas that wait for two votes are split by a primary that lies', () => {
  const three: Setting = { replicas: 3, primary: 0, liar: 0, quorum: 2 };
  const state = last(
    [
      'pre-prepare 0 1 9f04',
      'pre-prepare 0 2 77aa',
      'prepare 1 all 9f04',
      'prepare 2 all 77aa',
      'commit 1 all 9f04',
      'commit 2 all 77aa',
      'commit 0 1 9f04',
      'commit 0 2 77aa',
    ],
    three,
  );
  expect(state.slice(1).map((replica) => [isCommitted(three, replica), replica.accepted])).toEqual([
    [true, '9f04'],
    [true, '77aa'],
  ]);
});

test('four replicas are not split, whatever a primary that lies tells each of them', () => {
  const setting: Setting = { replicas: 4, primary: 3, liar: 3, quorum: 3 };
  // Each honest replica follows the protocol, and the liar gives each whatever would help its digest.
  for (let told = 0; told < 8; told += 1) {
    const heard = [0, 1, 2].map((replica) => ({ replica, digest: digests[(told >> replica) & 1] ?? '' }));
    const lines = [
      ...heard.map(({ replica, digest }) => `pre-prepare 3 ${replica} ${digest}`),
      ...heard.map(({ replica, digest }) => `prepare 3 ${replica} ${digest}`),
      ...heard.map(({ replica, digest }) => `prepare ${replica} all ${digest}`),
      ...heard.map(({ replica, digest }) => `commit 3 ${replica} ${digest}`),
    ];
    const prepared = run(lines, setting);
    expect(prepared.problem).toBeNull();
    const commits = heard
      .filter(({ replica }) => {
        const knows = prepared.states.at(-1)?.[replica];
        return knows && isPrepared(setting, knows);
      })
      .map(({ replica, digest }) => `commit ${replica} all ${digest}`);
    const committed = last([...lines, ...commits], setting)
      .slice(0, 3)
      .filter((replica) => isCommitted(setting, replica));
    expect(new Set(committed.map(({ accepted }) => accepted)).size).toBeLessThan(2);
  }
});

test('what a message brings about is said for those together whom it brings equally far', () => {
  const said = ['', 'prepared for 9f04', 'prepared for 9f04', 'committed 9f04'];
  expect(furtherInWords(said)).toBe('Replicas 1, 2 are prepared for 9f04. Replica 3 has committed 9f04.');
  expect(furtherInWords(['', ''])).toBe('No honest replica is further than before.');
  const { states } = run(upTo(3));
  const [before, after] = states.slice(-2);
  expect(before && after && further(four, before, after)).toEqual([
    'prepared for 9f04',
    'prepared for 9f04',
    'prepared for 9f04',
    '',
  ]);
});
