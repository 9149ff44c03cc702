import { type ImportRefusal, importRefusals } from '@/rules/authoring/course-paths-refusals';

/** An upload that is refused whole: why, and the file it is about, if it is about one. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
  constructor(
    readonly code: ImportRefusal,
    readonly file: string | null = null,
  ) {
    super(importRefusals[code]);
  }
}
