import { utf8ToBytes } from '@noble/hashes/utils.js';

/** A thing that happened to a lot, as its actor and a device wrote it down. */
export type Event = {
  id: string;
  /** Minutes since the first day began. */
  at: number;
  lot: string;
  what: string;
  place: string;
  by: string;
  device: string;
  kg?: number;
  seal?: string;
  celsius?: number;
};

/** A batch in three lots with all that was written about it. Whether it can have happened so is for its reader. */
export type ProvenanceTask = {
  /** On one road, with how many kilometres they are from its beginning. */
  places: { name: string; km: number }[];
  /** Where each device is fixed; none for those that travel. */
  devices: { id: string; what: string; place: string | null }[];
  /** In the order of time. */
  events: Event[];
  /** Who signed: an Ed25519 key, and a signature over their events as JSON in the order of time. */
  signers: { by: string; key: string; signature: string }[];
};

/** The bytes that one actor signed. */
export const signedBy = (events: readonly Event[], by: string): Uint8Array =>
  utf8ToBytes(JSON.stringify(events.filter((event) => event.by === by)));
