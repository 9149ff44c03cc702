import type { LabWords } from '../kind';

export const cityWords: LabWords = {
  why: 'The framed article wants links between cities: what one city has recorded, another should be able to rely on. City B does not run the chain of city A, so it cannot look there. It can check what is sent to it: who signed the header, what the header follows, and whether the record is under its root.',
  steps: [
    'Read what city B knows: the header that it accepted last, and the four offices that are validators now. Some of them were validators in the term before as well.',
    'Take the six records in their order and put each to five tests, in this order: its height is above that of the last accepted header; it is linked to that header by its hash; it goes by the validators that are in office; more than two thirds of these signed it, so at least 3 of 4; and the record is under the root.',
    'Refuse a record for the first test that it fails. A header that you accept is the last one from then on; one that you refuse changes nothing.',
    'Count for each record how many validators now in office have a valid signature on its header. Each counts once, however often it stands there.',
    'In the end, give the hash of the header that you accepted last, and the root that the record with the wrong proof comes to.',
  ],
  example: [
    'Another city has seven validators: Mill, Bridge, Market, School, Station, Theatre and Pharmacy. Two thirds of seven are 4 and two thirds of one, so more than that is at least 5. City B accepted height 40 last.',
    'A header of height 41 arrives that names the hash of header 40. It has six signatures that fit it: two of Mill, and one each of Bridge, Market, School and Ferry, which left office last term. Mill counts once and Ferry not at all, so 4 have signed it. It is refused for too few signatures, and height 40 stays the last one.',
    'Next comes another header of height 41, which names the hash of header 40 and is signed by Bridge, Market, School, Station and Theatre. These are 5. Its record comes to the root in its header, so it is accepted, and the next header has to name the hash of this one.',
  ],
  hints: [
    'The hash of the last accepted header stands beside each record, and changes with your verdicts on those before it.',
    'A signature that fits may be of no use: look whether its office is in office now, and whether the office stands there twice.',
    'Validators of the term before can sign whatever they like, even with all of their keys. Compare the hash of validators in the header with the two hashes of the terms.',
    'The steps of a proof end in a root. One of the six ends in another root than its header has: this root is what the last field asks for.',
    'Exactly one record is refused for its proof, and at least one is accepted. No kind of error comes twice.',
  ],
  play: {
    says: 'See how the validators of one city agree, and what a cut line does to them.',
    href: '/network?size=4&policy=Bank&apart-carrier=yes',
  },
  debrief: {
    shows: [
      'To connect two chains is to verify what the validators of another one have agreed on. City B needs no copy of the chain of city A: a header, signatures, and a path of three digests are enough.',
      'Each of the five tests stops an attack of its own. Without the height an old header could come back; without the link another history could be told; without the term those who lost office could go on; without the count a few could speak for all; without the path any record could claim a root.',
      'It matters who is allowed to sign, and from when. A change of validators has to be verified as carefully as a record.',
    ],
    doesNotProve: [
      'That the record is true. City B knows that city A has recorded it, and relies on how city A records.',
      'That the validators are honest. With four of them, two that sign two headers of one height are enough to make every test pass for both.',
      'That the first list of validators was the right one. City B had to get it from somewhere, and no record on the chain can vouch for it.',
    ],
  },
};
