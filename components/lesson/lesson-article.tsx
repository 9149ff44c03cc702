import { randomUUID } from 'node:crypto';
import type { LessonScreen } from '@/features/learning/get-lesson';
import { Html } from './html';
import type { Lesson } from './progress-store';
import { Question } from './question';
import type { Tries } from './use-answer';

type Props = {
  screen: Pick<LessonScreen, 'view' | 'given'>;
  lesson: Lesson | null;
  tries: Tries | null;
  problemBlock: string | null;
};

const unanswered = 'Choose an answer first; in an ordering every item has its own place.';

/** The lesson itself: runs of text, and the questions between them. */
export function LessonArticle({ screen, lesson, tries, problemBlock }: Props) {
  return screen.view.segments.map(({ id, html, question }) =>
    question ? (
      <div key={id} id={id} className="lesson-block">
        <Question
          block={question}
          given={screen.given[id] ?? null}
          lesson={lesson}
          tries={tries}
          attemptKey={randomUUID()}
          problem={problemBlock === id ? unanswered : null}
        />
      </div>
    ) : (
      <Html key={id} html={html} />
    ),
  );
}
