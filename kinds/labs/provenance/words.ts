import type { LabWords } from '../kind';

export const provenanceWords: LabWords = {
  why: 'The report of 2019 names the safety of food among the uses of blockchain. A ledger shows that nobody changed what was written, and a signature shows who wrote it. Neither of them shows whether it was true when it was written. Here two of thirty events were not.',
  steps: [
    'A batch of fruit goes in three lots along one road, from a farm to a market. Read what was written down about it: time, place, weight, seal and device. All signatures are valid, and the page can check them.',
    'A lorry drives at most 120 km/h. Fruit that is cleaned, cut or dried weighs less, and never more. A seal number is closed on one lot only. A device that is fixed at a place stays there.',
    'Find the two events that cannot have happened as they are written. Where two events do not fit each other, name the later one.',
    'Say why each is impossible, and choose what would have caught it when it was written.',
    'Not all that is odd is impossible: a lorry can stand still for a night, the cold can fail, and a seal may be exchanged if this is written down.',
  ],
  example: [
    'A lot was at kilometre 210 at 08:00 and at kilometre 480 at 08:45. That is 270 km in 45 minutes, or 360 km/h. No lorry does this, so one of the two entries is false, and the later one is named.',
    'Another lot was at kilometre 480 at 08:45 and at kilometre 900 at 13:45: 420 km in 5 hours, or 84 km/h. This is possible.',
    'Another lot weighed 840 kg when it was cleaned and 966 kg when it was packed. Nothing was added in between, so 126 kg come from somewhere else, and are called fruit of this farm.',
  ],
  hints: [
    'Go through one lot after the other. For each event look at the one before it in the same lot: how far is it, how long did it take, and what does it weigh?',
    'Divide kilometres by hours only where the time is short. The long legs are 170, 270 and 420 km, and take at least 85 minutes, 135 minutes and 3 and a half hours.',
    'Then compare the lots with each other: does the seal that is closed on one of them stand at another one already?',
    'At last compare each device with the list of where it is fixed. The two events are impossible in two different ways.',
    'A control catches what it compares. Copies, hashes and keys compare nothing with the world.',
  ],
  debrief: {
    shows: [
      'Valid signatures and an unbroken chain go together with entries that are false. Who can be named can still err or lie.',
      'What finds the lie compares entries with each other and with what is physically possible: places with times, weights with weights, seals with a register, devices with where they are.',
      'Such rules work best at the moment of writing. Found later, the false entry stays in the ledger, and a correction is written after it.',
    ],
    doesNotProve: [
      'That the other twenty-eight events are true. They are possible, and this is all that was looked at.',
      'Who lied. A clock can be wrong, a scale can be out of order, and a key can be in the hands of somebody else.',
      'That a blockchain is what helps. Each of these controls works in an ordinary database, too; a shared ledger adds that nobody can take back alone what was refused or written.',
    ],
  },
};
