import type { LabSolution } from '../solution';
import type { Values } from '../verdict';
import { receivableSource } from './source';
import { receivableNumbers } from './task';

const bodies = {
  split: `        Claim storage claim = claims[id];
        require(msg.sender == claim.holder, "only the holder splits");
        require(!claim.financed, "a bank has paid for it");
        require(!claim.repaid, "it is over");
        require(amount > 0 && amount < claim.amount, "not a part");
        claim.amount -= amount;
        part = claims.length;
        claims.push(Claim(to, amount, false, false));
        emit Split(id, part, to, amount);`,
  finance: `        Claim storage claim = claims[id];
        require(!claim.financed, "a bank has paid for it");
        require(!claim.repaid, "it is over");
        uint256 price = priceOf(id);
        require(msg.value == price, "not the price");
        address seller = claim.holder;
        claim.financed = true;
        claim.holder = msg.sender;
        (bool taken, ) = seller.call{value: price}("");
        require(taken, "the holder does not take it");
        emit Financed(id, msg.sender, price);`,
  repay: `        Claim storage claim = claims[id];
        require(msg.sender == buyer, "only the buyer repays");
        require(!claim.repaid, "it is over");
        require(msg.value == claim.amount, "not the amount");
        claim.repaid = true;
        (bool taken, ) = claim.holder.call{value: msg.value}("");
        require(taken, "the holder does not take it");
        emit Repaid(id, claim.holder, msg.value);`,
};

/** The solution with one piece of it put in another's place, everywhere. */
const instead =
  (piece: string | RegExp, by: string) =>
  (work: Values): Values => {
    const { source = '' } = work;
    const changed = source.replaceAll(piece, by);
    if (changed === source) throw new Error(`There is no ${piece} in the solution`);
    return { ...work, source: changed };
  };

/** How the lab is solved, and what wrong work is answered with. */
export const receivableSolution: LabSolution = {
  solve: (seed) => {
    const { contract, discount } = receivableNumbers(seed);
    return { source: receivableSource(contract, discount, bodies) };
  },
  learners: 50,
  mutations: {
    E_EMPTY: () => ({ source: '' }),
    E_FORM: ({ source }) => ({ source: `${source}//${'x'.repeat(32_000)}` }),
    E_NAME: instead(/contract Receivable\w+/g, 'contract Receivable'),
    E_DISCOUNT: instead(/DISCOUNT = \d+/g, 'DISCOUNT = 100'),
    E_SOURCE: ({ source }) => ({ source: `${source}/* ${'区'.repeat(11_000)} */` }),
    E_COMPILE: instead('claim.repaid = true;', 'claim.repaid = true'),
    E_ISSUE: instead('require(msg.sender == buyer, "only the buyer issues");', ''),
    E_SPLIT: instead('claim.amount -= amount;', ''),
    E_SPLIT_RIGHT: instead('require(msg.sender == claim.holder, "only the holder splits");', ''),
    E_FINANCE: instead('claim.holder = msg.sender;', ''),
    E_PRICE: instead(
      'require(msg.value == price, "not the price");',
      'require(msg.value >= price, "too little");',
    ),
    E_DOUBLE_PLEDGE: instead('claim.financed = true;', ''),
    E_SPLIT_FINANCED: (work) => {
      const { source = '' } = work;
      return { source: source.replace('require(!claim.financed, "a bank has paid for it");', '') };
    },
    E_REPAY: instead('require(msg.sender == buyer, "only the buyer repays");', ''),
    E_REPAID: instead('require(!claim.repaid, "it is over");', ''),
    E_ROUNDING: instead(
      'uint256 price = priceOf(id);',
      'uint256 price = claim.amount - (claim.amount * DISCOUNT) / 10000;',
    ),
    E_PARTS: instead(
      'part = claims.length;',
      'part = claims.length; require(id == 0, "a part is not split");',
    ),
    E_LOST: instead('require(taken, "the holder does not take it");', 'taken;'),
  },
};
