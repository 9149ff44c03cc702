import { shuffled } from '@/rules/assessment/shuffle';
import { promptOf, readWhole } from '../feedback';
import type { QuestionKind } from '../kind';
import { optionId } from '../option-id';
import { areDistinct, asked, gradePlaces, keyOf, placeId, readTable } from '../places';

/** Items, each with the one thing that fits it. Rows without an item are decoys: they fit nothing. */
export const matching: QuestionKind = {
  name: 'matching',
  answerForm: 'places',
  instruction: 'Choose what fits each of them.',
  unanswered: 'Choose what fits at least one of them first.',
  parse(node, context) {
    const read = readTable('matching', node, context);
    const whole = readWhole(node, context);
    if (!read || !whole) return null;
    const { table, heads, rows } = read;
    const prompt = promptOf(node, [table, whole.quotation], context);
    const items = rows.filter(({ item }) => item !== '');
    const decoys = rows.filter(({ item }) => item === '');
    if (items.length < 2 || items.length > 10 || decoys.length > 6) {
      const wanted = 'two to ten rows with an item, and at most six that fit nothing';
      context.problem(table, `kind="matching" has ${wanted}`);
      return null;
    }
    const alike = [
      areDistinct(
        items.map(({ item }) => item),
        'items',
        table,
        context,
      ),
      areDistinct(
        rows.map(({ words }) => words),
        'matches',
        table,
        context,
      ),
    ];
    if (alike.includes(false)) return null;
    const shown = shuffled(
      [...items, ...decoys].map(({ words }) => words),
      items.map(({ words }) => words),
    );
    const idOf = (words: string) => optionId(shown.indexOf(words));
    const options = shown.map((words) => rows.find((row) => row.words === words)?.belongs ?? '');
    const said = [
      ...items.map((row, index): [string, string] => [placeId(index), row.said]),
      ...decoys.map((row): [string, string] => [idOf(row.words), row.said]),
    ];
    const places = items.map(({ item }) => item);
    return {
      student: { kind: 'matching', prompt, ...asked(heads, places, options) },
      key: {
        kind: 'matching',
        ...keyOf(
          items.map(({ words }) => idOf(words)),
          options.length,
          said,
          whole,
        ),
      },
    };
  },
  grade: gradePlaces,
};
