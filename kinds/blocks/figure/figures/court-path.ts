import type { Figure } from './svg';
import { arrow, box, figure, lines, markers, text } from './svg';

const name = 'court-path';

const soft = { fill: 'ink-soft' } as const;

const column = (x: number, tone: 'good' | 'bad', head: string, rows: string[]): string =>
  box(x, 226, 200, 186, [], { fill: `${tone}-soft`, stroke: tone, width: 1.5 }) +
  text(x + 12, 252, head, { bold: true, size: 15 }) +
  lines(x + 12, 278, rows, { size: 13.5, leading: 21 });

/** How a court meets data kept on a chain: the check, and two kinds of objection. */
export const courtPath: Figure = figure(
  name,
  'The path of evidence under articles 16 to 19',
  'At the top, data stored on a chain goes through a technical check. If it is consistent, article 16 lets the court ' +
    'find that nothing was tampered with since the upload. Two arrows lead on, one for each kind of objection. On the ' +
    'left, “changed after the upload”, article 17: the court weighs the platform’s rules, a party’s interest in it, ' +
    'its systems, and technique and process. On the right, “false before the upload”, article 18: the uploader may ' +
    'have to prove the source, how the data came about, how it was stored, a notary or witness, and data that fits ' +
    'together; without proof, explanation or support it is not confirmed. Below both, article 19: an expert may be ' +
    'heard and an appraisal ordered. Only the left side is about the chain.',
  508,
  [
    markers(name, ['ink-soft']),
    box(16, 12, 408, 48, ['Data stored on a chain, and a technical check'], { label: { size: 15 } }),
    arrow(name, 'M220 60V84', soft),
    box(16, 88, 408, 66, ['Article 16: consistent. The court may find', 'no tampering since the upload.'], {
      fill: 'accent-soft',
      stroke: 'accent',
      width: 1.5,
      label: { size: 15 },
    }),
    arrow(name, 'M116 154V220', soft),
    arrow(name, 'M324 154V220', soft),
    lines(126, 180, ['“changed', 'afterwards”'], { size: 13.5, leading: 19 }),
    lines(334, 180, ['“false', 'before”'], { size: 13.5, leading: 19 }),
    column(16, 'good', 'Article 17', [
      'the platform’s rules',
      'a party’s interest in it',
      'its systems',
      'technique and process',
    ]),
    column(224, 'bad', 'Article 18', [
      'the source',
      'how it came about',
      'how it was stored',
      'a notary, a witness',
      'data that fits together',
    ]),
    text(28, 392, 'about the keeping', { ...soft, size: 13.5, italic: true }),
    text(236, 392, 'about the origin', { ...soft, size: 13.5, italic: true }),
    box(16, 430, 408, 62, ['Article 19: an expert may be heard,', 'and an appraisal ordered.'], {
      label: { size: 14.5 },
    }),
  ],
);
