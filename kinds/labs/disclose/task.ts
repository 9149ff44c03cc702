import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fingerprint } from '../digest';
import { type Draws, drawsFrom } from '../seeded';
import { type Claim, sealed } from './claims';
import { base64, type Form, forms, written } from './scan';

/** A credential of one person who is made up, what a school would write on chain of it, and what the school holds. */
export type DiscloseTask = {
  claims: Claim[];
  /** Eight bytes by which the entry is found; they were drawn, and say nothing about anybody. */
  record: string;
  /** What the registrar would write on chain, piece by piece, as hexadecimal digits. */
  draft: { what: string; bytes: string }[];
  /** The personal record as it lies on a tape that cannot be written again, and the key that opens it. */
  ciphertext: string;
  key: string;
  /** What else the school holds; some of it is about this person, some of it about others. */
  store: { what: string; text: string }[];
};

const given = ['Amina', 'Bruno', 'Chiara', 'Daniel', 'Elena', 'Farid', 'Jiayi', 'Katrin', 'Mateo', 'Nadia'];
const family = ['Abara', 'Castillo', 'Dvorak', 'Hoang', 'Ibrahim', 'Lindqvist', 'Moreau', 'Ouyang', 'Petrov'];
const subjects = ['chemistry', 'civil engineering', 'history', 'nursing', 'statistics'];

const digits = ({ below }: Draws, count: number) => String(below(10 ** count)).padStart(count, '0');

/** The four things about somebody that are theirs alone. */
function person(draws: Draws) {
  const { pick, below } = draws;
  return {
    name: `${pick(given)} ${pick(family)}`,
    number: `20${10 + below(15)}-${digits(draws, 6)}`,
    born: `${1980 + below(25)}-0${1 + below(9)}-${10 + below(18)}`,
    key: draws.hex(16),
  };
}

/** Where copies remain, with the place for what is theirs. */
const places: [what: string, text: (ref: string) => string][] = [
  ['Key vault', (ref) => `slot 4 = ${ref}`],
  ['Nightly copy', (ref) => `tuesday.bak | row 118 | ${ref} | ok`],
  ['Index by last letters', (ref) => `rev 3f -> ${ref}`],
  ['Mail that was sent', (ref) => `X-Ref: ${ref}`],
  ['Log of the web server', (ref) => `GET /r?q=${ref} 200`],
  ['Table for statistics', (ref) => `cohort 9; ${ref}; n = 1`],
  ['Export for a partner', (ref) => `{"ref":"${ref}","v":2}`],
  ['Cache of the app', (ref) => `app:${ref}:v1`],
];

/** Something of a person in a form that is not seen at once; a key is bytes, the others are texts. */
function hiddenIn(
  { pick }: Draws,
  of: ReturnType<typeof person>,
  what: keyof typeof of,
  form: Form = pick(forms),
) {
  if (what === 'key' && form === 'Base64') return base64(hexToBytes(of.key));
  return what === 'key' && form === 'hexadecimal' ? of.key : written(of[what], form);
}

/** The task of one learner: nobody else's name, number, salts and key are the same. */
export function discloseTask(seed: Uint8Array): DiscloseTask {
  const draws = drawsFrom(seed, 'disclose');
  const { hex, pick, below, shuffled } = draws;
  const [self, stranger] = [person(draws), person(draws)];
  const { name, number, born, key } = self;
  const values = {
    name,
    number,
    born,
    degree: 'yes',
    subject: pick(subjects),
    grade: `${1 + below(3)}.${below(10)}`,
  };
  const record = hex(8);
  const utf8 = (text: string) => bytesToHex(utf8ToBytes(text));
  const theirs = ['key', 'name', 'number', 'born'] as const;
  // The first of them is the key, so that there is always a copy of it to be found.
  const held = 3 + below(3);
  const refs = places.map((_, at) =>
    at < held
      ? hiddenIn(draws, self, at === 0 ? 'key' : pick(theirs))
      : hiddenIn(draws, stranger, pick(theirs)),
  );
  const store = shuffled(refs).map((ref, at) => {
    const [what, text] = places[at] ?? ['', String];
    return { what, text: text(ref) };
  });
  return {
    claims: shuffled(Object.entries(values)).map(([claim, value]) => ({ salt: hex(16), name: claim, value })),
    record,
    draft: [
      { what: 'Number of the record', bytes: record },
      {
        what: 'Holder, for our software',
        bytes: utf8(hiddenIn(draws, self, 'number', pick(['plain', 'Base64']))),
      },
      { what: 'Memo', bytes: utf8(hiddenIn(draws, self, 'name', pick(['hexadecimal', 'backwards']))) },
      { what: 'Birthday, hashed, so nobody can read it', bytes: fingerprint(born) },
      { what: 'Key, in case we lose ours', bytes: key },
      { what: 'Kind of entry', bytes: utf8('credential/1') },
    ],
    ciphertext: bytesToHex(sealed(key, utf8ToBytes(`${name}|${number}|${born}`))),
    key,
    store,
  };
}
