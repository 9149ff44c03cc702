/** The number of a page as an address has it; what is none is the first. */
export const pageFrom = (text: unknown): number =>
  typeof text === 'string' && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
