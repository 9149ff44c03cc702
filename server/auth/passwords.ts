import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's smallest argon2id setting; 2 is argon2id (the enum has no runtime value under isolated modules). */
const options = { algorithm: 2 as Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const current = '$argon2id$v=19$m=19456,t=2,p=1$';

/** At most this many hashes at once: each takes 19 MiB and a core. The rest wait their turn. */
const slots = 8;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= slots) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, options));

let dummy: Promise<string> | undefined;

/** Whether a password is right. Without a stored hash it works as long, so that time tells nothing. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this password');
  // An account that nobody has claimed stores a word instead of a hash.
  const own = stored?.startsWith('$argon2') ? stored : null;
  const against = own ?? (await dummy);
  const right = await inTurn(() => verify(against, password).catch(() => false));
  return right && own !== null;
}

/** Whether a stored hash was made with other settings than today's and wants to be made anew. */
export const needsRehash = (stored: string): boolean => !stored.startsWith(current);
