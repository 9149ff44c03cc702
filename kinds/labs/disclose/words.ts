import type { LabWords } from '../kind';

export const discloseWords: LabWords = {
  why: 'A school certificate says a great deal about a person, and an employer needs one line of it. A shared ledger keeps for ever what is written on it, and a person may ask to be forgotten. Both can be kept if what goes on chain says nothing by itself, and what says something stays where it can be deleted.',
  steps: [
    'Look at the claims of your credential: a name, a value and a salt each. The person is made up. Take SHA-256 of the line of each claim, and write the digests down, the smallest first.',
    'Take one commitment to all of them: SHA-256 of the sorted digests as bytes, one after another.',
    'An employer asks whether there is a degree, and nothing else. Hand over the one line that answers.',
    'The registrar has drafted an entry for the chain. Take out what says something about the person, leave the number of the record, and put your commitment in.',
    'The person asks to be forgotten. The sealed record lies on a tape that nobody can overwrite, so every copy of its key has to go, and everything else that is still about this person. What is about others stays. Count what remains.',
  ],
  example: [
    'Two claims: the line `["07070707070707070707070707070707","degree","no"]` has the digest `6683e063…2683`, and the line `["c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4","city","Oslo"]` has `3a74f849…843e`.',
    'Sorted, `3a74f849…843e` comes first. The commitment, SHA-256 of these 64 bytes, is `39408e86…916f`. Only this goes on chain, with a record number.',
    'Who is shown the line with `degree` hashes it, finds `6683e063…2683` in the list, hashes the list, and finds `39408e86…916f` on chain. About the city they learn nothing: without the salt they cannot even try out the names of cities.',
    'A name can stand somewhere and not be seen: `Ada Berg` is `4164612042657267` in hexadecimal digits, `QWRhIEJlcmc=` in Base64 and `greB adA` backwards.',
  ],
  hints: [
    'Hash the line exactly as it stands: brackets, quotation marks, no spaces after the commas, no line break at its end. The page shows which of your digests belong to a claim.',
    'What is hashed without a salt is not hidden. There are fewer than 50,000 possible birthdays of people who are alive, and a computer hashes all of them at once.',
    'On chain two things are needed: the number of the record, which was drawn and means nothing, and the commitment. The kind of entry may stay, too.',
    'Below the draft stands how your name, number, birthday and key look in hexadecimal digits, in Base64 and backwards. Search each entry of the school for each of these; some entries hold the data of another person, and look much the same.',
  ],
  debrief: {
    shows: [
      'One claim can be proved without showing the others: who checks it needs its line, the list of digests and the commitment.',
      'What cannot be deleted can be made unreadable, by deleting the key and the salts wherever they are. The entry on chain stays, and still fits the line that the holder keeps.',
      'Hashing alone hides nothing that can be guessed. It is the salt that hides, and it has to be deleted with the rest.',
    ],
    doesNotProve: [
      'That nothing is left. A scan finds what it knows to look for: not half of a name, not a photograph, and not the copy on a computer that nobody told you of.',
      'That the law is satisfied. Whether deleting a key counts as deleting is argued about, and a lawyer should be asked. China’s law on personal information of 2021 has a right to deletion, and where that is not feasible technically, processing has to stop except for storage.',
      'That the holder stays unknown. Who shows the same list of digests in two places can be recognised by it; in real use each place gets a list of its own.',
      'That the claim is true. The issuer’s signature, which this lab leaves out, says who vouches for it.',
    ],
  },
};
