import type { LabWords } from '../kind';

export const escrowWords: LabWords = {
  why: 'Gifts that are paid out step by step, by two of three keepers, under the eyes of everybody: this is what is promised where charity meets a blockchain. But that everybody can read a contract does not mean that somebody has understood it. In this lab a published escrow has a mistake; you find it, use it, and mend it.',
  steps: [
    'Read the published contract slowly, with its comments. Each function says what it allows; one of them allows more, or does less.',
    'Choose what is wrong.',
    'Write the attack: a contract with a function `run`, which gets the address of the escrow and some money to begin with. What happens around it is told below; you decide what `run` does, and what happens when money comes in.',
    'Mend the contract, and change nothing else of what it does.',
    'Hand both in. Your attack has to do harm to the published contract and none to the mended one, and the mended one has to do all that it did before.',
  ],
  example: [
    'Another contract, another mistake: `function close() external { payable(owner).transfer(address(this).balance); }` says in its comment that the owner closes the shop. But nothing asks who calls: anybody can close it, at any time. The harm is not that money goes to a thief (it goes to the owner) but that the shop is shut.',
    'The attack is one line: `Shop(shop).close();`. The mending is one line as well: `require(msg.sender == owner, "only the owner");` at the beginning. After it, the same attack ends at that line, and the owner still closes the shop.',
  ],
  hints: [
    'Go through the functions and ask of each: who may call this, and is that asked? What is written down, and is it before or after money leaves? What if the one who is paid does not take the money?',
    'Money that is sent with `call` runs the code of whoever gets it, before the next line of the sender. Money that is sent with `send` can fail, and then `send` gives back `false` and nothing else happens.',
    'If a gift is written off only after it was paid back: give, take back, and take back again when the money comes in, once. If anybody can name the worker: name your contract. If a payment is not looked at: your contract will be named as worker for the second step, so let it refuse the money.',
    'To mend: write down first and send afterwards; ask with `require` who calls, as the comment says; use `(bool taken, ) = worker.call{value: …}("");` and then `require(taken, "…");`.',
  ],
  debrief: {
    shows: [
      'A contract does what its code says, and not what its comments say. Both were public from the beginning.',
      'An attack is a test. Once it is written down it can be run against every later version, as yours was against your mended contract.',
      'Three questions find very much: who may call this, is it written down before money leaves, and what if the payment fails.',
    ],
    doesNotProve: [
      'That the mended contract is safe. It withstands your attack and some of ours; an audit looks for what nobody has tried yet, and still finds only what it finds.',
      'That the building stands. Two keepers said so. If two of them agree to lie, every rule is kept and the money is gone.',
      'That transparency helps donors by itself: all could read the published contract, and somebody had to.',
    ],
  },
};
