import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const modules = join(import.meta.dirname, '../../content/reading-a-blockchain-policy/modules');

/** Every file of the flagship's modules in the order of the course: its id, the folder of its module, and its Markdown. */
export const lessons = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map((file) => {
    const text = readFileSync(join(modules, file), 'utf8');
    return { id: /^id: (\S+)$/m.exec(text)?.[1] ?? file, module: dirname(file), text };
  });

/**
 * A lesson of the flagship, which a spec holds to what it has computed.
 * `says` fails unless the lesson has exactly this text, as it stands in its Markdown; `shows` asks for the line of a
 * digest cut to its first digits, as lessons print them (`d0fe0a28...`).
 */
export function lesson(id: string) {
  const text = lessons.find((one) => one.id === id)?.text;
  if (text === undefined) throw new Error(`there is no lesson ${id}`);
  return {
    says: (...wordings: string[]) => {
      for (const wording of wordings) expect(text).toContain(wording);
    },
    shows: (hex: string, digits = 8) => expect(text).toContain(`${hex.slice(0, digits)}...`),
  };
}
