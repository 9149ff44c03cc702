import type { LabWords } from '../kind';

export const tamperWords: LabWords = {
  why: 'A ledger that many hold is trusted because a change to it shows. But each change shows in another place, and one kind shows in no link and in no hash. An audit has to say which block was tampered with, how, and what that is seen by.',
  steps: [
    'Four organisations wrote twelve blocks. Each block has a number, the hash of the block before it as its link, a text, the signature of its writer, and a hash over all of this.',
    'Between one and three things were done to the ledger afterwards. Look at the four signs of each block: its number, its link, its signature and its hash.',
    'Choose for each place what was done to the block. A block can have a sign that does not fit only because its neighbour was changed: such a block is sound.',
    'Of the first block that you do not call sound, give the hash of what stands in it now. Put its number, link, writer, text and signature in a row with a `|` between them, and take SHA-256 of that. It also stands among the details of the block.',
  ],
  example: [
    'A ledger of two blocks, without signatures. The first says `1|0|Farm|100 kg`, and its hash is `c4f22e38…1541`. The second carries this hash as its link, and its own hash is `1f3dbf02…c490`.',
    'Somebody writes 190 kg into the first block and leaves its hash. Its contents now hash to `934f38ad…f98b`, which is not what is written: the hash does not fit, while the link of the second block still does.',
    'They write `934f38ad…f98b` into the first block as well. Now its hash fits, and the link of the second does not. The second block is sound: nobody touched it. Only if they change its link and its hash, too, does every hash fit again.',
  ],
  hints: [
    'Begin with the numbers: where they are out of order, blocks have changed places, and links around them break although nobody changed a word.',
    'A signature is over number, writer and text. If it does not fit, one of these was changed, or another key signed.',
    'Where a signature does not fit, look at the hash of the same block. If that does not fit either, nobody made it anew after the change.',
    'Where the signature alone does not fit, look at the link of the next block. If that fits, everything after the change was linked anew. If it does not, only this block was.',
  ],
  debrief: {
    shows: [
      'Links and hashes say at which block a copy was changed, and whoever changed one block has to change all after it.',
      'Who holds every copy can do just that. The forged block has hashes and links that fit: only its signature gives it away, because the forger did not have the key.',
      'Several copies with several holders, or one hash written down somewhere else, make it harder to exchange a whole ledger than to change one block.',
    ],
    doesNotProve: [
      'That a sound block is true. The Mill can sign a weight that was never on its scales.',
      'That nothing is missing. A ledger whose last blocks were cut off has hashes, links and signatures that fit.',
      'That the keys are those of the organisations. Here they come with the ledger; whoever can exchange both can forge without a sign.',
      'Who did it. The signs say what was done, and not by whom.',
    ],
  },
};
