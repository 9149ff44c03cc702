import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('promote-the-chain-ban-the-coin');

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

test('the days between two papers', () => {
  says(`Between the two papers lie ${days('2026-02-06', '2026-03-17')} days.`);
  expect(days('2021-09-15', '2021-09-24')).toBe(9);
  says('Nine days apart');
});

test('the batches of filings do not come to the total that stands above them', () => {
  const batches = [197, 309, 244, 285];
  const sum = batches.reduce((all, one) => all + one, 0);
  says(`It prints \`${sum} ${1015 - 197 - 309 - 285}\``, `differ by ${sum - 1015},`);
  says(`confirms ${197 + 309} for the first two`);
});

test('the bodies in the title of 2017', () => {
  const names =
    'People’s Bank, Cyberspace, Industry and Information, Commerce, Banking, Securities, Insurance'.split(
      ', ',
    );
  says(`answer="${names.length}"`, 'The title names seven.', `N is six and M is seven.`);
});
