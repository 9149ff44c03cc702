import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { RunPlan, RunReport, RunStep } from '@/kinds/labs/run';
import { SolidityPool } from './pool';

// What is measured here is what is right, not how fast a loaded machine is.
const pool = new SolidityPool({ mostMs: 60_000, mostOfOne: 50 });
afterAll(() => pool.stop());

const source = (body: string, before = '') => `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;
${before}
contract Purse {
${body}
}
`;

const purse = source(`
    mapping(address => uint256) public had;
    event Put(address indexed who, uint256 amount);

    function put() external payable returns (uint256) {
        require(msg.value > 0, "nothing was sent");
        had[msg.sender] += msg.value;
        emit Put(msg.sender, msg.value);
        return had[msg.sender];
    }
`);

const deploy: RunStep = { deploy: 'work:Purse.sol:Purse', as: 'purse', from: 'ann' };

const planOf = (text: string, steps: RunStep[] = []): RunPlan => ({
  units: { work: { files: { 'Purse.sol': text } } },
  accounts: { ann: '1000', bob: '50' },
  tests: [{ name: 'one', title: 'All goes well', steps: [deploy, ...steps] }],
});

const put = (value: string): RunStep => ({ call: 'put()(uint256)', on: 'purse', from: 'ann', value });
const go: RunStep = { call: 'go()', on: 'purse', from: 'ann' };

async function ran(text: string, steps: RunStep[] = [], on = pool) {
  const report = await on.run(planOf(text, steps), 'ann');
  if (report.outcome !== 'ran') throw new Error(JSON.stringify(report));
  return report;
}
const whyOf = async (text: string, steps: RunStep[]) => (await ran(text, steps)).tests[0]?.why;

