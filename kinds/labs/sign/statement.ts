/** The four parts that are signed together, none of which contains the bar that stands between them. */
export type Statement = { domain: string; who: string; what: string; nonce: string };

/** A statement as the one line that is signed, in UTF-8 and with no line break at its end. */
export const lineOf = ({ domain, who, what, nonce }: Statement): string =>
  [domain, who, what, nonce].join('|');
