/** Without letters and digits that are taken for one another when a key is read out or copied by hand. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** How many random bytes a proposed key is made of. */
export const keyBytes = 12;

/** A key to propose, like `k7mq-x2pd-9hwt`: nobody guesses it, and it can be read out. */
export function keyOfBytes(bytes: Uint8Array): string {
  const all = Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
  return (all.match(/.{1,4}/g) ?? []).join('-');
}
