import type { LabWords } from '../kind';

export const mineWords: LabWords = {
  why: 'In an open network anybody can propose the next block, and nobody counts who they are. Proof of work lets computers compete instead: a block counts only with a number that is dear to find and that everybody can check with one hash. How dear it is, somebody sets.',
  steps: [
    'Two blocks of yours wait for their numbers, called nonces. The hash of the first block has to begin with 16 bits of zero, that of the second with 18.',
    'Find the nonce of the first block. The button starts a search in the background of this page; you may pause it at any time. Any other tool will do, too: put a number directly behind the head of the block, take SHA-256, and count up.',
    'Find the nonce of the second block. Its head has the hash of the first block in it, so it cannot be mined before. Then change the first nonce by one, see what becomes of both blocks, and change it back.',
    'Say how many times as many tries two more bits take on average, and work out the tries for the bits that your form names.',
  ],
  example: [
    'The head is `v1|bread|`, and 4 bits of zero are needed: the first hexadecimal digit has to be 0. `v1|bread|0` hashes to `154778ee…`, which begins with 1. So it goes on until `v1|bread|21`, which hashes to `0dd409f7…`: 22 tries, where 16 is the average.',
    'For 6 bits the search goes on to `v1|bread|58` and `01d6524e…`. A hexadecimal digit is four bits: 0 is 0000 and 1 is 0001, so this begins with 7 bits of zero, one more than is needed. It took 59 tries, where 64 is the average.',
    'Whoever is told the number 58 needs one hash to see that it fits.',
  ],
  hints: [
    'A nonce that does not fit tells nothing about the next one. There is no better way than to try, and no number that is nearer.',
    'The drawing shows the hash of each block with the nonce that stands in the form, and with how many bits of zero it begins.',
    'A bit is 0 in half of all hashes. Two bits are 0 in half of this half. So each bit more doubles the tries.',
    'For two more bits the tries double twice. For many bits start with 1 and double it once for each bit: ten bits make 1024.',
  ],
  debrief: {
    shows: [
      'To find the nonce took tens of thousands of hashes, and to check it takes one. This gap is what the method lives on.',
      'The demand is a number in a rule. Two bits more make the work four times as long, and a network sets it so that blocks come at the pace it wants.',
      'Who changes an old block has to mine it again, and every block after it, because each has the hash of the one before in it.',
    ],
    doesNotProve: [
      'That what stands in the block is true, or that its entries may stand there. Work can be done on anything.',
      'How long you worked. Somebody was lucky and found a nonce at once; only the average over many blocks says how much work there was.',
      'That no longer chain exists. Whoever has more computing power than all others can mine another one from an old block on.',
      'That every ledger needs this. Where it is agreed who may write, votes and signatures do it without such work.',
    ],
  },
};
