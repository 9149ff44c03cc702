import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import type { LessonDetails } from '@/features/authoring/outline/get-lesson-details';
import type { ShownLesson } from '@/features/authoring/outline/shown-fields';
import type { FormState } from '@/rules/form-state';
import { CheckboxList } from './checkbox-list';
import { DetailGroup } from './detail-group';
import { QuizFields } from './quiz-fields';
import { ReleaseFields } from './release-fields';
import { SaveOver } from './save-over';
import { WorkFields } from './work-fields';

/** With more passages than this, naming them is quicker than finding their boxes. */
const mostBoxes = 40;

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  course: string;
  lesson: LessonDetails;
  fields: ShownLesson;
  href: string;
};

/** A choice among the lessons before this one; nothing where there is none. */
function EarlierLessons({
  lessons,
  chosen,
  ...words
}: {
  name: string;
  label: string;
  hint: string;
  lessons: LessonDetails['earlierLessons'];
  chosen: string[];
}) {
  if (lessons.length === 0 && chosen.length === 0) return null;
  return (
    <CheckboxList
      {...words}
      choices={lessons.map(({ id, title, module }) => ({ value: id, label: title, note: module }))}
      chosen={chosen}
      missing="This lesson is not there, or does not come before this one."
    />
  );
}

/** What is said of a lesson beside its text. */
export function LessonDetailsForm({ action, course, lesson, fields, href }: Props) {
  const { fileId, version, estimated, zone, passages, earlierModules, earlierLessons, idLocked } = lesson;
  return (
    <Form
      action={action}
      submitLabel="Save the details"
      pendingLabel="Saving …"
      doneMessage="The details are saved."
      className="grid gap-6 [&>button]:justify-self-start"
    >
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="file" value={fileId} />
      <input type="hidden" name="version" value={version} />
      <SaveOver href={href} />
      <DetailGroup title="In the syllabus">
        <Field name="title" label="Title" defaultValue={fields.title} autoComplete="off" />
        <TextArea
          name="summary"
          label="Summary"
          hint="One sentence."
          rows={2}
          defaultValue={fields.summary}
        />
        <TextArea
          name="objectives"
          label="Objectives"
          hint="What learners can do afterwards, one on each line. Questions name them by their number."
          rows={5}
          defaultValue={fields.objectives}
        />
        <EarlierLessons
          name="preparation"
          label="Lessons it builds on"
          hint="Learners find them named at its head, and which of them they have completed. It opens without them, too."
          lessons={earlierLessons}
          chosen={fields.preparation}
        />
      </DetailGroup>
      <DetailGroup title="Time and facts">
        <Field
          name="minutes"
          inputMode="numeric"
          label="Minutes"
          hint={`Leave it empty to use the estimate from words and blocks: ${estimated === 1 ? '1 minute' : `${estimated} minutes`}.`}
          defaultValue={fields.minutes}
          className="max-w-xs"
        />
        <Field
          name="verified"
          type="date"
          label="Verified"
          hint="The day on which the facts were last checked."
          defaultValue={fields.verified}
          className="max-w-xs"
        />
        {passages.length > mostBoxes ? (
          <Field
            name="directives"
            label="Passages it explains"
            hint="Their numbers, like D4 D7."
            defaultValue={fields.directives.join(' ')}
            autoComplete="off"
          />
        ) : (
          (passages.length > 0 || fields.directives.length > 0) && (
            <CheckboxList
              name="directives"
              label="Passages it explains"
              hint="The passages of the sources that this lesson is about."
              choices={passages.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
              chosen={fields.directives}
              missing="There is no such passage."
            />
          )
        )}
      </DetailGroup>
      <DetailGroup title="When it may be begun">
        <ReleaseFields
          what="lesson"
          zone={zone}
          opens={fields.opens}
          after={fields.after}
          modules={earlierModules}
        />
        <EarlierLessons
          name="prerequisites"
          label="Lessons it needs"
          hint="It opens when these are complete. Only lessons that come before this one can be chosen."
          lessons={earlierLessons}
          chosen={fields.prerequisites}
        />
      </DetailGroup>
      <QuizFields quiz={fields.quiz} zone={zone} sets={lesson.sets} />
      <WorkFields work={fields.work} zone={zone} />
      <DetailGroup title="Its id">
        {idLocked ? (
          <p>
            <code>{fields.id}</code>{' '}
            <span className="text-soft">
              is in a published edition. Learners’ progress is recorded against it, so it stays.
            </span>
          </p>
        ) : (
          <Field
            name="id"
            label="Id"
            hint="In the address of the lesson. It can change until the lesson is published; links and prerequisites that name it have to be changed too."
            defaultValue={fields.id}
            autoComplete="off"
            spellCheck={false}
            className="max-w-md"
          />
        )}
      </DetailGroup>
    </Form>
  );
}
