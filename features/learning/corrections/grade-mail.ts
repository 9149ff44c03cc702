import { shownPercent } from '@/rules/grading/grades';
import { siteName } from '@/rules/site';

type Told = {
  course: string;
  /** The quiz, by its name. */
  title: string;
  link: string;
  /** Shares in millionths. */
  before: number;
  after: number;
};

/** Tells a learner that their grade was corrected; why, they read where they see it. */
export const correctedMail = ({ course, title, link, before, after }: Told) => ({
  subject: `Your grade in “${title}” was corrected`,
  body: `Your grade in “${title}”, of the course “${course}”, was corrected after it was first shown to you. It was ${shownPercent(before)} %, and is ${shownPercent(after)} % now.

What was put right, you see beside your attempt:

${link}

What you had completed in the course stays completed.

${siteName}
`,
});
