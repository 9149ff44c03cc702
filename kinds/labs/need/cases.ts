/**
 * Our own cases, with their key: nothing of this file may be read by a page. A path is the answers in their order,
 * `y` and `n`; for each that the facts bear, the facts that decide its last question.
 */
export type Case = {
  id: string;
  title: string;
  story: string;
  /** By a word of our own; learners see a number that is drawn for them. */
  facts: Record<string, string>;
  bears: Record<string, readonly string[]>;
};

/** Cases that leave at one of the first two questions. */
const early: Case[] = [
  {
    id: 'wind',
    title: 'Wind at the harbour',
    story: 'Skippers read the wind from a board on the quay. A firm offers to put the board on a blockchain.',
    facts: {
      passing:
        'Each reading takes the place of the one before. Nobody keeps old readings, and nobody asks for them.',
      masts: 'Four masts send readings; they belong to the harbour, a sailing club, the pilots and a school.',
      harbour: 'The harbour office is staffed day and night.',
      strangers: 'A skipper may mount a mast of their own without asking.',
      quarrel: 'The sailing club and the pilots do not believe each other’s instruments.',
      look: 'Everybody on the quay can see the board.',
    },
    bears: { n: ['passing'] },
  },
  {
    id: 'dogs',
    title: 'Dog licences of one town',
    story: 'A town wants to modernise the list of its 8,000 licensed dogs.',
    facts: {
      list: 'It has to be known for each dog who holds it and until when its licence runs.',
      office:
        'Only the licence office makes entries. Vets and police read the list and change nothing in it.',
      servers: 'A vendor offers a blockchain with four servers. All four would be run by the licence office.',
      hours: 'The counter of the office closes on Fridays at noon.',
      public: 'Any citizen may ask whether a dog is licensed.',
      doubt: 'A newspaper has written that the town is not to be trusted with anything.',
    },
    bears: { yn: ['office', 'servers'] },
  },
];

/** Cases in which somebody is trusted: a third party, or all who write. */
const trusting: Case[] = [
  {
    id: 'land',
    title: 'Land titles of a small country',
    story: 'A donor will pay for a new land register, if it is a blockchain.',
    facts: {
      parcels: 'The register has to say who owns each of 2 million parcels, today and on any day before.',
      notaries: 'Notaries of forty districts enter sales, and courts enter seizures.',
      office:
        'The land office checks every entry, is reachable at all hours, and pays for its mistakes by law. Notaries, courts and banks accept it.',
      licence: 'Each notary has a licence and a number.',
      forged: 'Two notaries lost their licence for false entries.',
      anyone: 'Anybody may look up who owns a parcel.',
      deeds: 'Whether an old paper deed is genuine, an official decides by looking at it.',
    },
    bears: { yyy: ['office'] },
  },
  {
    id: 'clinics',
    title: 'Vaccinations in six mountain clinics',
    story:
      'Six small clinics of one health service treat the same villages and want one list of vaccinations.',
    facts: {
      record: 'A nurse has to see what a child was given years ago, and in which clinic.',
      nurses: 'The nurses of all six clinics make entries.',
      offline:
        'Each valley is cut off for days at a time, and there is nobody whom all clinics could always reach.',
      names: 'Thirty nurses work there, and each signs with her name.',
      trust:
        'All work for the same service and rely on each other’s entries. Nobody gains by a false one, and none was found in ten years.',
      closed: 'Nobody but the clinics may read the list.',
      offer: 'A vendor says that health needs a blockchain, since the data are valuable.',
    },
    bears: { yynyy: ['trust'] },
  },
  {
    id: 'votes',
    title: 'The votes of an association',
    story: '900 members of an association elect a board and want to vote from home.',
    facts: {
      kept: 'Votes are kept until the count, and the count for ten years.',
      members: 'Each member casts a vote; 900 people write.',
      notary:
        'A notary would run the ballot box, online at every hour of the voting week. Most members accept him.',
      cousin: 'Some say that the notary cannot be used, since he is a cousin of the chair.',
      list: 'Who is a member stands in a list, by name.',
      camps: 'Two camps accuse each other of having voted for people who had died.',
      count: 'By its rules, anybody, and not only a member, must be able to check the count.',
    },
    bears: { yyy: ['notary'], yynyny: ['count'] },
  },
];

