const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(text).filter((entry) => entry !== '') : [];

/** A release as a datetime-local field takes it. */
const shownTime = (value: unknown): string => {
  const [day = '', time = '00:00'] = text(value).split(' ');
  return day === '' ? '' : `${day}T${time}`;
};

/** The fields of a module as its form shows them; what is not a text is shown as empty. */
export const shownModule = (fields: Record<string, unknown>) => ({
  id: text(fields.id),
  title: text(fields.title),
  summary: text(fields.summary),
  opens: shownTime(fields.opens),
  after: text(fields.after),
});

const recordOf = (value: unknown): Record<string, unknown> | null =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : null;

/** What a quiz draws, as the form shows it: how many of its own, and from which sets how many. */
function shownDraws(value: unknown): {
  draw: string;
  draws: { from: string; tags: string; count: string }[];
} {
  if (!Array.isArray(value)) return { draw: text(value), draws: [] };
  const lines = value.map((line: unknown) => {
    const { from, tags, count } = (line ?? {}) as Record<string, unknown>;
    return {
      from: text(from),
      tags: Array.isArray(tags) ? list(tags).join(', ') : text(tags),
      count: text(count),
    };
  });
  return {
    draw: lines.find(({ from }) => from === '')?.count ?? '',
    draws: lines.filter(({ from }) => from !== ''),
  };
}

/** The rules of a quiz as the form shows them; a lesson that is none has the usual ones, not chosen. */
function shownQuiz(value: unknown) {
  const quiz = recordOf(value);
  const late = recordOf(quiz?.late);
  return {
    mode: quiz ? text(quiz.mode) || 'graded' : 'none',
    minutes: text(quiz?.minutes),
    attempts: text(quiz?.attempts),
    counts: text(quiz?.counts) || 'best',
    pass: text(quiz?.pass),
    ...shownDraws(quiz?.draw),
    shuffle: quiz?.shuffle === true,
    hints: text(quiz?.hints) || 'on',
    confidence: quiz?.confidence === true,
    review: text(quiz?.review) || 'answers-after-last',
    release: text(quiz?.release) || 'at-once',
    turnaround: text(quiz?.turnaround),
    due: quiz?.due ? shownTime(quiz.due) : '',
    latePerDay: text(late?.perDay),
    lateFloor: text(late?.floor),
    closes: quiz?.closes ? shownTime(quiz.closes) : '',
    anonymous: quiz?.anonymous === true,
  };
}

/** The rules of written work as the form shows them; of a lesson that is none they are empty. */
function shownWork(value: unknown) {
  const work = recordOf(value);
  const late = recordOf(work?.late);
  const asked = recordOf(work?.entries) ?? recordOf(work?.words);
  const rubric = Array.isArray(work?.rubric) ? work.rubric.map((one: unknown) => recordOf(one) ?? {}) : [];
  return {
    form: work ? text(work.form) || 'text' : 'none',
    least: text(asked?.least),
    most: text(asked?.most),
    covers: list(work?.covers).join(' '),
    turnaround: text(work?.turnaround),
    anonymous: work?.anonymous === true,
    revisions: text(work?.revisions),
    pass: text(work?.pass),
    release: text(work?.release) || 'at-once',
    due: work?.due ? shownTime(work.due) : '',
    latePerDay: text(late?.perDay),
    lateFloor: text(late?.floor),
    closes: work?.closes ? shownTime(work.closes) : '',
    rubric: rubric.map(({ id, title, levels }) => ({
      id: text(id),
      title: text(title),
      levels: (Array.isArray(levels) ? levels : [])
        .map(
          (level: unknown) =>
            `${text(recordOf(level)?.points)} ${text(recordOf(level)?.says).replace(/\s*\n\s*/g, ' ')}`,
        )
        .join('\n'),
    })),
  };
}

/** The fields of a lesson as its form shows them. */
export const shownLesson = (fields: Record<string, unknown>) => ({
  ...shownModule(fields),
  minutes: text(fields.minutes),
  objectives: list(fields.objectives).join('\n'),
  directives: list(fields.directives),
  verified: text(fields.verified),
  prerequisites: list(fields.prerequisites),
  preparation: list(fields.preparation),
  quiz: shownQuiz(fields.quiz),
  work: shownWork(fields.work),
});

export type ShownModule = ReturnType<typeof shownModule>;
export type ShownLesson = ReturnType<typeof shownLesson>;
