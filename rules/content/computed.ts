import { type ContentRule, taught } from './course';

/** Where a lesson says what a program prints. */
const printed = /^\s*```text\b|\bIt prints\b/;

/** What a lesson says that a program prints, a spec computes. */
export const computesItsNumbers: ContentRule = (course, { computed }) =>
  taught(course).flatMap(({ file, source, content: { id } }) => {
    const at = source.split('\n').findIndex((line) => printed.test(line));
    if (at === -1 || computed.has(id)) return [];
    const message = `what is printed here is computed by no spec: write test/worked-numbers/${id}.spec.ts`;
    return [{ file, line: at + 1, message }];
  });