/** Cases of known writers who keep their record among themselves. */
const among: Case[] = [
  {
    id: 'shipping',
    title: 'Containers of rival carriers',
    story: 'Carriers that compete with each other want to share where containers are, and their papers.',
    facts: {
      track: 'Where a container is and which papers it has must be on record until it is delivered.',
      writers: 'Five carriers, two hundred ports and the customs offices of thirty countries make entries.',
      rivals:
        'No carrier lets a rival hold the record, or a firm that a rival founded. The countries have not agreed on an authority either.',
      contract: 'Whoever makes entries has signed a contract under its own name.',
      backdated: 'Carriers have accused each other of entering arrivals that had not happened yet.',
      secret:
        'Rates and the names of customers must stay among the partners of the contract; nobody outside has to check anything.',
      hands: 'A container passes through thirty hands on its way.',
    },
    bears: { yynynn: ['secret'] },
  },
  {
    id: 'receivables',
    title: 'What large buyers owe small suppliers',
    story: 'Small suppliers wait 90 days for their money and would like to borrow on what they are owed.',
    facts: {
      claims: 'A claim lives for 90 days, can be split among several, and must be pledged only once.',
      writers: 'Buyers, suppliers and twelve banks make entries.',
      register:
        'The central bank runs a register of large claims, online at all hours and trusted by the twelve banks. It has said that it could take small ones, too.',
      wait: 'Suppliers have been told for six years that they cannot use that register yet.',
      tax: 'Each firm and each bank is known by its tax number.',
      twice: 'Three banks have lent on one and the same claim, which somebody had entered with each of them.',
      prices:
        'Who sells to whom at which price must stay between those concerned and the supervisor; the public has nothing to check.',
    },
    bears: { yyy: ['register'], yynynn: ['prices'] },
  },
];

/** Cases that are to be checked by anybody, or written by anybody. */
const open: Case[] = [
  {
    id: 'degrees',
    title: 'Degrees from twenty countries',
    story: 'Universities of twenty countries want degrees to be recognised everywhere.',
    facts: {
      withdrawn:
        'Whether a degree was granted, and whether it was withdrawn since, has to be on record for a working life.',
      universities: 'Three hundred universities grant and withdraw degrees.',
      nobody: 'The twenty countries have tried three times to agree on one office, and have given up.',
      admitted: 'Each university was admitted by its own country, under its name.',
      mill: 'Two of those that were admitted were found to sell degrees.',
      employers:
        'Any employer in the world must be able to check a degree without asking anybody for access.',
      names: 'Graduates do not want their names to be listed in public.',
    },
    bears: { yynyny: ['employers'] },
  },
  {
    id: 'salad',
    title: 'Salad from the field to the shelf',
    story:
      'After a case of poisoning, three supermarket chains want to know where each crate of salad has been.',
    facts: {
      path: 'The way of each crate has to be kept for two years.',
      writers: 'Four hundred farms, nine hauliers and three chains make entries.',
      holder: 'Each chain wants to hold the record itself and accepts no other holder.',
      paper: 'The food authority works on paper and answers within ten days.',
      numbers: 'Each farm and each haulier has a number from the food authority.',
      labels: 'Last year a haulier exchanged the labels of two loads.',
      shoppers:
        'Shoppers and their associations have to be able to check the record themselves; a word of a chain no longer satisfies them.',
    },
    bears: { yynyny: ['shoppers'] },
  },
  {
    id: 'relief',
    title: 'Relief on both sides of a front',
    story:
      'Helpers in a divided region record which village was promised what, so that nothing is promised twice.',
    facts: {
      promises: 'What was promised and what arrived has to be on record until the winter is over.',
      helpers: 'Hundreds of helpers make entries, on both sides.',
      sides: 'Neither side accepts an authority, a bank or an organisation that the other accepts.',
      nameless:
        'Anybody may help without asking. Nobody knows who the helpers are, since some were arrested on each side.',
      strangers: 'A helper does not rely on what a stranger entered.',
      donors: 'Donors abroad want to see everything.',
      seen: 'Whether a blanket arrived was seen only by whoever received it.',
    },
    bears: { yynn: ['nameless'] },
  },
];

/** Each learner gets one case of each kind, so that nobody has four that end alike. */
export const kindsOfCase: readonly (readonly Case[])[] = [early, trusting, among, open];
