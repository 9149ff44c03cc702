import type { LabWords } from '../kind';

export const receivableWords: LabWords = {
  why: 'A small supplier waits months for the money of a large buyer. Meanwhile it can sell its claim to a bank, for a little less; and the oldest fraud of that trade is to sell the same claim to two banks. A shared record can make the second sale impossible, and in this lab you write the rules that do.',
  steps: [
    'Read the contract that you begin with. Issuing a claim and reading it are already there.',
    'Write `split`: the holder cuts a part off a claim, for somebody further down the chain of suppliers. The function gives back the id of the part and emits `Split`.',
    'Write `finance`: a bank pays exactly the price, the holder until then gets it at once, the bank becomes the holder, and `Financed` is emitted. No claim is financed twice.',
    'Write `repay`: the buyer pays the whole amount to whoever holds the claim now, once, and `Repaid` is emitted.',
    'Hand it in. It is compiled and put through the tests that you see, and then through some with other numbers.',
  ],
  example: [
    'Say the buyer owes 1000 for screws, and the bank keeps 250 hundredths of a percent, which is 2.5 percent. The price of the whole claim is 1000 × (10000 − 250) ÷ 10000 = 975.',
    'The supplier splits 333 off for a workshop: claim 0 is 667 now, and claim 1 is 333; together they are 1000 as before. The price of claim 1 is 333 × 9750 ÷ 10000 = 324.675, rounded down 324.',
    'A bank finances claim 1: it sends 324, the workshop gets 324, and the bank holds the claim. If a second bank sends 324 for claim 1, the call has to fail, and its money stays with it. When the buyer repays claim 1, the bank gets 333, and has earned 9.',
  ],
  hints: [
    'Each function begins with what has to be true, one `require` for each: who calls, how much was sent, and what has not happened yet. A `require` that fails undoes the whole call, the money that was sent included.',
    '`Claim storage claim = claims[id];` gives a name to the stored claim, so that what you change is kept. `claims.push(Claim(to, amount, false, false));` makes a new one, and its id is what `claims.length` was before.',
    'Send money with `(bool taken, ) = seller.call{value: price}("");` and look at `taken`: a transfer that fails does not stop your function by itself.',
    'In `finance`, remember the holder before you put the bank in its place; set `financed` before you send any money. `split` and `finance` have to ask for both flags, `repay` for one.',
  ],
  debrief: {
    shows: [
      'One claim, one financier: whoever comes second is refused by the same rule, whichever bank they are, and without asking the first bank anything.',
      'Parts add up. What is passed down to a second and third supplier is taken off above, so money that is owed once can be passed on and never grows.',
      'The order matters: what has happened is written down before money leaves, and a transfer that is not looked at can fail without a word.',
    ],
    doesNotProve: [
      'That there ever were goods. Code cannot tell a fake invoice from a true one: your contract financed the claim on goods that never came, and every rule was kept. Somebody has to look into the warehouse, and to answer for what they say.',
      'That the claim is not pledged elsewhere: on paper, at a notary, or in another register that this contract does not know of.',
      'That the buyer pays. The contract says what is owed and to whom; it cannot take money from an account that is not on the chain, and it is no court.',
    ],
  },
};
