// What a page gets instead of the curves that only built-in contracts use (next.config.ts): the example calls none of
// them, and they would be most of what its machine loads. What is here is read when the machine is loaded, and no more.

/** The order of the group: SEC 2, version 2.0, section 2.4.1. */
const n = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const group = { Point: { ZERO: null } };

export const secp256k1 = { Point: { CURVE: () => ({ n }) } };
export const bls12_381 = { G1: group, G2: group };
export const p256 = null;
export const bn254 = null;
