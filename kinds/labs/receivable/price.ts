/** The price of a claim, rounded down, as the contract works it out; `discount` in hundredths of a percent. */
export const priceAt = (amount: number, discount: number): number =>
  Number((BigInt(amount) * BigInt(10_000 - discount)) / 10_000n);
