import type * as z from 'zod';
import { type Draw, drawnId, hasTags, setPathOf } from '@/rules/assessment/bank';
import { type DrawGroup, shortGroup } from '@/rules/assessment/draw';
import type { QuizRules } from '@/rules/assessment/quiz';
import type { AnswerKeys, CompiledBlock } from '@/rules/editions/edition';
import { type BankQuestion, openSet, questionsIn } from './bank-set';
import type { Body } from './body';
import type { CourseLibrary } from './library';
import type { lessonSchema } from './schemas';

type Written = NonNullable<z.output<typeof lessonSchema>['quiz']>;
type Around = { blocks: CompiledBlock[]; objectives: string[]; body: Body; library: CourseLibrary };
type Wrong = (path: (string | number)[], message: string) => void;

/** A quiz with what it draws from the bank. */
type ReadQuiz = {
  rules: QuizRules;
  /** How many questions an attempt asks. */
  asked: number;
  /** What each attempt draws from; without it from all questions alike. */
  draws: DrawGroup[] | null;
  /** The questions of the bank that may be drawn. */
  blocks: CompiledBlock[];
  keys: AnswerKeys;
  sets: string[];
};

/** Reads the rules of a quiz, and compiles into its lesson what it may draw. Reports what cannot be drawn. */
export function readQuiz({ draw, ...others }: Written, around: Around, wrong: Wrong): ReadQuiz {
  const own = around.blocks.flatMap(({ id, question }) => (question ? [id] : []));
  if (typeof draw === 'object') return withBank({ draw, ...others }, own, around, wrong);
  if (own.length === 0) wrong(['draw'], 'there is no question in it');
  else if (draw !== undefined && draw > own.length)
    wrong(['draw'], `an attempt draws ${draw} questions, and there are ${own.length}`);
  const rules = withHints({ ...others, ...(draw === undefined ? {} : { draw }) }, around.blocks);
  checkPromise(rules, around.blocks, wrong);
  return { rules, asked: draw ?? own.length, draws: null, blocks: [], keys: {}, sets: [] };
}

function withBank(
  { draw, ...others }: Written & { draw: Draw[] },
  own: string[],
  around: Around,
  wrong: Wrong,
): ReadQuiz {
  const sets = [...new Set(draw.flatMap(({ from }) => from ?? []))];
  const missing = new Set(sets.filter((set) => !around.library.bank.has(setPathOf(set))));
  const found = new Map(
    sets.map((set) => [set, missing.has(set) ? [] : questionsOf(set, draw, around)] as const),
  );
  const written = draw.map(({ from, tags, count }) => {
    const ids =
      from === null
        ? own
        : (found.get(from) ?? []).filter((one) => hasTags(one.tags, tags)).map(({ block }) => block.id);
    return { ids, count };
  });
  for (const [index, { from, tags }] of draw.entries()) {
    if (from !== null && missing.has(from))
      wrong(['draw', index, 'from'], `there is no set "${from}" in the question bank`);
    if (from === null && tags.length > 0)
      wrong(
        ['draw', index, 'tags'],
        'tags are for questions of the bank: name the set they stand in with from',
      );
  }
  // Own questions that no line draws are asked in every attempt.
  const always = draw.some(({ from }) => from === null) || own.length === 0 ? [] : [everyOne(own)];
  const draws = [...always, ...written];
  const short = missing.size > 0 ? null : shortGroup(draws);
  if (short) {
    const at = short.group - always.length;
    wrong(['draw', at, 'count'], shortWords(draw[at], written[at], short.left));
  }
  const asked = draws.reduce((sum, { count }) => sum + count, 0);
  if (asked > 200) wrong(['draw'], `an attempt asks at most 200 questions, and this comes to ${asked}`);
  const questions = [...found.values()].flat();
  const blocks = questions.map(({ block }) => block);
  const rules = withHints({ ...others, draw: asked }, [...around.blocks, ...blocks]);
  if (missing.size === 0) checkPromise(rules, [...around.blocks, ...blocks], wrong);
  return {
    rules,
    asked,
    draws,
    blocks,
    keys: Object.fromEntries(questions.flatMap(({ block, key }) => (key ? [[block.id, key]] : []))),
    sets,
  };
}

/** The rules with what they say of hints: nothing, where no question has any. */
function withHints({ hints, ...rules }: QuizRules, blocks: CompiledBlock[]): QuizRules {
  return blocks.some(({ question }) => question?.hints) ? { ...rules, hints: hints ?? 'on' } : rules;
}

/** Reports a promise where nobody has anything to mark. */
function checkPromise({ turnaround }: QuizRules, blocks: CompiledBlock[], wrong: Wrong): void {
  if (turnaround !== undefined && !blocks.some(({ question }) => question?.ask?.form === 'essay'))
    wrong(['turnaround'], 'it promises when written answers are marked, and no question asks for one');
}

const everyOne = (ids: string[]): DrawGroup => ({ ids, count: ids.length });

/** Why a line of `draw` cannot be carried out. */
function shortWords(draw: Draw | undefined, group: DrawGroup | undefined, left: number): string {
  const { from = null, tags = [], count = 0 } = draw ?? {};
  const all = group?.ids.length ?? 0;
  const where = from === null ? 'in the quiz itself' : `in the set "${from}"`;
  const tagged = tags.length > 0 ? ` with ${tags.map((tag) => `"${tag}"`).join(' and ')}` : '';
  const rest = left < all ? `, of which other lines may have drawn all but ${left}` : '';
  return `an attempt draws ${count} questions${tagged}, and there are ${all} ${where}${rest}`;
}

/**
 * The questions of a set that a quiz may draw, under the ids that they have in it. Mistakes in them are told of
 * the set itself, and not of every quiz.
 */
function questionsOf(set: string, draw: Draw[], { objectives, body, library }: Around): BankQuestion[] {
  const file = setPathOf(set);
  const report = () => {};
  const opened = openSet(file, library.bank.get(file) ?? '', report);
  if (!opened) return [];
  const lines = draw.filter(({ from }) => from === set);
  const { questions } = questionsIn(opened, body, {
    file,
    report,
    wants: ({ tags }) => lines.some((line) => hasTags(tags, line.tags)),
  });
  return questions.map(({ block, ...rest }) => {
    const number = objectives.indexOf(rest.objective ?? '') + 1;
    const question = block.question && { ...block.question, objective: number || null };
    return { ...rest, block: { ...block, id: drawnId(set, rest.id), question } };
  });
}
