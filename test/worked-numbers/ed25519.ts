import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Test 3 of RFC 8032, section 7.1: the secret seed whose keys module 3 uses. */
export const seed = 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7';

const key: KeyObject = createPrivateKey({
  // The DER of a private key of Ed25519 is this, and its seed.
  key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
});
const open = createPublicKey(key);

/** The public key, 32 bytes in hexadecimal: the last ones of its DER. */
export const publicHex = open.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

export const signed = (message: Buffer): Buffer => sign(null, message, key);
export const accepts = (message: Buffer, signature: Buffer): boolean =>
  verify(null, message, open, signature);
