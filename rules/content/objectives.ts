import { type ContentLesson, type ContentRule, taught } from './course';

const questionsOf = ({ content }: ContentLesson) => content.blocks.flatMap(({ question }) => question ?? []);

/** A lesson has two to four objectives, and asks five to eight check questions. */
export const asksEnough: ContentRule = (course) =>
  taught(course).flatMap((lesson) => {
    const { file, lineOf, content } = lesson;
    const at = { file, line: lineOf('objectives') };
    const aims = content.objectives.length;
    const asked = questionsOf(lesson).length;
    return [
      ...(aims < 2 || aims > 4
        ? [{ ...at, message: `a lesson has 2 to 4 objectives, and not ${aims}` }]
        : []),
      ...(asked < 5 || asked > 8
        ? [{ ...at, message: `a lesson asks 5 to 8 check questions, and not ${asked}` }]
        : []),
    ];
  });

/** The objectives that every learner is asked about: in a quiz that draws, those that each attempt draws. */
function assessed(lesson: ContentLesson): Set<number | null> {
  const { blocks, draws } = lesson.content;
  if (!draws) return new Set(questionsOf(lesson).map(({ objective }) => objective));
  const asked = new Map(blocks.flatMap(({ id, question }) => (question ? [[id, question.objective]] : [])));
  const certain = draws.map(({ ids }) => new Set(ids.map((id) => asked.get(id) ?? null)));
  return new Set(certain.flatMap((objectives) => (objectives.size === 1 ? [...objectives] : [])));
}

/** Every objective is assessed by a question of its lesson, in a quiz by a question of every attempt. */
export const assessesObjectives: ContentRule = ({ lessons }) =>
  lessons
    .filter(({ content }) => !content.work)
    .flatMap((lesson) => {
      const found = assessed(lesson);
      return lesson.content.objectives.flatMap((objective, index) =>
        found.has(index + 1)
          ? []
          : [
              {
                file: lesson.file,
                line: lesson.lineOf('objectives') + index + 1,
                message: `no question is certain to assess objective ${index + 1}, “${objective}”`,
              },
            ],
      );
    });

/** Every check question says which objective it tests. */
export const namesObjectives: ContentRule = ({ lessons, bank }) =>
  [...lessons, ...bank].flatMap(({ file, blocks }) =>
    blocks
      .filter(({ kind, attributes }) => kind === 'question' && !attributes.objective)
      .map(({ line, id }) => ({ file, line, message: `the question ${id} names no objective` })),
  );

/** A quiz that draws, draws from at least three times as many questions as an attempt asks. */
export const drawsFromEnough: ContentRule = ({ lessons }) =>
  lessons.flatMap(({ file, lineOf, content }) => {
    const asks = content.quiz?.draw;
    const has = content.blocks.filter(({ question }) => question !== null).length;
    if (asks === undefined || has >= 3 * asks) return [];
    const message = `an attempt asks ${asks} questions, so there are at least ${3 * asks} to draw from, and not ${has}`;
    return [{ file, line: lineOf('quiz'), message }];
  });
