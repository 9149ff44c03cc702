import { siteName } from '@/rules/site';

type Waiting = {
  slug: string;
  title: string;
  /** How many pieces of written work wait, and how many attempts with answers that a person marks. */
  works: number;
  attempts: number;
  /** The ids of the quizzes whose answers wait. */
  quizzes: readonly string[];
  /** The first promise, in words. */
  first: string;
};

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? one : `${count} ${many}`;

/** Tells an owner what waits for a grader, before a promise is broken. */
export function waitingMail(address: string, { slug, title, works, attempts, quizzes, first }: Waiting) {
  const things = [
    ...(works > 0 ? [counted(works, 'a piece of written work', 'pieces of written work')] : []),
    ...(attempts > 0
      ? [counted(attempts, 'an attempt with written answers', 'attempts with written answers')]
      : []),
  ];
  const rooms = [
    ...(works > 0 ? [`/teach/${slug}/work`] : []),
    ...quizzes.map((lesson) => `/teach/${slug}/quizzes/${lesson}/marking`),
  ];
  const waits = works + attempts === 1 ? 'waits' : 'wait';
  return {
    subject: `${works > 0 ? 'Written work' : 'Written answers'} to grade in “${title}”`,
    body: `${[
      `In your course “${title}” ${things.join(' and ')} ${waits} for a grader. The first promise to a learner ends on ${first}.`,
      'You can grade it, or find somebody who does:',
      rooms.map((room) => new URL(room, address).href).join('\n'),
      'No other mail comes about these.',
    ].join('\n\n')}\n\n${siteName}\n`,
  };
}

/** Tells a learner that their result is looked at again; what comes of it, they see where they saw it. */
export const reopenedMail = ({ title, link }: { title: string; link: string }) => ({
  subject: `Your work “${title}” is graded again`,
  body: `Your work “${title}” was graded, and its grading has been opened again. Until it is finished no result is shown. When it will be back, and then what it came to, you see here:

${link}

What you had completed in the course stays completed.

${siteName}
`,
});
