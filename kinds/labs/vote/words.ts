import type { LabWords } from '../kind';

export const voteWords: LabWords = {
  why: 'A vote should show that only members voted, and each of them once, and it should not show who voted how. With ordinary signatures one has to choose between the two. A linkable ring signature gives both: it shows that one of sixteen signed, not which one, and it shows when the same one signs twice.',
  steps: [
    'Read the question. Your secret key is in the task, and your public key is one of the sixteen of the ring. It is a key for teaching: the school that runs this page can work it out.',
    'Choose your vote, and have the page sign it with your key. What it makes stands in the fields: a key image, a challenge and sixteen responses.',
    'Change one digit, or your vote, and look at the circle. Put it right again before you hand in.',
    'Count the box of another vote. For each ballot ask, in this order: does its circle close, is its ring that of the members, and has its key image been counted before?',
    'This signature is of teaching grade and has not been audited. Do not use it for a vote that matters.',
  ],
  example: [
    'A ring of three in small numbers. The members’ secret keys are 3, 5 and 9, public keys are 2 to the power of the key modulo 23, so 8, 9 and 6. The scope gives the number 3, and the image of the second member is 3 to the power of 5 modulo 23, which is 13.',
    'The second member draws 7 and begins with the pair 2^7 and 3^7 modulo 23, which is (13, 2). A hash of it gives the challenge of the third member. There a response is drawn freely, and response and challenge give the next pair; so it goes on around the ring, back to the second member.',
    'Only whoever knows 5 can choose the last response so that the circle ends where it began: if the challenge that arrives is 4, the response is 7 − 4·5 = −13, and modulo 11 it is 9. The check: 2^9·9^4 modulo 23 is 13 and 3^9·13^4 is 2, the pair that it began with.',
    'If the same member signs another vote in the same scope, the image is 13 again. In another scope with the number 4, it would be 4^5 modulo 23, which is 12.',
  ],
  hints: [
    'Choose your vote first and sign afterwards: the vote is part of what is signed.',
    'If you sign with a program of your own: the challenge of a member is the hash to a number of 32 bytes of head, point and point. The head is SHA-256 of the JSON list of scope, SHA-256 of the ring, image and vote. The file `kinds/labs/vote/ring.ts` of this platform is the whole of it.',
    'Have the page check the circles of the box. One does not close: what it says is not what was signed.',
    'A circle that closes shows that one of the ring signed that stands in the ballot. Compare the digest of this ring with that of the members.',
    'Two ballots with the same image are of one member: the first one counts. But what was refused before was no vote, so it does not make a later one the second.',
  ],
  debrief: {
    shows: [
      'One of sixteen members signed, and nobody can tell which one from the signature. All sixteen responses look alike.',
      'Who votes twice in one scope is found out by the key image, and still not named. In the next vote the image is another, so votes cannot be joined across scopes.',
      'Being anonymous and being answerable can be had together, where somebody decides beforehand what is to be linked.',
    ],
    doesNotProve: [
      'That the list of members is right. Who may enrol whom decides more than the signature does: sixteen keys of one person are sixteen votes.',
      'That nobody was forced or paid. A member can show their secret key, and with it how they voted.',
      'That nobody can be recognised by other means: by the address of a computer, the time, or because all voted alike.',
      'That this code is safe. It is for teaching, nobody has audited it, and the time it takes depends on the key.',
    ],
  },
};
