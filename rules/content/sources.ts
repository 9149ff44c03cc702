import type { ContentRule } from './course';

/** Every source that a lesson cites can be found: it has a web address, or a note says how it was read. */
export const sourcesCanBeFound: ContentRule = ({ lessons, sources }) => {
  const cited = new Set(lessons.flatMap(({ content }) => content.sources.map(({ id }) => id)));
  return sources
    .filter(({ id, url, note }) => cited.has(id) && !url && !note)
    .map(({ file, line, id }) => ({ file, line, message: `${id} is cited, and has neither url nor note` }));
};

/** No source is dated after today. */
export const sourcesAreOfThePast: ContentRule = ({ sources }, { today }) =>
  sources
    .filter(({ date }) => date > today)
    .map(({ file, line, id, date }) => ({
      file,
      line,
      message: `${id} is dated ${date}, which is after today`,
    }));
