import { stringify } from 'yaml';

/** `[[write: …]]` marks what a person still has to write; it stops publishing until it is written. */
const write = (what: string) => `[[write: ${what}]]`;

const yaml = (fields: Record<string, unknown>) => stringify(fields, { lineWidth: 100 });

/** A lesson to begin with: it says what has to be written where, and is not published before. */
export function lessonSkeleton({ id, title }: { id: string; title: string }, today: string): string {
  const head = yaml({
    id,
    title,
    summary: write('one sentence for the syllabus'),
    objectives: [write('what learners can do afterwards')],
    verified: today,
  });
  return `---
${head}---

${write('what this lesson is about, and why it matters here')}

## The first part {#the-first-part}

${write('the first part')}
`;
}

/** The head of a new module. */
export const moduleSkeleton = ({ id, title }: { id: string; title: string }): string =>
  yaml({ id, title, summary: write('one or two sentences for the syllabus') });
