/** What can be done for the chosen, in the words of its page. */
export const actWords = {
  remind: { title: 'Remind', submit: (count: number) => `Send to ${people(count)}`, pending: 'Sending …' },
  extend: {
    title: 'Give more time',
    submit: (count: number) => `Give ${people(count)} more time`,
    pending: 'Making the batch …',
  },
  pause: {
    title: 'Pause',
    submit: (count: number) => `Pause ${people(count)}`,
    pending: 'Making the batch …',
  },
  withdraw: {
    title: 'Withdraw',
    submit: (count: number) => `Withdraw ${people(count)}`,
    pending: 'Making the batch …',
  },
} as const;
export type CareAct = keyof typeof actWords;

const people = (count: number): string =>
  count === 1 ? '1 learner' : `${count.toLocaleString('en')} learners`;

export const actAbout: Record<CareAct, string> = {
  remind: 'Each of them gets a mail of their own. Nobody gets the same reminder twice.',
  extend: 'Their time ends on the day you choose. This is one batch, and can be undone as one.',
  pause:
    'They keep their seat and their work, and cannot learn until they are resumed. This is one batch, and can be undone as one.',
  withdraw:
    'They leave the course and their seats are freed; their work is kept. This is one batch, and can be undone as one.',
};
