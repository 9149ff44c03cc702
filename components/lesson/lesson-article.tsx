import { randomUUID } from 'node:crypto';
import type { LessonScreen } from '@/features/learning/get-lesson';
import type { Lesson } from './progress-store';
import { Question } from './question';

type Props = { screen: LessonScreen; lesson: Lesson | null; problemBlock: string | null };

/** The lesson itself, block after block. */
export function LessonArticle({ screen, lesson, problemBlock }: Props) {
  return screen.lesson.blocks.map((block) =>
    block.question ? (
      <div key={block.id} id={block.id} className="lesson-block">
        <Question
          block={{
            id: block.id,
            prompt: block.question.prompt,
            options: block.question.options,
            instruction: block.instruction,
            answerForm: block.answerForm ?? 'one',
          }}
          given={screen.given[block.id] ?? null}
          lesson={lesson}
          attemptKey={randomUUID()}
          problem={
            problemBlock === block.id
              ? 'Choose an answer first; in an ordering every item has its own place.'
              : null
          }
        />
      </div>
    ) : (
      <div
        key={block.id}
        id={block.id}
        data-rule={block.completesBy}
        className={`lesson-block ${block.kind === 'prose' ? 'lesson-prose' : ''}`}
        dangerouslySetInnerHTML={{ __html: block.html }}
      />
    ),
  );
}
