import { createHash, createHmac } from 'node:crypto';

/** Whose task it is: of one learner, in one lab as it is at a version, at one attempt. */
export type SeedOf = { learnerId: string; lab: string; version: number; attempt: number };

/**
 * The seed of a learner's task, 32 bytes: HMAC-SHA256 by a secret of the server, so that nobody works out another's.
 * The secret is read here and not with the other settings, because commands that verify again need no other.
 * @throws Error where there is no secret
 */
export function labSeed({ learnerId, lab, version, attempt }: SeedOf): Uint8Array {
  const secret = process.env.LAB_SECRET ?? process.env.AUTH_SECRET;
  if (!secret) throw new Error('Labs need LAB_SECRET or AUTH_SECRET');
  const of = `lab|${learnerId}|${lab}|${version}|${attempt}`;
  return new Uint8Array(createHmac('sha256', secret).update(of).digest());
}

/** What is kept of a seed: SHA-256 of it, in hexadecimal digits. */
export const seedCommit = (seed: Uint8Array): string => createHash('sha256').update(seed).digest('hex');

/** Which build of the verifier runs here, as it is kept with each verdict. `npm start` works it out. */
export const verifierHash = (): string => process.env.LABS_VERIFIER ?? 'development';
