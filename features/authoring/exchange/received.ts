import type { AssetType } from '@/rules/authoring/course-files';
import type { ImportNote } from '@/rules/authoring/foreign-course-report';

/** A picture, document, recording or film as it came: its bytes wait in a file, under their SHA-256. */
export type Medium = { type: AssetType; hash: string; file: string };

/** What an upload brought, checked but not yet read as a course. */
export type Received = {
  /** What it was called: the folder that everything stood in, or the file. */
  name: string;
  texts: Map<string, string>;
  media: Map<string, Medium>;
  /** What was left out, and why. */
  notes: ImportNote[];
  /** Hidden files and the leavings of systems: nobody wrote them, so they are only counted. */
  clutter: number;
};
