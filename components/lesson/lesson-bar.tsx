import { LessonProgress } from './lesson-progress';

/** What stays at the top while one reads: the panes on a small screen, and how far one is. */
export function LessonBar({ progress }: { progress: { done: string[]; total: number } | null }) {
  return (
    <div className="lesson-bar">
      <div className="lesson-bar-buttons">
        <button type="button" popoverTarget="syllabus" className="bar-button">
          Syllabus
        </button>
        <button type="button" popoverTarget="notes" aria-label="Passages and words" className="bar-button">
          Passages
        </button>
      </div>
      {progress && <LessonProgress done={progress.done} total={progress.total} />}
    </div>
  );
}
