import type { RefusalCode } from './refusals';

/** What a form shows after it was sent: nothing yet, done, or what stood in the way with what was typed. */
export type FormState = {
  status: 'idle' | 'done' | 'invalid' | 'refused' | 'unavailable';
  message?: string;
  code?: RefusalCode;
  /** One sentence per field that is wrong. */
  fields?: Record<string, string>;
  /** What was typed, without passwords. */
  values?: Record<string, string>;
};
