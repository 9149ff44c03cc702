import { annotation } from './annotation';
import { categorise } from './categorise';
import { cloze } from './cloze';
import { hotspot } from './hotspot';
import type { QuestionKind } from './kind';
import { matching } from './matching';
import { multiple } from './multiple';
import { numeric } from './numeric';
import { ordering } from './ordering';
import { shortText } from './short-text';
import { single } from './single';
import { timeline } from './timeline';
import { trueFalse } from './true-false';
import { written } from './written';

/** Every kind of question. A line here adds one. */
const kinds: QuestionKind[] = [
  single,
  multiple,
  ordering,
  timeline,
  hotspot,
  annotation,
  numeric,
  trueFalse,
  shortText,
  cloze,
  matching,
  categorise,
  written,
];

export const questionKinds: ReadonlyMap<string, QuestionKind> = new Map(
  kinds.map((kind) => [kind.name, kind]),
);
