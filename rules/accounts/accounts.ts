/** Passwords are 12 to 1,024 characters long: length is what counts, so nothing else is asked. */
export const passwordLength = { min: 12, max: 1024 } as const;

const common = new Set(
  `password1234 password12345 password123456 passwordpassword password1password 123456789012 1234567890123
   12345678901234 123456789012345 1234567890123456 qwertyuiop123 qwertyuiopasdf qwertyuiop1234 qwerty123456
   1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv iloveyou1234 iloveyouiloveyou letmein12345
   administrator administrator1 adminadmin123 changeme1234 changemechangeme welcome12345 welcomewelcome
   abcdefghijkl abcdefghijklm abcd1234abcd abc123abc123 aaaaaaaaaaaa 000000000000 111111111111 121212121212
   asdfghjkl123 zxcvbnm12345 qazwsxedcrfv q1w2e3r4t5y6 football1234 baseball1234 basketball12 superman1234
   batman123456 princess1234 sunshine1234 dragon123456 monkey123456 michael12345 jennifer1234 computer1234
   internet1234 trustno1trustno1 starwars1234 whatever1234 blockchain123 blockchain1234 correcthorsebatterystaple
   passw0rd1234 p@ssword1234 p@ssw0rd1234 temppassword1 mypassword123 newpassword12 secret123456 master123456`.split(
    /\s+/,
  ),
);

/** Why a password is not accepted, or null when it is. Nothing is trimmed. */
export function passwordProblem(password: string, email: string): string | null {
  if (password.length < passwordLength.min) return `Use at least ${passwordLength.min} characters.`;
  if (password.length > passwordLength.max) return `Use at most ${passwordLength.max} characters.`;
  if (common.has(password.toLowerCase()) || new Set(password).size < 5) {
    return 'This password is among the first that would be guessed. Use another one.';
  }
  if (email !== '' && password.toLowerCase() === email)
    return 'Do not use your e-mail address as the password.';
  return null;
}

const address =
  /^[a-z0-9.!#$%&*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * The one form in which an e-mail address is stored and looked up (NFKC, lower case), or null when it
 * is not an address: exactly one @, no quotes, commas, spaces or control characters, at most 254 long.
 */
export function normaliseEmail(raw: string): string | null {
  const email = raw.normalize('NFKC').trim().toLowerCase();
  if (email.length > 254 || email.includes('..') || email.startsWith('.') || email.includes('.@'))
    return null;
  return address.test(email) ? email : null;
}

/** A person's name as shown: NFC, one line, no control or direction-changing characters, 1 to 100 long. */
export function normaliseName(raw: string): string | null {
  const name = raw.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (name.length < 1 || name.length > 100) return null;
  return /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/u.test(name) ? null : name;
}

/** How long things last. Hours for sessions, minutes for links and for what is asked for anew. */
export const lifetimes = {
  sessionHours: { student: 14 * 24, instructor: 8, admin: 8 },
  sessionIdleHours: 12,
  confirmLinkMinutes: 24 * 60,
  resetLinkMinutes: 60,
  /** How long a password given again counts for what is of weight. */
  provenMinutes: 10,
  /** How long one sees the pages of somebody else. */
  viewingMinutes: 30,
} as const;

/**
 * Where to go after signing in: the path asked for if it is on this site, else the fallback. Refuses
 * other origins, `//host`, `/\host`, control characters and credentials in the address.
 */
export function safeReturnPath(raw: string | null | undefined, fallback: string): string {
  if (!raw?.startsWith('/') || raw.includes('\\') || /[\p{Cc}]/u.test(raw)) return fallback;
  try {
    const base = 'http://here.invalid';
    const url = new URL(raw, base);
    // `/.//host` resolves to the path `//host`, which a browser would take for another host.
    if (url.origin !== base || url.pathname.startsWith('//')) return fallback;
    return url.pathname + url.search + url.hash;
  } catch {
    return fallback;
  }
}
