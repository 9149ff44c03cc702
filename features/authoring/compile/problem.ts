/** A mistake in a course's files: where it stands and what is wrong. Lines count from 1. */
export type FileProblem = { file: string; line: number; message: string };

export const formatProblem = ({ file, line, message }: FileProblem): string => `${file}:${line}: ${message}`;
