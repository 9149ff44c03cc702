import type { CourseLibrary } from '../compile/library';

/** The files that may be added, by what they are for: in a folder of that name, or one file with a name of its own. */
export const fileRooms = ['glossary', 'sources', 'timeline', 'scorecard', 'guide'] as const;
export type AddedRoom = (typeof fileRooms)[number];

/** The rooms that are one file. */
export const singleFiles: Partial<Record<AddedRoom, string>> = {
  scorecard: 'scorecard.yaml',
  guide: 'guide.md',
};

/** An id that nothing has yet. */
function freeId(taken: ReadonlyMap<string, unknown>): string {
  let id = 'new-entry';
  for (let number = 2; taken.has(id); number += 1) id = `new-entry-${number}`;
  return id;
}

type Known = Pick<CourseLibrary, 'glossary' | 'sources' | 'passages'>;
type First = (known: Known) => Record<string, unknown> | { lacks: string };

/** One entry to begin with: it shows the form, and is changed into the first real one. Or what has to be there first. */
export const firstEntries: Record<Exclude<AddedRoom, 'guide'>, First> = {
  glossary: ({ glossary }) => ({
    id: freeId(glossary),
    term: 'a new word',
    definition: 'What it means, in one or two plain sentences.',
  }),
  sources: ({ sources }) => ({
    id: freeId(sources),
    title: 'A title',
    publisher: 'Who published it',
    date: '2026',
    kind: 'reference',
    primary: false,
    usedFor: 'What the course takes from it.',
  }),
  timeline: ({ sources }) => {
    const [source] = sources.keys();
    if (!source) return { lacks: 'Add a source first: every entry of the timeline names one.' };
    return {
      date: '2026',
      what: 'What happened, in one sentence.',
      actor: 'Who did it',
      place: 'Where',
      instrument: 'report',
      directives: [],
      sources: [source],
    };
  },
  scorecard: ({ passages }) => {
    const [directive] = [...passages].find(([, { paraphrase }]) => paraphrase !== '') ?? [];
    if (!directive) return { lacks: 'Write a passage first: every row of the scorecard is about one.' };
    return {
      directive,
      promised: 'What was promised, and by whom.',
      found: [],
      against: [],
      unknown: 'What nobody can know from the sources.',
      verdict: 'What that comes to, fair to all sides.',
    };
  },
};

/** How a guide begins. */
export const firstGuide = `How this course is taught, for whoever teaches it. Learners never see this file.

## In a few weeks

Which lessons belong to which week, with links to them like [text](lesson-id).

## Discussion questions

What to listen for in the answers.

## Common misconceptions

What learners believe at first, and what helps.
`;
