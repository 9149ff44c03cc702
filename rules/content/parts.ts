import { type ContentLesson, type ContentRule, taught } from './course';

const shown = ['figure', 'compare', 'timeline', 'media', 'lab'];
const callouts = ['limit', 'remember', 'discuss', 'claim-log'];

function lacking({ blocks }: ContentLesson): string[] {
  const has = (kinds: string[]) => blocks.some(({ kind }) => kinds.includes(kind));
  const called = new Set(blocks.filter(({ kind }) => kind === 'callout').map((one) => one.attributes.kind));
  return [
    ...(has(shown) ? [] : [`something to look at or to do (${shown.join(', ')})`]),
    ...callouts.filter((kind) => !called.has(kind)).map((kind) => `a callout of kind="${kind}"`),
    ...(has(['claim']) ? [] : ['a claim card with its evidence']),
  ];
}

/** A lesson shows something, says its limit and what to remember, asks for talk and for the claim log, and rates a claim. */
export const hasItsParts: ContentRule = (course) =>
  taught(course).flatMap((lesson) =>
    lacking(lesson).map((what) => ({
      file: lesson.file,
      line: lesson.lineOf('id'),
      message: `the lesson has not got ${what}`,
    })),
  );
