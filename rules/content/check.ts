import type { FileProblem } from '../authoring/course-files';
import { namesItsColumns } from './columns';
import { computesItsNumbers } from './computed';
import type { Around, ContentCourse, ContentRule } from './course';
import { showsItsDirectives } from './explained';
import { linksTermsAtFirst, usesItsGlossary } from './glossary';
import { asksEnough, assessesObjectives, drawsFromEnough, namesObjectives } from './objectives';
import { hasItsParts } from './parts';
import { isLongEnough, isReadable } from './readable';
import { repeatsNoSentence } from './repeated';
import { sourcesAreOfThePast, sourcesCanBeFound } from './sources';
import { isVerified } from './verified';
import { sayOneWord } from './wording';

/** What is asked of a course that comes with the site, beyond what the compiler asks of every course. */
const contentRules: ContentRule[] = [
  hasItsParts,
  asksEnough,
  assessesObjectives,
  namesObjectives,
  drawsFromEnough,
  showsItsDirectives,
  isLongEnough,
  isReadable,
  sourcesCanBeFound,
  sourcesAreOfThePast,
  isVerified,
  repeatsNoSentence,
  computesItsNumbers,
  usesItsGlossary,
  linksTermsAtFirst,
  sayOneWord,
  namesItsColumns,
];

/** Everything that a course's content breaks, in the order of files and lines. */
export const contentProblems = (course: ContentCourse, around: Around): FileProblem[] =>
  contentRules
    .flatMap((rule) => rule(course, around))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
