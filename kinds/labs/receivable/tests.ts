import type { RunStep } from '../run';
import type { JudgedTest } from '../run-judge';
import { purse, stepsFor } from './steps';
import type { ReceivableNumbers } from './task';

/** The tests that everybody may read, with the numbers of the task. */
export function publicTests(task: ReceivableNumbers): JudgedTest[] {
  const { invoice, part } = task;
  const { deploy, issue, split, finance, repay, owed, held, has, refused, price } = stepsFor(task);
  const whole = price(invoice);
  const rest = invoice - part;
  const begin = [deploy, issue('supplier', invoice)];
  const test = (
    name: string,
    code: JudgedTest['code'],
    title: string,
    fails: string,
    steps: RunStep[],
  ): JudgedTest => ({ name, code, title, fails, where: 'source', steps: [...begin, ...steps] });
  return [
    test(
      'issue',
      'E_ISSUE',
      'The buyer issues a claim, and nobody else does',
      'Issuing does not work any more as it did in the contract you began with.',
      [
        held(0, 'supplier'),
        issue('workshop', part, {
          returns: ['1'],
          event: { name: 'Issued', args: ['1', '@workshop', String(part)] },
        }),
        issue('supplier', part, refused, 'supplier'),
        issue('supplier', 0, refused),
      ],
    ),
    test(
      'split',
      'E_SPLIT',
      'The supplier passes a part on to the workshop, and keeps the rest',
      'A claim that is split does not give one part and one rest that add up to it.',
      [
        split('supplier', 0, 'workshop', part, {
          returns: ['1'],
          event: { name: 'Split', args: ['0', '1', '@workshop', String(part)] },
        }),
        owed(0, rest),
        owed(1, part),
        held(0, 'supplier'),
        held(1, 'workshop'),
      ],
    ),
    test(
      'split-right',
      'E_SPLIT_RIGHT',
      'Only the holder splits, and only a part',
      'Somebody who may not can split a claim, or more can be cut off than is there.',
      [
        split('workshop', 0, 'workshop', part, refused),
        split('supplier', 0, 'workshop', 0, refused),
        split('supplier', 0, 'workshop', invoice, refused),
        split('supplier', 0, 'workshop', invoice + 1, refused),
        owed(0, invoice),
      ],
    ),
    test(
      'finance',
      'E_FINANCE',
      'A bank pays the price, its holder gets it, and the bank holds the claim',
      'Financing does not bring the price to the holder and the claim to the bank.',
      [
        finance('bank', 0, whole, { event: { name: 'Financed', args: ['0', '@bank', String(whole)] } }),
        has('supplier', purse + whole),
        has('bank', purse - whole),
        has('claims', 0),
        held(0, 'bank'),
      ],
    ),
    test(
      'price',
      'E_PRICE',
      'More or less than the price is refused',
      'A bank can pay something else than the price.',
      [
        finance('bank', 0, whole - 1, refused),
        finance('bank', 0, whole + 1, refused),
        finance('bank', 0, 0, refused),
      ],
    ),
    test(
      'double-pledge',
      'E_DOUBLE_PLEDGE',
      'A claim that one bank has financed is not financed by a second',
      'The same claim is pledged twice: two banks have paid for it, and one of them will not be repaid.',
      [
        finance('bank', 0, whole),
        finance('rival', 0, whole, refused),
        finance('bank', 0, whole, refused),
        held(0, 'bank'),
        has('rival', purse),
      ],
    ),
    test(
      'split-financed',
      'E_SPLIT_FINANCED',
      'A financed claim is not split any more',
      'What a bank has paid for can still be cut into parts and sold again.',
      [
        finance('bank', 0, whole),
        split('supplier', 0, 'workshop', part, refused),
        split('bank', 0, 'rival', part, refused),
      ],
    ),
    test(
      'repay',
      'E_REPAY',
      'The buyer pays whoever holds the claim, and pays all of it',
      'Repaying does not bring the whole amount from the buyer to the holder.',
      [
        split('supplier', 0, 'workshop', part),
        finance('bank', 0, price(rest)),
        repay('buyer', 0, rest, { event: { name: 'Repaid', args: ['0', '@bank', String(rest)] } }),
        has('bank', purse - price(rest) + rest),
        repay('supplier', 1, part, refused),
        repay('buyer', 1, part - 1, refused),
        repay('buyer', 1, part + 1, refused),
        repay('buyer', 1, part),
        has('workshop', purse + part),
        has('claims', 0),
      ],
    ),
    test(
      'repaid',
      'E_REPAID',
      'A claim that is repaid is over: not repaid, financed or split again',
      'Something can still be done with a claim that was repaid.',
      [
        repay('buyer', 0, invoice),
        repay('buyer', 0, invoice, refused),
        finance('bank', 0, whole, refused),
        split('supplier', 0, 'workshop', part, refused),
      ],
    ),
    test(
      'fake',
      'E_FINANCE',
      'A claim on goods that never came is financed like any other: no contract can see the goods',
      'Financing does not bring the price to the holder and the claim to the bank.',
      [issue('rival', invoice), finance('bank', 1, whole), has('rival', purse + whole)],
    ),
  ];
}
