import type { LabWords } from '../kind';

export const tenderWords: LabWords = {
  why: 'If bids lie open before the deadline, whoever bids last sees what they have to beat. A commitment is a closed envelope made of one fingerprint: it shows nobody the bid, and its bidder cannot exchange the bid afterwards.',
  steps: [
    'Choose a salt of 16 bytes. Commit to your bid with SHA-256 of `bid|salt|tender`, and write down what you would reveal.',
    'Nine reveals of other firms are on record. Ask of each, in this order. Was its commitment after the deadline, or the reveal after the close? Then it is late. Had another firm committed to the same bytes before? Then the commitment is copied. Has the firm revealed before? Then it changes its bid. Does what is revealed have another fingerprint than the commitment? Then it does not open. If none of this is so, it counts.',
    'Write down the lowest bid that counts.',
    'In an older tender nobody used a salt: the commitment is SHA-256 of `bid|tender`. Find the bid that was meant to be hidden, and say how long the dictionary would have to be if there were a short salt.',
  ],
  example: [
    'Somebody bids 1200 in tender T-77, with the salt `000102030405060708090a0b0c0d0e0f` (one that counts up, as no real salt should). They reveal `1200|000102030405060708090a0b0c0d0e0f|T-77`, and its fingerprint `7778b198…c19d` is what they had committed to. With 1100 in its place the fingerprint is `d5a11544…c95f`: a lower bid does not open the old commitment.',
    'Tender T-76 had no salt, and bids could be 1000, 1100, 1200, 1300 or 1400. The commitment was `b004a883…e1e4`. The fingerprints of `1000|T-76`, `1100|T-76` and `1200|T-76` are `5ffbb3f5…62b4`, `b6530b49…4f2a` and `b004a883…e1e4`. The third is it, so the bid was 1200.',
    'One byte has 256 values. With a salt of one byte, those five bids would need a dictionary of 5 × 256 = 1280 entries: longer, and no work at all for a computer.',
  ],
  hints: [
    'Begin with the clock. Every mark to the right of its line on the timeline is late, whatever it opens.',
    'Then compare commitments with each other: two firms cannot arrive at the same 32 bytes by chance. The later of the two is the copy, even though it opens.',
    'The record shows the fingerprint of each commitment and of each reveal. A reveal opens its commitment if the two are equal, and it is enough to compare the digits that are shown.',
    'The dictionary of the old tender is sorted by fingerprint. Open the part that begins with the first digit of the commitment, and look for the next ones.',
    'A salt of 2 bytes has 256 × 256 = 65 536 values. Each possible bid needs an entry with every one of them.',
  ],
  debrief: {
    shows: [
      'One fingerprint does two things. It hides the bid until it is opened, if there is enough chance in it. And it binds: nobody can find another bid with the same fingerprint.',
      'What is hashed without a salt is hidden only from those who do not try. Wherever there are few possible values, such as bids, birthdays or numbers of identity cards, a list of all fingerprints is made in a moment.',
      'The copied commitment opened. With the name of the bidder in what is hashed, it would not have: `bid|salt|tender|bidder`.',
    ],
    doesNotProve: [
      'That the bidders did not agree on their bids beforehand, or that the work will be done for the price.',
      'That everybody reveals. Whoever likes the result less may stay silent, which is why real tenders ask for a deposit.',
      'When a commitment was made. The times are those of a record, and somebody has to keep it whom the bidders cannot bribe, or several have to keep it together.',
    ],
  },
};
