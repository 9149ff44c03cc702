import { type FileProblem, stopsPublishing } from './course-files';

/** What applying an import does: a whole course, new modules for one, or a draft as it was before. */
export type ImportWay = 'whole' | 'addition' | 'former';

/**
 * One line of what an import says of itself. `kept`: a file and what it became. `changed`: what was
 * written otherwise on the way. `dropped`: what was left out. `problem`: what the compiler found in the
 * result. The file is that of the upload, but for problems, which stand in the result.
 */
export type ImportNote = FileProblem & { kind: 'way' | 'kept' | 'changed' | 'dropped' | 'problem' };

/** The line that says what applying does. Every report begins with one. */
export const wayNote = (way: ImportWay): ImportNote => ({ kind: 'way', file: '', line: 0, message: way });

/** A way by its word: where a report is not read whole, its first line says it. */
export const wayNamed = (word: string | undefined): ImportWay =>
  word === 'addition' || word === 'former' ? word : 'whole';

export const wayOf = (report: readonly FileProblem[]): ImportWay => wayNamed(report[0]?.message);

/** The most lines of one group that are stored; what is beyond them is counted. */
export const longestGroup = 500;

export type ReportGroups = Record<'stops' | 'changed' | 'dropped' | 'advice' | 'kept', ImportNote[]>;

/** The groups of a report, as its page shows them. */
export function groupsOf(report: readonly ImportNote[]): ReportGroups {
  const of = (kind: ImportNote['kind']) => report.filter((note) => note.kind === kind);
  const problems = of('problem');
  return {
    stops: problems.filter(stopsPublishing),
    changed: of('changed'),
    dropped: of('dropped'),
    advice: problems.filter((note) => !stopsPublishing(note)),
    kept: of('kept'),
  };
}

/** The same report with groups of bounded length; the last line of a long one says how many more there are. */
export function boundedReport(report: readonly ImportNote[]): ImportNote[] {
  return Object.values(groupsOf(report)).flatMap((notes) => {
    const [first] = notes;
    if (!first || notes.length <= longestGroup) return notes;
    const more = notes.length - longestGroup;
    return [...notes.slice(0, longestGroup), { ...first, file: '', line: 0, message: `and ${more} more` }];
  });
}

/** How many lines of a group there were, those beyond its bound included. */
export function countOf(notes: readonly ImportNote[]): number {
  const last = notes.at(-1);
  const more = last?.file === '' ? /^and (\d+) more$/.exec(last.message)?.[1] : undefined;
  return more === undefined ? notes.length : notes.length - 1 + Number(more);
}
