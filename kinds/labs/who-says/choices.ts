/** Who may stand behind a sentence. Some are spoken of and never speak. */
export const speakers = [
  { value: 'writer', label: 'The writer of the report' },
  { value: 'xi', label: 'Xi Jinping' },
  { value: 'chen', label: 'Chen Chun, who lectured' },
  { value: 'xinhua', label: 'Xinhua' },
  { value: 'peoples-daily', label: 'People’s Daily' },
  { value: 'cao', label: 'Cao Yin, an outsider' },
  { value: 'bureau', label: 'The tax bureau' },
  { value: 'authorities', label: 'Two authorities' },
  { value: 'mayor', label: 'A deputy mayor' },
  { value: 'university', label: 'A university' },
  { value: 'vendor', label: 'A vendor' },
  { value: 'engineer', label: 'An engineer' },
  { value: 'supplier', label: 'A supplier' },
  { value: 'reporter', label: 'A local reporter' },
  { value: 'auditors', label: 'The auditors' },
] as const;

/** How a sentence carries what somebody said. */
export const modes = [
  { value: 'quote', label: 'Quote' },
  { value: 'paraphrase', label: 'Paraphrase' },
  { value: 'summary', label: 'Summary' },
  { value: 'gloss', label: 'Gloss' },
] as const;

/** How well what is claimed is supported. */
export const levels = [
  { value: 'E0', label: 'E0 assertion' },
  { value: 'E1', label: 'E1 official target or plan' },
  { value: 'E2', label: 'E2 self-reported figure' },
  { value: 'E3', label: 'E3 independent report' },
  { value: 'E4', label: 'E4 independently measured or audited' },
] as const;

export type Speaker = (typeof speakers)[number]['value'];
export type Mode = (typeof modes)[number]['value'];
export type Level = (typeof levels)[number]['value'];

/** The three columns, by the names of their fields. */
export const columns = [
  { name: 'speaker', label: 'Speaker', many: 'speakers', options: speakers },
  { name: 'mode', label: 'How it is carried', many: 'modes', options: modes },
  { name: 'level', label: 'Evidence', many: 'levels', options: levels },
] as const;

export type Column = (typeof columns)[number]['name'];
