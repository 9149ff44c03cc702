import { shuffled } from '@/rules/assessment/shuffle';
import { promptOf, readWhole } from '../feedback';
import type { QuestionKind } from '../kind';
import { optionId } from '../option-id';
import { areDistinct, asked, gradePlaces, keyOf, placeId, readTable } from '../places';

const byName = new Intl.Collator('en').compare;

/** Items to be sorted into categories. Several may belong to one. */
export const categorise: QuestionKind = {
  name: 'categorise',
  answerForm: 'places',
  instruction: 'Choose where each of them belongs.',
  unanswered: 'Choose where at least one of them belongs first.',
  parse(node, context) {
    const read = readTable('categorise', node, context);
    const whole = readWhole(node, context);
    if (!read || !whole) return null;
    const { table, heads, rows } = read;
    const prompt = promptOf(node, [table, whole.quotation], context);
    if (rows.length < 3 || rows.length > 16 || rows.some(({ item }) => item === '')) {
      context.problem(table, 'kind="categorise" has three to sixteen rows, each with an item');
      return null;
    }
    // A category is known by its words: it stays one where a row emphasises it.
    const names = [...new Set(rows.map(({ words }) => words))].sort(byName);
    if (names.length < 2) context.problem(table, 'kind="categorise" has at least two categories');
    const items = rows.map(({ item }) => item);
    if (!areDistinct(items, 'items', table, context) || names.length < 2) return null;
    const rowOf = new Map(rows.map((row) => [row.item, row]));
    const shown = shuffled(items).flatMap((item) => rowOf.get(item) ?? []);
    const options = names.map((name) => rows.find(({ words }) => words === name)?.belongs ?? '');
    const correct = shown.map(({ words }) => optionId(names.indexOf(words)));
    const said = shown.map((row, index): [string, string] => [placeId(index), row.said]);
    const places = shown.map(({ item }) => item);
    return {
      student: { kind: 'categorise', prompt, ...asked(heads, places, options) },
      key: { kind: 'categorise', ...keyOf(correct, options.length, said, whole) },
    };
  },
  grade: gradePlaces,
};
