import { createHash } from 'node:crypto';
import type { SourceDocument } from '../compile/schemas';
import type { DocumentPassage, RemovedEntry } from './document-file';

const shortHash = (value: object): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        Object.entries(value)
          .filter(([, entry]) => entry !== null && entry !== undefined)
          .sort(),
      ),
    )
    .digest('base64url')
    .slice(0, 12);

/** What tells whether a passage is still as somebody saw it: a short hash of all that is known of it. */
export const passageVersion = (passage: DocumentPassage): string => shortHash(passage);

/** The same for what was taken out, whose place in the list may have changed. */
export const removedVersion = ({ text, why, before }: RemovedEntry): string =>
  shortHash({ text, why, before });

/** The same for what is known of the document itself. */
export const detailsVersion = ({ passages, removed, numbered, ...details }: SourceDocument): string =>
  shortHash(details);
