import { createHash } from 'node:crypto';

/** The small Schnorr signature of module 3: powers of 2 modulo 23, which repeat after 11 steps. */
export const prime = 23;
export const order = 11;

export const power = (base: number, exponent: number, modulus = prime): number =>
  Number(BigInt(base) ** BigInt(exponent) % BigInt(modulus));

/** A number modulo another, never negative. */
export const modulo = (value: number, modulus: number): number => ((value % modulus) + modulus) % modulus;

/** The number that both sides compute from R and the message. */
export const challenge = (R: number, message: string): number => {
  const digest = createHash('sha256').update(`${R}|${message}`).digest('hex');
  return Number(BigInt(`0x${digest}`) % BigInt(order));
};

export const secret = 7;
export const publicKey = power(2, secret);

/** The signature of a message with the one-time number k. */
export function sign(message: string, k: number): { R: number; e: number; s: number } {
  const R = power(2, k);
  const e = challenge(R, message);
  return { R, e, s: modulo(k + e * secret, order) };
}

/** Both sides of the equation that a checker tests. */
export const sides = (message: string, R: number, s: number): { left: number; right: number } => ({
  left: power(2, s),
  right: modulo(R * power(publicKey, challenge(R, message)), prime),
});

/** The private key, from two signatures that share a one-time number. */
export function recovered(one: { e: number; s: number }, other: { e: number; s: number }): number[] {
  const difference = modulo(one.s - other.s, order);
  const keys = Array.from({ length: order }, (_, x) => x);
  return keys.filter((x) => modulo((one.e - other.e) * x, order) === difference);
}
