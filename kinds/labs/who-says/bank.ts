import type { Level, Mode, Speaker } from './choices';

/**
 * Our own sentences, with their key: nothing of this file may be read by a page. Where careful readers may differ,
 * there are several right answers. What is said of the session was reported in 2019; all who have no name are made up.
 */
export type Marked = {
  says: string;
  speaker: readonly Speaker[];
  mode: readonly Mode[];
  level: readonly Level[];
};

const marked =
  (mode: Mode, level: readonly Level[]) =>
  (speaker: Speaker, says: string): Marked => ({ says, speaker: [speaker], mode: [mode], level });

/** A demand is a plan for whoever takes the speaker for an authority, and an assertion for whoever asks for a date. */
const demanded = marked('paraphrase', ['E0', 'E1']);
const asserted = marked('paraphrase', ['E0']);
const listed = marked('summary', ['E0']);
const listedDemands = marked('summary', ['E0', 'E1']);
const added = marked('gloss', ['E0']);
const quoted = marked('quote', ['E0']);
const planned = marked('paraphrase', ['E1']);
const counted = marked('paraphrase', ['E2']);
const reported = marked('paraphrase', ['E3']);
const audited = marked('paraphrase', ['E4']);

const remarks: Marked[] = [
  demanded(
    'xi',
    'Blockchain should become a main opening for core technology of the country’s own, Xi Jinping stressed.',
  ),
  demanded('xi', 'Basic research should grow and bring China to the front of theory, said Xi Jinping.'),
  demanded('xi', 'According to Xi Jinping, research groups should work on the hardest problems together.'),
  demanded('xi', 'Xi Jinping said that China’s voice in the making of standards should gain weight.'),
  demanded(
    'xi',
    'The way from invention to use and on to value should be cleared, Xi Jinping is reported to have said.',
  ),
  demanded(
    'xi',
    'Blockchain should be joined to the real economy, Xi Jinping pointed out, so that smaller firms borrow more easily.',
  ),
  demanded(
    'xi',
    'Xi Jinping said that cities should connect more widely in information, funds, talent and credit records.',
  ),
  demanded(
    'xi',
    'Departments and regions should keep and use government data jointly, Xi Jinping pointed out.',
  ),
  demanded(
    'xi',
    'The technology should be guided and regulated and its risks be studied, Xi Jinping stressed.',
  ),
  demanded(
    'xi',
    'Xi Jinping stressed that the governing of the Internet by law should reach blockchain as well.',
  ),
  asserted(
    'cao',
    'It was the first time that the leader had singled the technology out, Cao Yin told Global Times.',
  ),
  asserted('vendor', 'What is recorded on its platform is true, a vendor assured its visitors.'),
  asserted('supplier', 'A supplier said that the new way of borrowing was easier than the old one.'),
  asserted('engineer', 'The hard part was to agree on one form, according to an engineer of the project.'),
];

const lists: Marked[] = [
  listedDemands('xi', 'Xi Jinping spoke, too, of training, of platforms, of leading figures and of teams.'),
  listedDemands(
    'xi',
    'Schools, jobs, old age, medicine, food and charity came up in the remarks of Xi Jinping.',
  ),
  listedDemands('xi', 'Xi Jinping touched on artificial intelligence, big data and the Internet of Things.'),
  listedDemands('xi', 'Transport, energy and information networks were among the subjects of Xi Jinping.'),
  {
    says: 'Chen Chun explained the technology and made suggestions, Xinhua reported.',
    speaker: ['chen', 'xinhua'],
    mode: ['summary'],
    level: ['E0', 'E3'],
  },
  listed('engineer', 'An engineer took an hour of questions on speed, on cost and on the loss of keys.'),
  listed(
    'supplier',
    'A supplier told of waiting, of forms, of banks and of a buyer who did not answer letters.',
  ),
  listed(
    'mayor',
    'A deputy mayor went through the history of the pilot, from the first talks to the newest office.',
  ),
];