describe('what is run', () => {
  test('passes where balances, events, values and sums are as they should be, and says what it took', async () => {
    const report = await ran(purse, [
      { ...put('30'), expect: { returns: ['30'], event: { name: 'Put', args: ['@ann', '30'] } } } as RunStep,
      { ...put('0'), expect: { reverts: true } } as RunStep,
      {
        check: 'What is there',
        sum: [{ balanceOf: 'purse' }, { balanceOf: 'ann' }],
        is: 'equal',
        to: '1000',
      },
      {
        check: 'What is known',
        sum: [{ call: 'had(address)(uint256)', on: 'purse', args: ['@ann'] }],
        is: 'at least',
        to: '30',
      },
    ]);
    expect(report.tests).toEqual([
      { name: 'one', title: 'All goes well', hidden: false, passed: true, why: null },
    ]);
    expect(report.trace).toBeNull();
    const gas = report.gas.find(({ call }) => call === 'Purse.put');
    expect(gas).toMatchObject({ times: 1 });
    // A storage slot that is written for the first time costs 20,000 of it: EIP-2929.
    expect(gas?.most).toBeGreaterThan(21_000 + 20_000);
    expect(gas?.most).toBeLessThan(60_000);
  });

  test('is told with its reason and the lines it went through where it is refused', async () => {
    const report = await ran(purse, [put('0')]);
    expect(report.tests[0]?.why).toBe('ann calls put(), and it was refused: “nothing was sent”.');
    expect(report.trace?.lines.map(({ line, text }) => [line, text])).toEqual([
      [9, 'function put() external payable returns (uint256) {'],
      [10, 'require(msg.value > 0, "nothing was sent");'],
    ]);
  });

  test.each<[string, RunStep, RegExp]>([
    ['a value', { ...put('5'), expect: { returns: ['6'] } } as RunStep, /it gives \[5\] and not \[6\]/],
    [
      'an event',
      { ...put('5'), expect: { event: { name: 'Put', args: ['@bob', null] } } } as RunStep,
      /no event Put of \[bob, any\], but \[ann, 5\]/,
    ],
    ['a refusal', { ...put('5'), expect: { reverts: true } } as RunStep, /and it goes through/],
    ['a function', go, /Purse has no function go\(\)/],
    [
      'a sum',
      { check: 'What is there', sum: [{ balanceOf: 'purse' }], is: 'not equal', to: '0' },
      /What is there: it is 0, and has to be not equal 0/,
    ],
  ])('says which %s is not as it should be', async (_, step, why) => {
    expect(await whyOf(purse, [step])).toMatch(why);
  });

  test('is not compiled where it is wrong: line and column, with letters of more than one byte before', async () => {
    expect(await pool.run(planOf(source('    /* é区 */ uint256 x = ;')), 'ann')).toEqual({
      outcome: 'not-compiled',
      errors: [
        { unit: 'work', file: 'Purse.sol', line: 5, column: 26, says: expect.stringMatching(/^Expected/) },
      ],
    });
  });

  test('gives the same answer for the same input, in another process as well', async () => {
    const steps = [put('7'), { wait: 86_400 }, put('0')] as RunStep[];
    const other = new SolidityPool({ mostMs: 60_000 });
    const answers = [await ran(purse, steps), await ran(purse, steps), await ran(purse, steps, other)];
    other.stop();
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});

describe('what is meant badly', () => {
  test('a loop without an end runs out of gas, and says in which line', async () => {
    const report = await ran(
      source('    uint256 n;\n    function go() external { while (true) {\n        n += 1; } }'),
      [go],
    );
    expect(report.tests[0]?.why).toBe('ann calls go(), and it ran out of gas.');
    expect(report.trace?.lines.at(-1)?.text).toMatch(/n \+= 1|while/);
  });

  test('after two loops without an end, what is left is not run', async () => {
    const text = source('    function go() external { while (true) {} }');
    const { tests } = planOf(text, [go]);
    const plan = { ...planOf(text), tests: [1, 2, 3, 4].flatMap(() => tests) };
    const report = await pool.run(plan, 'ann');
    expect(report).toMatchObject({ outcome: 'ran' });
    if (report.outcome === 'ran') expect(report.tests.at(-1)?.why).toMatch(/^It was not run/);
  });

  test.each([
    ['endless calls of itself', 'function go() external { this.go(); }'],
    ['endless recursion inside', 'function go() public { go(); go(); }'],
    ['a giant answer', 'function go() external pure { assembly { return(0, 0xffffffffff) } }'],
    ['giant memory', 'function go() external pure { bytes memory b = new bytes(2**40); b; }'],
    ['a giant log', 'function go() external { assembly { log0(0, 10000000) } }'],
    ['an invalid instruction', 'function go() external pure { assembly { invalid() } }'],
    ['a loop in assembly', 'function go() external { assembly { for {} 1 {} { sstore(gas(), 1) } } }'],
    ['a bomb of contracts', 'function go() external { while (true) new Child(); }'],
    [
      'a precompile that takes long',
      'function go() external { while (true) { address(8).staticcall(new bytes(192 * 9)); } }',
    ],
  ])('%s ends', async (_, body) => {
    const report = await ran(source(body, 'contract Child { constructor() payable {} }'), [go]);
    expect(report.tests[0]?.why).toMatch(/ran out of gas|refused|ended with/);
    expect(JSON.stringify(report).length).toBeLessThan(20_000);
  });

  test('a long reason is cut', async () => {
    const body = 'function go() external pure { revert(string(new bytes(20000))); }';
    expect((await whyOf(source(body), [go]))?.length).toBeLessThan(450);
  });

  test('a source that is too long, and an import of anything else, are refused', async () => {
    expect(await pool.run(planOf(`${purse}//${'x'.repeat(32_768)}`), 'ann')).toMatchObject({
      outcome: 'refused',
      file: 'Purse.sol',
    });
    for (const name of [
      '/etc/passwd',
      '../../server/env.ts',
      'https://example.org/a.sol',
      'fs',
      './Other.sol',
    ])
      expect(await pool.run(planOf(source('', `import "${name}";`)), 'ann')).toMatchObject({
        outcome: 'not-compiled',
        errors: [{ line: 3, says: expect.stringMatching(/cannot be imported/) }],
      });
    await ran(source('', 'import "course/Guard.sol";'));
  });

  test.each([
    ['parentheses', `uint256 x = ${'('.repeat(14_000)}1${')'.repeat(14_000)};`],
    ['a number that is too large', 'uint256 x = 2**(2**(2**20));'],
    ['another compiler', 'pragma solidity 0.4.1;'],
    ['a null byte', 'uint256 x = \u0000;'],
  ])('%s are answered as an error of the source', async (_, body) => {
    expect(await pool.run(planOf(source(body)), 'ann')).toMatchObject({ outcome: 'not-compiled' });
  });
});

describe('the pool', () => {
  test('answers twenty at once in turn, knows who is where, and stays small', async () => {
    const done: string[] = [];
    const asked = Array.from({ length: 20 }, async (_, at) => {
      const report = await pool.run(planOf(purse, [put(String(at + 1))]), `learner ${at}`);
      done.push(`learner ${at}`);
      return report;
    });
    expect([0, 1, 19].map((at) => pool.position(`learner ${at}`))).toEqual([0, 1, 19]);
    expect((await Promise.all(asked)).every(({ outcome }) => outcome === 'ran')).toBe(true);
    expect(done).toEqual(Array.from({ length: 20 }, (_, at) => `learner ${at}`));
    expect(pool.position('learner 19')).toBeNull();
    expect(pool.pids()).toHaveLength(1);
    if (process.platform !== 'linux') return;
    const status = readFileSync(`/proc/${pool.pids()[0]}/status`, 'utf8');
    expect(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1])).toBeLessThan(290 * 1024);
  });

  test('replaces a worker that is killed: its job is our error, and those of others are run', async () => {
    const own = new SolidityPool({ mostMs: 60_000 });
    await own.run(planOf(purse), 'ann');
    const [before] = own.pids();
    const asked = ['ann', 'bob', 'eve'].map((who) => own.run(planOf(purse, [put('3')]), who));
    process.kill(before ?? 0, 'SIGKILL');
    const reports: RunReport[] = await Promise.all(asked);
    expect(reports.map(({ outcome }) => outcome)).toEqual(['system-error', 'ran', 'ran']);
    expect(reports[0]).toMatchObject({ why: 'crash' });
    expect(own.pids()).not.toContain(before);
    own.stop();
  });

  test('ends a job that takes too long or too much memory, and one in a worker that is used up is run in another', async () => {
    const own = new SolidityPool({ mostMs: 60, jobsPerWorker: 1 });
    const text = source('    function go() external { while (true) {} }');
    expect(await own.run(planOf(text, [go]), 'ann')).toEqual({ outcome: 'system-error', why: 'time' });
    expect(own.pids()).toEqual([]);
    own.stop();
    if (process.platform === 'linux') {
      const small = new SolidityPool({ mostMs: 60_000, mostBytes: 50 * 2 ** 20 });
      expect(await small.run(planOf(text, [go]), 'ann')).toEqual({ outcome: 'system-error', why: 'memory' });
      expect(small.pids()).toEqual([]);
    }
    const worn = new SolidityPool({ mostMs: 60_000, jobsPerWorker: 1 });
    for (let at = 0; at < 2; at += 1) await ran(purse, [], worn);
    expect(worn.pids()).toEqual([]);
    worn.stop();
  });

  test('takes no more than it can hold, and answers who waits when it stops', async () => {
    const own = new SolidityPool({ mostOfOne: 1, mostWaiting: 2 });
    const asked = ['a', 'b', 'b', 'c', 'd'].map((who) => own.run(planOf(purse), who));
    expect(await asked[2]).toEqual({ outcome: 'system-error', why: 'busy' });
    expect(await asked[4]).toEqual({ outcome: 'system-error', why: 'busy' });
    own.stop();
    expect((await Promise.all(asked)).map(({ outcome }) => outcome)).toEqual(Array(5).fill('system-error'));
    expect(await own.run(planOf(purse), 'e')).toEqual({ outcome: 'system-error', why: 'busy' });
  });

  test('answers a plan that nobody could keep as our error, and goes on', async () => {
    const plan = planOf(purse, [{ call: 'put()', on: 'nothing', from: 'ann' }]);
    expect(await pool.run(plan, 'ann')).toEqual({ outcome: 'system-error', why: 'plan' });
    const [pid] = pool.pids();
    await ran(purse);
    expect(pool.pids()).toEqual([pid]);
  });

  test('gives a worker nothing of the settings of the platform', async () => {
    await ran(purse);
    if (process.platform !== 'linux') return;
    expect(readFileSync(`/proc/${pool.pids()[0]}/environ`, 'utf8')).not.toMatch(/AUTH_SECRET|DATABASE/);
  });
});
