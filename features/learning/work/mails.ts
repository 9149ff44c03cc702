import { siteName } from '@/rules/site';

type Waiting = { slug: string; title: string; count: number; first: string };

/** Tells an owner that written work waits, before its promise is broken. */
export const waitingWorkMail = (address: string, { slug, title, count, first }: Waiting) => ({
  subject: `Written work waits in “${title}”`,
  body: `${[
    count === 1
      ? `In your course “${title}” written work waits to be graded. Its learner was promised to have it back by ${first}.`
      : `In your course “${title}” ${count} pieces of written work wait to be graded. The first of their learners was promised to have it back by ${first}.`,
    'You can grade it, or find somebody who does:',
    new URL(`/teach/${slug}/work`, address).href,
    'No other mail comes about these.',
  ].join('\n\n')}\n\n${siteName}\n`,
});

/** Tells a learner that their result is looked at again; what comes of it, they see where they saw it. */
export const reopenedMail = ({ title, link }: { title: string; link: string }) => ({
  subject: `Your work “${title}” is graded again`,
  body: `Your work “${title}” was graded, and its grading has been opened again. Until it is finished no result is shown. When it will be back, and then what it came to, you see here:

${link}

What you had completed in the course stays completed.

${siteName}
`,
});
