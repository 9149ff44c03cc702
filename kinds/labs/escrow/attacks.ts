import { attackSource, type Bug, type EscrowNames } from './source';

/** An attack on each bug: the server tries all of them on what a learner has mended. */
export function attackOn(bug: Bug, names: EscrowNames, name: string): string {
  const { contract, takeBack, changeWorker } = names;
  switch (bug) {
    case 'reentrancy':
      return attackSource(
        names,
        name,
        `        target = ${contract}(escrow);
        target.give{value: msg.value}();
        target.${takeBack}();`,
        `        if (rounds > 0) {
            rounds -= 1;
            target.${takeBack}();
        }`,
        `    ${contract} private target;
    uint256 private rounds = 1;

`,
      );
    case 'access':
      return attackSource(
        names,
        name,
        `        ${contract}(escrow).${changeWorker}(payable(address(this)));`,
        '',
      );
    case 'unchecked':
      return attackSource(names, name, '        escrow;', '        revert("no, thank you");');
  }
}
