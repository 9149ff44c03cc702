import type { CompiledBlock, CompiledLesson, GlossaryEntry, LabRef } from '@/rules/editions/edition';
import type { AnswerForm, Ask } from '@/rules/learning/answer-forms';
import { escapeHtml } from './blocks/kind';
import { passagePaneHtml } from './blocks/passage';
import { labAt } from './labs/registry';
import { questionKinds } from './questions/registry';

/** A question as the page shows it. */
export type QuestionView = {
  id: string;
  prompt: string;
  options: { id: string; html: string }[];
  instruction: string;
  unanswered: string;
  answerForm: AnswerForm;
  ask: Ask | null;
};

/**
 * A run of blocks that are html alone, the last of which may ask for an entry of the claim log; or one question; or one
 * lab, whose html is what stands above its task.
 */
type LessonSegment =
  | { id: string; html: string; question: null; entry: CompiledBlock['entry'] | null; lab: null }
  | { id: string; html: ''; question: QuestionView; entry: null; lab: null }
  | { id: string; html: string; question: null; entry: null; lab: LabRef & { title: string } };

export type LessonView = {
  segments: LessonSegment[];
  passages: string;
  glossary: string;
  /** What opens when a marked word is pressed: the browser's own popover, without a script. */
  popovers: string;
  sources: string;
};

const blockHtml = ({ id, kind, completesBy, html }: CompiledBlock): string =>
  `<div id="${escapeHtml(id)}" data-rule="${completesBy}" class="lesson-block${kind === 'prose' ? ' lesson-prose' : ''}">${html}</div>`;

/** A question as a page asks it; null for a block that is none. */
export function questionView({ id, question }: CompiledBlock): QuestionView | null {
  const kind = question && questionKinds.get(question.kind);
  if (!question || !kind) return null;
  const { prompt, options, ask = null } = question;
  const { instruction, unanswered, answerForm } = kind;
  return { id, prompt, options, ask, instruction, unanswered, answerForm };
}

function segmentsOf(blocks: CompiledBlock[]): LessonSegment[] {
  const segments: LessonSegment[] = [];
  for (const block of blocks) {
    const question = questionView(block);
    const last = segments.at(-1);
    if (question) segments.push({ id: block.id, html: '', question, entry: null, lab: null });
    else if (block.lab) {
      const title = labAt(block.lab.name, block.lab.version)?.title ?? block.label;
      segments.push({
        id: block.id,
        html: block.html,
        question: null,
        entry: null,
        lab: { ...block.lab, title },
      });
    } else if (last && !last.question && !last.lab && !last.entry) {
      last.html += blockHtml(block);
      last.entry = block.entry ?? null;
    } else
      segments.push({
        id: block.id,
        html: blockHtml(block),
        question: null,
        entry: block.entry ?? null,
        lab: null,
      });
  }
  return segments;
}

function chinese({ zh, pinyin }: GlossaryEntry): string {
  if (!zh) return '';
  const spoken = pinyin ? ` <span lang="zh-Latn">${escapeHtml(pinyin)}</span>` : '';
  return ` <span class="glossary-zh"><span lang="zh">${escapeHtml(zh)}</span>${spoken}</span>`;
}

const glossaryItem = (entry: GlossaryEntry, more = ''): string =>
  `<div><dt>${escapeHtml(entry.term)}${chinese(entry)}</dt><dd>${escapeHtml(entry.definition)}</dd>${more}</div>`;

const reviewButton = ({ id, term }: GlossaryEntry, chosen: boolean): string =>
  `<dd class="glossary-review"><button type="submit" name="${chosen ? 'stop' : 'choose'}" value="${escapeHtml(id)}"><span>${chosen ? 'Stop reviewing' : 'Review this term'}</span> <span class="visually-hidden">${escapeHtml(term)}</span></button></dd>`;

/** The words of a lesson for somebody who may review them: each with a button that chooses it, or stops it. */
export const glossaryToChoose = ({ terms }: CompiledLesson, chosen: readonly string[]): string =>
  terms.map((entry) => glossaryItem(entry, reviewButton(entry, chosen.includes(entry.id)))).join('');

const popover = (entry: GlossaryEntry): string =>
  `<div id="term-${escapeHtml(entry.id)}" popover="auto" class="term-popover"><p class="term-name">${escapeHtml(entry.term)}${chinese(entry)}</p><p>${escapeHtml(entry.definition)}</p></div>`;

const views = new WeakMap<CompiledLesson, LessonView>();

/**
 * The parts of a lesson that are the same for everybody, as html: a page of a few elements is made much
 * faster than one of a thousand. Made once for each published lesson that is kept in memory.
 */
export function lessonView(lesson: CompiledLesson): LessonView {
  const known = views.get(lesson);
  if (known) return known;
  const view = viewOf(lesson.blocks, lesson);
  views.set(lesson, view);
  return view;
}

/** Blocks and the panes beside them as html. */
export const viewOf = (
  blocks: CompiledBlock[],
  { passages, terms, sources }: Pick<CompiledLesson, 'passages' | 'terms' | 'sources'>,
): LessonView => ({
  segments: segmentsOf(blocks),
  passages: passages.map(passagePaneHtml).join(''),
  glossary: terms.map((entry) => glossaryItem(entry)).join(''),
  popovers: terms.map(popover).join(''),
  sources: sources.map(({ id, html }) => `<li id="src-${escapeHtml(id)}">${html}</li>`).join(''),
});
