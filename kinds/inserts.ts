import { insertCallout } from './blocks/callout/insert';
import { insertClaim } from './blocks/claim/insert';
import { insertCompare } from './blocks/compare/insert';
import { insertFigure } from './blocks/figure/insert';
import { insertLab } from './blocks/lab/insert';
import { insertFilm, insertRecording } from './blocks/media/insert';
import { insertPassage } from './blocks/passage/insert';
import { insertTimeline } from './blocks/timeline/insert';
import type { Insert } from './insert';
import { insertAnnotation } from './questions/annotation/insert';
import { insertCategorise } from './questions/categorise/insert';
import { insertCloze } from './questions/cloze/insert';
import { insertHotspot } from './questions/hotspot/insert';
import { withHintFields } from './questions/insert-hints';
import { insertMatching } from './questions/matching/insert';
import { insertMultiple } from './questions/multiple/insert';
import { insertNumeric } from './questions/numeric/insert';
import { insertOrdering } from './questions/ordering/insert';
import { insertShortText } from './questions/short-text/insert';
import { insertSingle } from './questions/single/insert';
import { insertTimelineQuestion } from './questions/timeline/insert';
import { insertTrueFalse } from './questions/true-false/insert';
import { insertWritten } from './questions/written/insert';

const questionInserts: readonly Insert[] = [
  insertSingle,
  insertMultiple,
  insertOrdering,
  insertTimelineQuestion,
  insertHotspot,
  insertAnnotation,
  insertNumeric,
  insertTrueFalse,
  insertShortText,
  insertWritten,
  insertCloze,
  insertMatching,
  insertCategorise,
];

/**
 * The forms that write a block, apart from the kinds themselves: a browser needs the forms and none of
 * what compiles. A line here for each kind of block and of question; the spec misses none.
 */
export const blockInserts: readonly Insert[] = [
  insertCallout,
  insertPassage,
  insertClaim,
  insertFigure,
  insertLab,
  insertFilm,
  insertRecording,
  insertTimeline,
  insertCompare,
  ...questionInserts.map(withHintFields),
];
