import type { LabWords } from '../kind';

export const finalityWords: LabWords = {
  why: 'On a ledger that anybody may mine, a payment is never quite final: somebody can build another branch in secret and show it later. Each block on top makes that less likely. How many blocks are enough is a question of how strong the attacker is and how much you can afford to lose, so you can work it out.',
  steps: [
    'Turn the budget into a risk: of ten million attacks, how many may succeed, so that on average no more is lost than the budget allows?',
    'For each attacker, try depths until you have the least one that keeps the budget. The chart shows the risk at every depth up to the one that you write.',
    'Write down the risk at that depth and one block before it: together they show that no smaller depth would do.',
    'Step through one race against attacker C, and find the least depth by which the goods would have been safe in it.',
    'Say what a ledger that agrees by votes needs in place of depth.',
  ],
  example: [
    'Goods are worth 1,000, and 4 may be lost on average. 4 of 1,000 is 40,000 of ten million: so many attacks may succeed.',
    'The attacker has 10 % of the computing power. Three blocks deep, 131,722 of ten million attacks succeed, which is too many; four blocks deep it is 34,552. So the least depth is 4.',
    'In the race `h a h h a h h` the attacker is level for the last time after the second block, when the honest branch has one block. Whoever shipped at depth 1 is robbed, and from depth 2 on the goods are safe.',
    'Ten replicas agree by votes. Fewer than a third may lie, which is 3. Seven votes are enough: two sets of seven among ten share at least four, and one of those four is honest.',
  ],
  hints: [
    'Shares and budget work against each other: the budget is the same for all three, and the stronger the attacker, the deeper you wait.',
    'Write a large depth first, 20 for instance, and open the numbers below the chart: the first one that is not above your budget is at the least depth.',
    'In the race, go to its end and come back block by block until both branches are equally long. The honest branch is then as long as the depth that was not enough; one more was.',
    'With three times f and one more replicas, f may lie, and twice f and one more votes make a block final. No block has to follow it, and a slow network only delays it.',
  ],
  debrief: {
    shows: [
      'Depth buys safety, and never all of it: each block makes the risk a part of what it was, and against a stronger attacker the part is larger.',
      'How deep is enough is a decision about money and about an opponent, not a property of the ledger.',
      'Votes make a block final at once and for good, as long as fewer than a third of the replicas lie. Somebody has to decide who these replicas are.',
    ],
    doesNotProve: [
      'How strong a real attacker is. The share is an assumption: computing power can be rented, and miners can act together.',
      'The exact risk. The formula takes the attacker’s luck from an average; counted exactly, as Meni Rosenfeld did, the risk from 10 % at depth 6 is 5,914 of ten million and not 2,428.',
      'That one race tells anything about the next. It is one of many that could have come.',
      'That voting is better. It has no risk in this table because the honest majority of its members is taken for granted, as the share of the attacker was.',
    ],
  },
};
