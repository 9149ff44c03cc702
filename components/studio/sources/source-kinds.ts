/** The kinds of sources, as people choose them. */
export const sourceKindOptions = [
  { value: 'news', label: 'News article' },
  { value: 'law', label: 'Law or rule' },
  { value: 'standard', label: 'Standard' },
  { value: 'report', label: 'Report' },
  { value: 'paper', label: 'Paper' },
  { value: 'official', label: 'Official statement' },
  { value: 'company', label: 'Company statement' },
  { value: 'reference', label: 'Reference work' },
] as const;
