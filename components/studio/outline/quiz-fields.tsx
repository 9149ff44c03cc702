import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import type { LessonDetails } from '@/features/authoring/outline/get-lesson-details';
import type { ShownLesson } from '@/features/authoring/outline/shown-fields';
import { DetailGroup } from './detail-group';
import { DrawFields } from './draw-fields';

const modes = [
  { value: 'none', label: 'It is no quiz' },
  { value: 'practice', label: 'A quiz for practice' },
  { value: 'graded', label: 'A graded quiz' },
];
const counts = [
  { value: 'best', label: 'The best' },
  { value: 'latest', label: 'The latest' },
  { value: 'first', label: 'The first' },
];
const reviews = [
  {
    value: 'answers-after-last',
    label: 'Which were right; what was said of each once nothing is left to try',
  },
  { value: 'answers', label: 'What was said of each answer, at once' },
  { value: 'marks', label: 'Which answers were right' },
  { value: 'score', label: 'The result alone' },
];

const releasings = [
  { value: 'at-once', label: 'As soon as an attempt is handed in' },
  { value: 'by-hand', label: 'Once it is released by hand' },
];

type Props = { quiz: ShownLesson['quiz']; zone: string; sets: LessonDetails['sets'] };

/** What makes a lesson a quiz: its questions are then asked in attempts, and its text stands before them. */
export function QuizFields({ quiz, zone, sets }: Props) {
  const number = { inputMode: 'numeric' as const, className: 'max-w-xs', autoComplete: 'off' };
  return (
    <DetailGroup title="Quiz">
      <SelectField
        name="quizMode"
        label="Is this lesson a quiz?"
        hint="Its questions are then asked in attempts; the text stands before them. What is set below is for quizzes alone."
        options={modes}
        defaultValue={quiz.mode}
        className="max-w-md"
      />
      <Field
        name="quizMinutes"
        label="Minutes for an attempt"
        hint="Empty: no limit."
        defaultValue={quiz.minutes}
        {...number}
      />
      <Field
        name="quizAttempts"
        label="Attempts"
        hint="Empty: as many as a learner likes."
        defaultValue={quiz.attempts}
        {...number}
      />
      <SelectField
        name="quizCounts"
        label="Which attempt counts"
        options={counts}
        defaultValue={quiz.counts}
        className="max-w-xs"
      />
      <Field
        name="quizPass"
        label="Pass mark in percent"
        hint="Empty: 70."
        defaultValue={quiz.pass}
        {...number}
      />
      <Field
        name="quizDraw"
        label="Its own questions in an attempt"
        hint="Empty: all that stand in the lesson. With fewer, each attempt draws others."
        defaultValue={quiz.draw}
        {...number}
      />
      <DrawFields draws={quiz.draws} sets={sets} />
      <SelectField
        name="quizShuffle"
        label="Order of the options"
        options={[
          { value: 'no', label: 'As they are written' },
          { value: 'yes', label: 'Another one in each attempt' },
        ]}
        defaultValue={quiz.shuffle ? 'yes' : 'no'}
        className="max-w-md"
      />
      <SelectField
        name="quizHints"
        label="Hints"
        hint="Of questions that have some. What each costs is said before it is taken."
        options={[
          { value: 'on', label: 'Given to whoever takes them' },
          { value: 'off', label: 'None are given, as in an examination' },
        ]}
        defaultValue={quiz.hints}
        className="max-w-md"
      />
      <SelectField
        name="quizConfidence"
        label="How sure learners are"
        hint="It changes no points. Afterwards they see how well they knew what they know, and you see what is sure and wrong."
        options={[
          { value: 'no', label: 'Not asked' },
          { value: 'yes', label: 'They may say it with each answer' },
        ]}
        defaultValue={quiz.confidence ? 'yes' : 'no'}
        className="max-w-md"
      />
      <SelectField
        name="quizAnonymous"
        label="Names of who wrote an answer"
        hint="Written answers are marked by a grader."
        options={[
          { value: 'no', label: 'Graders see them' },
          { value: 'yes', label: 'Graders see none until every answer of an attempt is marked' },
        ]}
        defaultValue={quiz.anonymous ? 'yes' : 'no'}
        className="max-w-xl"
      />
      <SelectField
        name="quizReview"
        label="What learners see afterwards"
        options={reviews}
        defaultValue={quiz.review}
        className="max-w-xl"
      />
      <SelectField
        name="quizRelease"
        label="When learners see the result"
        hint="By hand: of a graded quiz, once you release its grades in the gradebook."
        options={releasings}
        defaultValue={quiz.release}
        className="max-w-xl"
      />
      <Field
        name="quizTurnaround"
        label="The promise: written answers are marked within so many days"
        hint="1 to 90. Learners read it before they start. Empty: nothing is promised."
        defaultValue={quiz.turnaround}
        {...number}
      />
      <Field
        name="quizDue"
        type="datetime-local"
        label="Due"
        hint={`In the zone of the course, ${zone}. Empty: never. What is handed in later is late.`}
        defaultValue={quiz.due}
        className="max-w-xs"
      />
      <Field
        name="quizLatePerDay"
        label="What a day late takes, in percent of what was earned"
        hint="A begun day counts. Empty: being late takes nothing."
        defaultValue={quiz.latePerDay}
        {...number}
      />
      <Field
        name="quizLateFloor"
        label="What always stays, in percent of what was earned"
        hint="Empty: nothing."
        defaultValue={quiz.lateFloor}
        {...number}
      />
      <Field
        name="quizCloses"
        type="datetime-local"
        label="Closes"
        hint={`In the zone of the course, ${zone}. Empty: never. What is under way is then handed in.`}
        defaultValue={quiz.closes}
        className="max-w-xs"
      />
    </DetailGroup>
  );
}
