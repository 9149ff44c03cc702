import type { LabWords } from '../kind';

export const merkleWords: LabWords = {
  why: 'An office issues many certificates and publishes only one digest for all of them. With four more digests you can prove that one of sixteen certificates is among them, and the other fifteen need not be shown. How the digests are made decides whether somebody else can prove a certificate that was never issued.',
  steps: [
    'Look at the first tree. A leaf is SHA-256 of the byte 00 and a certificate; a node is SHA-256 of the byte 01 and the two digests below it.',
    'Follow the way from your leaf up to the root. On each level one digest is missing to work out the next: write these digests down, the one beside your leaf first.',
    'Look at the second tree. It has the same certificates and no bytes 00 and 01. Find bytes that are no certificate, and whose digest stands in the tree all the same.',
    'Hand in these bytes as a record, the place that it claims among the leaves, and the digests that lead from there to the second root.',
    'Work out the digest that your record has as a leaf of the first tree, with the byte 00 in front of it.',
  ],
  example: [
    'Four leaves: `tea`, `rice`, `milk`, `salt`. With prefixes they have the digests `fbae8de9…`, `f9c4e2cf…`, `af03081e…` and `98bb14ac…`. The nodes above are `25ec8a8b…` and `26293b7f…`, and the root is `fbf2051b…`.',
    'To prove `rice`, leaf 2, one gives `fbae8de9…` and then `26293b7f…`. Whoever checks it hashes `rice` to `f9c4e2cf…`, puts the first digest to its left, as 2 is a right leaf, and comes to `25ec8a8b…`; with the second one to its right the root follows.',
    'Without prefixes `tea` and `rice` are `a9f74d1e…` and `209f7641…`, and the node above them is `63d2acc5…`. The 64 bytes of the two digests, taken as one record, have the digest `63d2acc5…` as well. With `1863641b…` as its only digest, this record is proved to be leaf 1 of a tree with two leaves.',
    'With the byte 00 in front the same 64 bytes have the digest `de5b2eb2…`, which stands nowhere in the first tree.',
  ],
  hints: [
    'In each pair one digest is on your way, and you work it out yourself. The other one is what the proof has to give.',
    'The tables below the drawings have the digest of every node. The drawing marks what your lines are, while you write them.',
    'A node is the digest of two digests, one written after the other. In a tree without prefixes nothing says whether hashed bytes were a certificate or two digests.',
    'Take the digests of leaves 1 and 2 of the second tree, one after the other: 128 digits. Its proof begins beside the node above them, and so it has three digests and speaks of a tree with eight leaves.',
    'For the last digest hash bytes and not digits. In a shell `printf "00…" | xxd -r -p | sha256sum` does it, with the digits of your record in the place of the dots.',
  ],
  debrief: {
    shows: [
      'Whoever holds only the root can check one certificate with four digests. For a thousand certificates it would be ten, and for a million twenty.',
      'A forgery can keep every rule of a scheme that is missing one. The standard, RFC 9162, hashes another byte before leaves than before nodes, and with it your record is refused.',
      'Whoever knows how many leaves there are, and checks the length of a proof, refuses this forgery as well. Two controls are better than one.',
    ],
    doesNotProve: [
      'That what a certificate says is true. The proof shows that it was among those that were published, whatever is in it.',
      'That the list is complete, or that the office did not publish another root to somebody else.',
      'That the forged record would deceive a reader: it is 64 bytes without sense. It deceives a program that asks for a valid proof and does not look further.',
    ],
  },
};
