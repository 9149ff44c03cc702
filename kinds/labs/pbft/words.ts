import type { LabWords } from '../kind';

export const pbftWords: LabWords = {
  why: 'A ledger that some known organisations keep together has no miners. Its replicas vote, and some of them may lie: say nothing, or say something else to each of the others. With four replicas one liar does no harm, and with three it splits the ledger. You write the messages that show both.',
  steps: [
    'Find the primary: it is the number of the view, modulo the number of replicas. It proposes with a pre-prepare.',
    'Write the messages of the four, a line each, until all three honest replicas have committed the request. A backup that accepted the proposal says prepare; whoever is prepared says commit.',
    'Let the liar say something, too. What it says always carries the other digest.',
    'Write the messages of the three. Their primary lies, and may tell one honest replica this and the other that. Both have to commit, each a different request.',
    'Count with more replicas: how many votes can one wait for, and how many members do two such sets of voters share?',
  ],
  example: [
    'A line is kind, sender, receivers, digest. `pre-prepare 1 all 9f04` says that replica 1 proposes the request with the digest 9f04 to all others; `commit 2 0,3 9f04` goes to 0 and 3 only.',
    'Four replicas, view 5: 5 modulo 4 is 1, so replica 1 is the primary. After `pre-prepare 1 all 9f04` and `prepare 0 all 9f04`, replica 2 has the proposal and one prepare. Its own `prepare 2 all 9f04` is the second, and it is prepared. So is replica 0, as soon as it has that message.',
    'Seven replicas, two that lie: five still vote if the two stay silent. Two sets of five have ten members together; there are only seven, so at least three are in both, and one of those three is honest.',
  ],
  hints: [
    'An honest replica says everything to all others, and only one thing in each round. What it sends counts for itself as well.',
    'Prepared is who has the pre-prepare and two matching prepares from different replicas. Committed is who has three matching commits. The three honest replicas are enough for both.',
    'Of three replicas one can wait for two votes only, or a silent liar would stop them. So each honest replica needs the liar and itself, and the liar can be with both.',
    'The split: the primary proposes one digest to one and the other to the other; each says prepare and commit to all; and the primary sends each of them a commit with the digest that it told it.',
    'Two sets of q voters among n replicas share at least twice q less n.',
  ],
  play: {
    says: 'See the same messages in a network where you choose who is silent, late or lies.',
    href: '/network?size=4&fault-supplier=lie&policy=Bank',
  },
  debrief: {
    shows: [
      'With 3f + 1 replicas any two sets of 2f + 1 voters share f + 1, so at least one honest replica is in both. It says one thing only, and therefore two different requests are never both committed.',
      'With one replica fewer the shared ones may all be liars. No honest replica has to do anything wrong for the ledger to split.',
      'Who may join decides how many liars there can be: the rule of a third counts members, and says nothing of where they come from.',
    ],
    doesNotProve: [
      'That fewer than a third lie. The protocol takes it for granted; if one organisation runs many of the replicas, it is not so.',
      'That the request is honest or legal. Replicas agree on an order, and not on what is true.',
      'That a request is ever committed. If the primary is silent, the replicas have to change the view, which this lab leaves out, as it leaves out signatures and checkpoints.',
    ],
  },
};
