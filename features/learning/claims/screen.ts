import type { ClaimWords } from '@/rules/claims/entry';

/** An entry where it is written, kept already or not. */
export type EntryScreen = {
  course: { slug: string; title: string };
  /** Under which the browser keeps what it could not send yet. */
  enrollmentId: string;
  id: string;
  lesson: { id: string; title: string };
  passages: { id: string; title: string }[];
  words: ClaimWords;
  revision: number;
  savedAt: string | null;
  /** The log has as many entries as it may. */
  full: boolean;
};
