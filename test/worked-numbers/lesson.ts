import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const modules = join(import.meta.dirname, '../../content/reading-a-blockchain-policy/modules');

/** The Markdown of every file of the flagship's modules. */
const texts = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(join(modules, file), 'utf8'));

/**
 * A lesson of the flagship, which a spec holds to what it has computed.
 * `says` fails unless the lesson has exactly this text, as it stands in its Markdown; `shows` asks for the line of a
 * digest cut to its first digits, as lessons print them (`d0fe0a28...`).
 */
export function lesson(id: string) {
  const text = texts.find((one) => one.startsWith('---\n') && one.includes(`\nid: ${id}\n`));
  if (text === undefined) throw new Error(`there is no lesson ${id}`);
  return {
    says: (...wordings: string[]) => {
      for (const wording of wordings) expect(text).toContain(wording);
    },
    shows: (hex: string, digits = 8) => expect(text).toContain(`${hex.slice(0, digits)}...`),
  };
}
