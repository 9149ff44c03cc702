/** What something on the timeline was done with, or as what it happened. */
export const instruments = {
  speech: 'Speech',
  plan: 'Plan',
  law: 'Law',
  regulation: 'Regulation',
  court: 'Court',
  standard: 'Standard',
  pilot: 'Pilot',
  project: 'Project',
  report: 'Report',
  statement: 'Statement',
  ending: 'Ending',
} as const;
export type Instrument = keyof typeof instruments;

export const instrumentNames = Object.keys(instruments) as Instrument[];
