import type { LabWords } from '../kind';

export const nationalWords: LabWords = {
  why: 'China has standards of its own for hashing and signing, SM3 and SM2; both are in international standards too, ISO/IEC 10118-3 and 14888-3 of 2018. They do the work that SHA-256 and Ed25519 do elsewhere. Whoever exchanges one for the other has to know in which details they differ, or good signatures are refused.',
  steps: [
    'Pad the message for SM3 by hand: count its bits, set the bit of one, fill up with zeros, and write the length at the end. Hand in the block of 64 bytes and the digest.',
    'Make an SM2 key, and sign your challenge with your mark, `learner …`, as user id. Hand in the public key, Z_A and the signature.',
    'Compare it with the Ed25519 signature of the same challenge: what is as long, what is not, and what enters one of them alone.',
    'A message came in with a signature and a key, and without a user id. Find the one of four with which the signature fits.',
  ],
  example: [
    'The message `abc` has 3 bytes, so 24 bits. Then comes the bit of one, then 448 − 24 − 1 = 423 zeros, and then 24 as a number of 8 bytes: `61626380`, 52 bytes of `00`, `0000000000000018`. The byte `80` is the bit of one with the first seven zeros. SM3 of it is `66c7f0f4…8f4ba8e0`.',
    'Z_A is SM3 of: the length of the user id in bits as 2 bytes, the user id, the numbers a and b of the curve, its base point, and the public key. What is signed is SM3 of Z_A and the text, one after the other.',
    'In the example of the standard GB/T 32918.5 the public key begins with `0409f9df31` and the user id is `1234567812345678`. Z_A is `b2e14c5c…cda8a4f3`. With `ALICE123@YAHOO.COM` and the same key it would be `26db4bc1…93afd7ed`: another Z_A, so another digest is signed, and the signature for one does not fit the other.',
  ],
  hints: [
    'Each character of this message is one byte, the spaces too, and a byte has 8 bits. Zeros are counted so that 448 bits are full.',
    'The map of bytes below says which part of your block is right. A button puts in the bytes of the message, and one fills up with zeros; the bit of one and the length are yours.',
    'Where the first of the zeros come together with the bit of one, they are the byte `80`. The length stands in the last two of 128 digits, in hexadecimal: 72 bits are `48`.',
    'Many programs take the user id `1234567812345678` where none is given. In a shell, `openssl pkeyutl` takes yours by `-pkeyopt distid:`.',
    'Choose the four user ids one after the other in the form: the drawing says what Z_A is with each of them, and whether the signature fits.',
  ],
  debrief: {
    shows: [
      'Hash functions and signatures are parts that can be exchanged: SM3 pads a message exactly as SHA-256 does, and digests and signatures are as long.',
      'SM2 signs the text together with Z_A, which holds the user id, the curve and the key. With another user id there is another Z_A, and the signature is refused, though nobody altered the text.',
      'Two systems that both speak SM2 understand each other only if they agree on the user id and on how the two numbers of a signature are written.',
    ],
    doesNotProve: [
      'That one algorithm is safer than the other. For this one has to look at the analysis that is published of each.',
      'Who the signer is. A user id is a name that somebody wrote; it is a certificate that ties it to a person.',
      'That a system is under control because its algorithms are national. Keys, programs, devices and people are parts of it as well.',
    ],
  },
};
