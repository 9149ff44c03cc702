import { createHash, randomBytes } from 'node:crypto';

/** A 256-bit secret for a cookie or a link, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret: SHA-256, hex. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
