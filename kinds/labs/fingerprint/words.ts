import type { LabWords } from '../kind';

export const fingerprintWords: LabWords = {
  why: 'An article that is copied from site to site can be changed on the way, and nobody who reads one copy sees it. A fingerprint of 32 bytes is enough to tell whether a copy is, bit for bit, the text that somebody fingerprinted before.',
  steps: [
    'Read the text and its published fingerprint. The fingerprint is SHA-256 of the text as UTF-8.',
    'Change one character of the text in the first field, and watch what becomes of the fingerprint.',
    'Write down the new fingerprint, and in how many of the 256 bits it differs from the published one.',
    'Five copies of the text go round. Find the one that was altered, by its fingerprint and not by your eyes.',
  ],
  example: [
    'The three letters `abc` have the fingerprint `ba7816bf…15ad`. Written `abd`, they have `a52d159f…6da1`: one letter is another, and nearly every digit with it.',
    'To count bits, compare digit by digit. `b` is 1011 and `a` is 1010: one bit differs. `a` is 1010 and `5` is 0101: all four do. About half of the 256 differ, whatever was changed.',
  ],
  hints: [
    'The table below shows the fingerprint of what stands in the first field, while you type.',
    'The strip of 256 squares marks each bit that differs, and says how many there are.',
    'Two texts can look the same and be different: a letter of another alphabet, a second space. Compare the fingerprints of the copies with the published one; only one of them is another.',
  ],
  debrief: {
    shows: [
      'Whoever has the fingerprint of a text can check any copy of it, without trusting the one who passed it on.',
      'A small change and a large one look alike in a fingerprint: about half of its bits change. It says that something was altered, and not what.',
    ],
    doesNotProve: [
      'That the text is true. A false report has a fingerprint as good as that of a true one.',
      'Who wrote it, or when. For this somebody has to sign it, and to be known.',
      'That the published fingerprint is the right one: whoever can exchange the text and the fingerprint together exchanges both.',
    ],
  },
};
