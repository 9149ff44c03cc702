import type { OutlineSaid } from '@/components/studio/outline/said';
import type { Outline } from '@/features/authoring/outline/get-outline';
import { doneInWords, outlineDeeds, type Placed } from '@/rules/authoring/outline-words';
import { refusals } from '@/rules/refusals';

type Query = Record<string, string | string[] | undefined>;

/** A row of the outline as it stands now. */
function placedIn({ modules }: Outline, item: string): Placed | null {
  for (const [at, module] of modules.entries()) {
    const index = module.lessons.findIndex(({ fileId }) => fileId === item);
    const lesson = module.lessons[index];
    if (lesson) return { title: lesson.title, number: index + 1, module: module.title };
    if (module.fileId === item) return { title: module.title, number: at + 1, module: null };
  }
  return null;
}

/** What the address says was done, in the words of the outline as it is now; null when it says nothing. */
export function arrivedFrom(query: Query, outline: Outline): OutlineSaid | null {
  const of = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const at = Number(of('at')) || 0;
  const why = of('why');
  if (Object.hasOwn(refusals, why))
    return { message: refusals[why as keyof typeof refusals], item: null, deletion: null, at };
  const deed = outlineDeeds.find((known) => known === of('did'));
  if (deed === 'deleted') {
    const one = outline.deletions.find(({ deletion }) => deletion === of('deletion'));
    const placed = one && { title: one.title, number: 0, module: null };
    return placed ? { message: doneInWords(deed, placed), item: null, deletion: one.deletion, at } : null;
  }
  const item = of('item');
  const row = deed && placedIn(outline, item);
  return row ? { message: doneInWords(deed, row), item, deletion: null, at } : null;
}
