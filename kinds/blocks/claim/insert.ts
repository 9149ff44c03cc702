import { attributes, behind, given, type Insert, inside, lineOf } from '@/kinds/insert';
import { evidenceLevels } from '@/rules/sources/evidence-levels';

export const insertClaim: Insert = {
  name: 'claim',
  menu: 'Blocks',
  label: 'Claim card',
  about: 'Shows a claim with who makes it, how well it is supported, and what would change that.',
  fields: [
    { name: 'speaker', label: 'Who claims it', kind: 'text', example: 'Press reports from Beijing' },
    { name: 'date', label: 'When', kind: 'text', example: 'May 2023' },
    {
      name: 'evidence',
      label: 'How well it is supported',
      kind: 'choice',
      options: Object.entries(evidenceLevels).map(([value, label]) => ({
        value,
        label: `${value} ${label}`,
      })),
    },
    { name: 'source', label: 'Source', kind: 'source' },
    { name: 'claim', label: 'The claim, in your own words', kind: 'long' },
    {
      name: 'change',
      label: 'What would change the rating',
      kind: 'long',
      example: 'An independent benchmark with a published method.',
    },
  ],
  idFrom: 'speaker',
  markdown: (values, id) => `:::claim${attributes(id, {
    speaker: lineOf(values, 'speaker'),
    date: lineOf(values, 'date'),
    evidence: given(values, 'evidence'),
    source: given(values, 'source'),
  })}
${inside(given(values, 'claim'))}

${behind('> ', given(values, 'change'))}
:::`,
};
