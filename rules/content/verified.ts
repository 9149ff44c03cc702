import type { FileProblem } from '../authoring/course-files';
import type { ContentRule } from './course';

/** Why the day on which facts were checked cannot stand, or null. */
function stale(day: string, today: string): string | null {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  if (day > today) return `verified: ${day} is after today`;
  return day < yearAgo ? `verified: ${day} is more than a year ago: check the facts anew` : null;
}

/** The facts of the course and of each lesson were checked within a year. */
export const isVerified: ContentRule = ({ verified, lessons }, { today }) => {
  const days = lessons.map(({ file, lineOf, content }) => ({
    file,
    line: lineOf('verified'),
    day: content.verified,
  }));
  return [verified, ...days].flatMap(({ file, line, day }): FileProblem[] => {
    const message = stale(day, today);
    return message === null ? [] : [{ file, line, message }];
  });
};
