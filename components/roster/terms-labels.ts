/** What the fields of terms are called. */
export const termsLabels = {
  policy: 'How people come in',
  key: 'Key',
  domains: 'E-mail domains',
  opens: 'Opens',
  closes: 'Closes',
  starts: 'Begins',
  ends: 'Ends',
  lengthDays: 'Days',
  seats: 'Seats',
  waitlist: 'Waitlist',
  offerHours: 'Hours an offer stands',
} as const;

/** The same for a cohort. */
export const cohortLabels = {
  ...termsLabels,
  name: 'Name',
  zone: 'Time zone',
  edition: 'Edition',
} as const;
