/** What a risk is counted by: so many attacks, of which a number succeeds. It is seven digits after the point. */
export const attacks = 10_000_000;

/** One, with forty digits after the point: whole numbers give the same everywhere, which `Math.exp` does not promise. */
const one = 10n ** 40n;

/**
 * Of ten million attacks on a payment, how many succeed although its seller waits until the public branch has grown by
 * `depth` blocks; rounded to the nearest whole. `share` is the attacker's share of the computing power in whole
 * percent, from 1 to 99; `depth` is a whole number from 0.
 *
 * Source: S. Nakamoto, Bitcoin: A Peer-to-Peer Electronic Cash System, section 11. The attacker's blocks by then are
 * taken as Poisson with the mean `depth * q / p`; from k behind they catch up with the probability (q / p)^k.
 */
export function risk(share: number, depth: number): number {
  if (share >= 50) return attacks;
  const [q, p, z] = [BigInt(share), BigInt(100 - share), BigInt(depth)];
  const catchUp = [one];
  for (let behind = 0n; behind < z; behind += 1n) catchUp.push(((catchUp.at(-1) ?? 0n) * q) / p);
  let weight = one;
  let total = 0n;
  let fails = 0n;
  for (let mined = 0n; weight > 0n; mined += 1n) {
    total += weight;
    if (mined <= z) fails += weight * (one - (catchUp[Number(z - mined)] ?? one));
    weight = (weight * z * q) / (p * (mined + 1n));
  }
  const succeeds = one - fails / total;
  return Number((succeeds * BigInt(attacks) + one / 2n) / one);
}

/** The least depth at which at most so many of ten million attacks succeed; 60 where no smaller one is enough. */
export function depthFor(share: number, bound: number): number {
  let depth = 0;
  while (depth < deepest && risk(share, depth) > bound) depth += 1;
  return depth;
}

/** How deep anybody waits here, in blocks. */
export const deepest = 60;
