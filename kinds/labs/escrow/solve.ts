import type { LabSolution } from '../solution';
import type { Values } from '../verdict';
import { attackOn } from './attacks';
import { attackSource, type EscrowNames, escrowSource } from './source';
import { bugFor, escrowNumbers } from './task';

/** The mended contract with one piece of it put in another's place. */
const instead =
  (piece: string | RegExp, by: string) =>
  (work: Values): Values => {
    const { fixed = '' } = work;
    const changed = fixed.replace(piece, by);
    if (changed === fixed) throw new Error(`There is no ${piece} in the solution`);
    return { ...work, fixed: changed };
  };

/** Asks people who they are, and lets every contract name the worker: tests that people call do not find it. */
const openToContracts = (names: EscrowNames) =>
  escrowSource(names, null).replace(
    'require(msg.sender == keepers[0]',
    'require(msg.sender == keepers[0] || msg.sender.code.length > 0',
  );

/** How the lab is solved, and what wrong work is answered with. */
export const escrowSolution: LabSolution = {
  solve: (seed) => {
    const { names, attacker } = escrowNumbers(seed);
    const bug = bugFor(seed);
    return { bug, attack: attackOn(bug, names, attacker), fixed: escrowSource(names, null) };
  },
  learners: 50,
  mutations: {
    E_EMPTY: (work) => ({ ...work, bug: '' }),
    E_FORM: (work) => ({ ...work, attack: `${work.attack}//${'x'.repeat(32_000)}` }),
    E_NAME: (work) => ({
      ...work,
      attack: (work.attack ?? '').replaceAll('contract Attack', 'contract Other'),
    }),
    E_UNCHANGED: (work, seed) => ({ ...work, fixed: escrowNumbers(seed).source }),
    E_BUG: (work) => ({ ...work, bug: 'overflow' }),
    E_SOURCE: (work) => ({ ...work, fixed: `${work.fixed}/* ${'区'.repeat(11_000)} */` }),
    E_COMPILE: (work) => ({
      ...work,
      attack: (work.attack ?? '').replace('external payable', 'external payabl'),
    }),
    E_ATTACK: (work, seed) => {
      const { names, attacker } = escrowNumbers(seed);
      return { ...work, attack: attackSource(names, attacker, '        escrow;', '') };
    },
    E_RELEASE: instead('released[step] = true;', ''),
    E_APPROVE: instead('approvals[step] >= 2', 'approvals[step] >= 1'),
    E_TAKE_BACK: instead(
      'require(amount > 0, "nothing was given");',
      'require(amount == 0, "nobody takes back");',
    ),
    E_WORKER: instead('require(msg.sender == keepers[0], "only the keeper of the donors");', 'revert();'),
    E_STILL_OPEN: (work, seed) => {
      const { names } = escrowNumbers(seed);
      const bug = bugFor(seed);
      return {
        ...work,
        fixed: bug === 'access' ? openToContracts(names) : `${escrowSource(names, bug)}// mended\n`,
      };
    },
    // Another bug has come in, which the attack of the learner does not look for.
    E_PROBE: (work, seed) => {
      const { names } = escrowNumbers(seed);
      const fixed =
        bugFor(seed) === 'reentrancy' ? openToContracts(names) : escrowSource(names, 'reentrancy');
      return { ...work, fixed };
    },
    E_STEPS: instead('require(approvals[step] >= 2', 'require(step < 3 && approvals[step] >= 2'),
  },
};
