/** What a callout can be, with the name that readers see. */
export const calloutKinds = {
  remember: 'What to remember',
  limit: 'The limit',
  example: 'Worked example',
  try: 'Try it',
  note: 'Note',
  discuss: 'To discuss',
  'claim-log': 'For your claim log',
} as const;
export type CalloutKind = keyof typeof calloutKinds;
