import type { ShownDiff, ShownLesson } from '@/features/authoring/publishing/readable-diff';

const times = (count: number, one: string, many = `${one}s`): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

const listed = (parts: string[]): string =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');

/** What changed in all, in one sentence. */
export function diffSentence({ course, modules, lessons }: ShownDiff): string {
  const count = (change: ShownLesson['change']) =>
    lessons.filter((lesson) => lesson.change === change).length;
  const questions = lessons.reduce((sum, { counts }) => sum + counts.questions, 0);
  const parts = [
    count('added') > 0 && `${times(count('added'), 'lesson')} added`,
    count('changed') > 0 && `${times(count('changed'), 'lesson')} changed`,
    count('removed') > 0 && `${times(count('removed'), 'lesson')} removed`,
    questions > 0 && `${times(questions, 'question')} changed`,
    ...(['added', 'changed', 'removed'] as const).map((change) => {
      const count = modules.filter((module) => module.change === change).length;
      return count > 0 && `${times(count, 'module')} ${change}`;
    }),
    course.length > 0 && `${times(course.length, 'entry', 'entries')} of the course page changed`,
  ];
  return `${listed(parts.filter((part) => part !== false))}.`;
}

/** What changed in a lesson, in a few words. */
export function lessonSentence({ change, counts, words, panes, movedFrom, points }: ShownLesson): string {
  const questions = points.before + points.after;
  if (change !== 'changed') {
    const blocks = times(counts.added + counts.removed, 'block');
    return questions > 0 ? `${blocks}, ${times(questions, 'question')} among them` : blocks;
  }
  const parts = [
    counts.added > 0 && `${times(counts.added, 'block')} added`,
    counts.changed > 0 && `${times(counts.changed, 'block')} changed`,
    counts.removed > 0 && `${times(counts.removed, 'block')} removed`,
    counts.moved > 0 && `${times(counts.moved, 'block')} moved`,
    points.before !== points.after && `${points.before} → ${times(points.after, 'question')}`,
    words.length > 0 && `${listed(words.map(({ what }) => what.toLowerCase()))} changed`,
    panes.length > 0 && `${listed(panes)} changed`,
    movedFrom !== null && 'moved',
  ];
  return parts.filter((part) => part !== false).join(', ');
}
