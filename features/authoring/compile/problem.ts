import type { FileProblem } from '@/rules/authoring/course-files';

/** A mistake on one line, as editors and terminals know it: `file:line: what is wrong`. */
export const formatProblem = ({ file, line, message }: FileProblem): string => `${file}:${line}: ${message}`;
