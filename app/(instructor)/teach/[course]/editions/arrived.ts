type Query = Record<string, string | string[] | undefined>;

export type Arrived = {
  message: string;
  /** The draft that gave way, to be brought back. */
  former: string | null;
};

const people = (count: number): string =>
  count === 1 ? '1 learner was moved' : `${count} learners were moved`;

/** What the address says was done, in words; null when it says nothing that could have been. */
export function arrivedFrom(query: Query): Arrived | null {
  const of = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const count = (name: string) => (/^\d{1,7}$/.test(of(name)) ? Number(of(name)) : 0);
  const edition = count('edition');
  const moved = count('moved');
  const finished = count('finished');
  const along = [
    moved > 0 && `${people(moved)} to it.`,
    finished > 0 &&
      `${finished === 1 ? '1 of them has' : `${finished} of them have`} now finished the course.`,
  ]
    .filter(Boolean)
    .join(' ');
  const sentences: Record<string, string> = {
    published:
      edition === 1
        ? 'Edition 1 is published. The course stands in the catalog, and people can enroll.'
        : `Edition ${edition} is published. ${along || 'Nobody was moved to it.'}`,
    restored: `Edition ${edition} is the current one again. ${along || 'Nobody was moved to it.'}`,
    unchanged: `Nothing changed: edition ${edition} stays the current one. ${along}`,
    moved: along || 'Nobody had to be moved.',
    scheduled: 'The publication is scheduled. It waits below, and you get a mail when it is done.',
    cancelled: 'The publication is cancelled. The draft stays as it is.',
    drafted: `The draft is what edition ${edition} was. Learners see no change until you publish it.`,
  };
  const did = of('did');
  const message = Object.hasOwn(sentences, did) ? sentences[did] : undefined;
  if (!message) return null;
  const former = /^[0-9a-f-]{36}$/.test(of('former')) ? of('former') : null;
  return { message: message.trim(), former: did === 'drafted' ? former : null };
}
