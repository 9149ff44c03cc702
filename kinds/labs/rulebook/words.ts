import type { LabWords } from '../kind';

export const rulebookWords: LabWords = {
  why: 'In a consortium chain, who may read, who may write and whose signatures are enough is written down once and then carried out by machines. A generous rulebook is a leak, and a strict one stops the work. Here you write one for six organisations, and grant nothing that nobody needs.',
  steps: [
    'Read the charter of each channel: it says in a sentence whose signatures are enough for an entry.',
    'Write each charter as a policy. There are names, `and`, `or`, round brackets, and `2 of (…, …, …)`.',
    'Go through the 40 needs and tick who reads and who writes in which channel. To write in a channel is not to read it: these are two rights.',
    'Whoever signs for a channel has to read it, and this is a need as well. What serves no need has to go: the number of rights that serve none must be 0.',
    'Hand in. The server asks your policies about all 320 cases of who could have signed; 15 of these cases are in your list.',
  ],
  example: [
    'A charter says: “Two of the Baker, the Miller and the Farmer sign, and nothing counts unless the Inspector signs as well.” As a policy this is `Inspector and 2 of (Baker, Miller, Farmer)`.',
    'With it, the Inspector and the Baker are not enough, since the Baker is only one of two. The Baker, the Miller and the Farmer are not enough either, since the Inspector is missing. The smallest groups that are enough are Inspector with Baker and Miller, with Baker and Farmer, or with Miller and Farmer: three groups of three.',
    'All four sign, so all four have to read the channel. If one need says that the Miller writes there, there are 4 rights to read and 1 to write. A right to read for the Shop would be the sixth, and would serve no need.',
  ],
  hints: [
    'Begin with the policies. Whoever signs needs to read, so many rights to read follow from them.',
    'A need that says “everybody but” is five rights at once. A need about whoever writes in a channel is as many rights to read as there are writers.',
    'In the drawing, a question mark stands where a right is needed and missing, and an exclamation mark where a right serves no need.',
    'Under each channel you see which groups are enough by your policy, and who can stop everything. Compare the groups with the charter, one by one: is one missing, or one too many?',
    'If two members count as one voice, put them into one part: `2 of (Baker or Miller, Farmer, Shop)`. If one can act alone, everything else stands behind an `or`: `Inspector or (Baker and Miller)`.',
  ],
  play: {
    says: 'See what a policy does in a network: sign, order, and let members fail.',
    href: '/network?size=6&policy=2+of+%28Bank%2C+Buyer%2C+Regulator%29',
  },
  debrief: {
    shows: [
      'A permissioned chain is governance that is written down. Each line of the rulebook decides who sees, who acts and who can be passed over.',
      'A regulator whose signature is always needed does not only watch: it can stop everything. One that may sign alone can decide everything. Both are powers that a charter should name.',
      'Policies without `not` are monotone: one signature more never takes an approval back. This makes them safe to reason about, since it is enough to know the smallest groups.',
    ],
    doesNotProve: [
      'That the organisations are independent. Two members with one owner can be two signatures and one will.',
      'That what is written in a channel is true, or that readers keep it to themselves once they have read it.',
      'That the charter is fair. A policy carries out what was agreed, and whoever can change the rulebook stands above it.',
    ],
  },
};