const additions: Marked[] = [
  added('writer', 'With this the race for the lead is as good as decided.'),
  added('writer', 'Whoever still doubts the technology has not understood it.'),
  added('writer', 'A list so long is a sure sign that nobody had set priorities.'),
  added('writer', 'The banks will not have liked to hear it.'),
  added('writer', 'Behind the friendly words stands a warning to the whole industry.'),
  added('writer', 'The smaller firms, which need it most, will once more be served last.'),
  added('writer', 'So the years of trying are over, and the years of building begin.'),
  added('writer', 'That no sum was mentioned says more than any sum could.'),
  added('writer', 'The market, which hears what it likes, heard a promise.'),
  added('writer', 'The lecturer must have been glad to hear so much of his subject from others.'),
  added('writer', 'What the deputy mayor meant, of course, was that there is no money.'),
];

const quotations: Marked[] = [
  quoted(
    'peoples-daily',
    'Innovation in blockchain “does not mean we should speculate in virtual currencies”, wrote People’s Daily four days later.',
  ),
  quoted('supplier', '“I was paid sooner, and I never learned why,” said a supplier.'),
  quoted('engineer', '“The code was the easy part,” an engineer recalled.'),
  quoted('vendor', '“Nobody can cheat any more,” promised a vendor.'),
  quoted('supplier', '“They asked me for the paper all the same,” a supplier complained.'),
  marked('quote', ['E1'])(
    'mayor',
    '“By next summer every school of the city is to be connected,” a deputy mayor announced.',
  ),
  marked('quote', ['E2'])(
    'university',
    '“We issued 2,100 degrees in our first year,” a university writes of itself.',
  ),
  marked('quote', ['E2'])('vendor', '“We have sixty customers now,” a vendor said of its own business.'),
  marked('quote', ['E4'])(
    'auditors',
    '“Of 400 invoices that we drew by lot, 12 did not match the goods,” write the auditors, who publish how they drew them.',
  ),
];

const plans: Marked[] = [
  planned(
    'authorities',
    'By 2025 there are to be three to five internationally competitive firms, two authorities wrote in 2021.',
  ),
  planned(
    'authorities',
    'Two authorities wrote in 2021 that the technology is to be joined deeply with industry by 2030.',
  ),
  planned('mayor', 'Twelve more offices are to follow by spring, a deputy mayor announced.'),
  planned('mayor', 'A deputy mayor said that the city means to end the paper forms within two years.'),
];

const ownCounts: Marked[] = [
  counted('bureau', 'The tax bureau says that it has issued more than ten million invoices on a blockchain.'),
  counted('vendor', 'A vendor put the number of firms on its platform at sixty.'),
  counted('university', 'By its own count, a university has issued 2,100 degrees on the chain.'),
  counted('mayor', 'A deputy mayor said that his offices had spared citizens 40,000 visits.'),
  counted('engineer', 'An engineer said that her system had handled 900 payments a second in her own test.'),
];

const looked: Marked[] = [
  {
    says: 'Of more than 3,000 listed firms, over 500 claimed to have to do with blockchain and 40 had disclosed such business, Xinhua reported without naming who had counted.',
    speaker: ['xinhua'],
    mode: ['paraphrase'],
    level: ['E3', 'E0'],
  },
  reported('reporter', 'A local reporter went to nine of the offices and writes that four were connected.'),
  reported(
    'reporter',
    'Two of the five counters that she visited still asked for paper, writes a local reporter.',
  ),
  reported(
    'reporter',
    'A local reporter, who has no part in the project, followed an invoice through three firms and writes that all three could read it.',
  ),
];

const measured: Marked[] = [
  audited(
    'auditors',
    'The auditors drew 400 invoices by lot, compared each with its goods by a method that they publish, and found that 12 did not match.',
  ),
  audited(
    'auditors',
    'The auditors, who have no part in the project, timed 1,000 payments and report, with the whole list, that half took longer than 4 seconds.',
  ),
  audited(
    'auditors',
    'Three degrees of one year were missing on the chain, report the auditors, who compared all of them with the paper and print the table.',
  ),
  audited(
    'auditors',
    'The auditors counted visitors at ten counters before and after, show how they did it, and report 18 per cent fewer.',
  ),
];

/** The sentences by their kind, and how many of each a learner gets: twelve in all. */
export const bank: readonly { sentences: readonly Marked[]; drawn: number }[] = [
  { sentences: remarks, drawn: 2 },
  { sentences: lists, drawn: 2 },
  { sentences: additions, drawn: 2 },
  { sentences: quotations, drawn: 2 },
  { sentences: plans, drawn: 1 },
  { sentences: ownCounts, drawn: 1 },
  { sentences: looked, drawn: 1 },
  { sentences: measured, drawn: 1 },
];
