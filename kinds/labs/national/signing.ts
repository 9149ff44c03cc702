import { sm2 } from 'sm-crypto-v2';

export const sm2PublicKey = (secret: string): string => sm2.getPublicKeyFromPrivateKey(secret);

/**
 * The SM2 signature of a text with a secret number that is given and not drawn, as the examples of the standard have it:
 * r and s, 32 bytes each. Whoever knew the number would know the key, so it is for tasks and vectors alone.
 */
export function sm2SignedWith(number: string, secret: string, text: string, userId: string): string {
  const x1 = BigInt(`0x${sm2PublicKey(number).slice(2, 66)}`);
  return sm2.doSignature(text, secret, {
    hash: true,
    publicKey: sm2PublicKey(secret),
    userId,
    pointPool: [{ k: BigInt(`0x${number}`), x1 }],
  });
}
