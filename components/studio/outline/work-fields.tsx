import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import type { ShownLesson } from '@/features/authoring/outline/shown-fields';
import { mostCriteria } from '@/rules/work/rubric-form';
import { DetailGroup } from './detail-group';

const forms = [
  { value: 'none', label: 'It is no written work' },
  { value: 'text', label: 'A text' },
  { value: 'claim-log', label: 'Entries of the claim log' },
];
const names = [
  { value: 'no', label: 'Graders see the name' },
  { value: 'yes', label: 'Graders see no name until it is graded' },
];
const releasings = [
  { value: 'at-once', label: 'As soon as it is graded' },
  { value: 'by-hand', label: 'Once it is released by hand' },
];

type Props = { work: ShownLesson['work']; zone: string };

/** What makes a lesson written work: how much is asked for, the promise, and what it is judged by. */
export function WorkFields({ work, zone }: Props) {
  const number = { inputMode: 'numeric' as const, className: 'max-w-xs', autoComplete: 'off' };
  return (
    <DetailGroup title="Written work">
      <SelectField
        name="workForm"
        label="Is this lesson written work?"
        hint="What is asked stands in the lesson; learners hand in below it, and a person grades it. What is set below is for written work alone."
        options={forms}
        defaultValue={work.form}
        className="max-w-md"
      />
      <Field
        name="workLeast"
        label="At least"
        hint="Words of a text, or complete entries of a claim log."
        defaultValue={work.least}
        {...number}
      />
      <Field name="workMost" label="At most" defaultValue={work.most} {...number} />
      <Field
        name="workCovers"
        label="What a claim log has to cover"
        hint="Ids of lessons and numbers of passages, like hash D4: an entry is needed from each. Empty: nothing in particular."
        defaultValue={work.covers}
        autoComplete="off"
        spellCheck={false}
      />
      <Field
        name="workTurnaround"
        label="The promise: back within so many days"
        hint="1 to 90. Learners read it before they write."
        defaultValue={work.turnaround}
        {...number}
      />
      <SelectField
        name="workAnonymous"
        label="Names"
        options={names}
        defaultValue={work.anonymous ? 'yes' : 'no'}
        className="max-w-md"
      />
      <Field
        name="workRevisions"
        label="Handed in anew once it is back, so many times"
        hint="0 to 9. Empty: never. The best version counts."
        defaultValue={work.revisions}
        {...number}
      />
      <Field
        name="workPass"
        label="Passed from so many percent"
        hint="Empty: to hand it in is enough."
        defaultValue={work.pass}
        {...number}
      />
      <SelectField
        name="workRelease"
        label="When learners see what it came to"
        options={releasings}
        defaultValue={work.release}
        className="max-w-xl"
      />
      <Field
        name="workDue"
        type="datetime-local"
        label="Work is due"
        hint={`In the zone of the course, ${zone}. Empty: never. What is handed in later is late.`}
        defaultValue={work.due}
        className="max-w-xs"
      />
      <Field
        name="workLatePerDay"
        label="What a day late takes from it, in percent"
        hint="A begun day counts. Empty: being late takes nothing."
        defaultValue={work.latePerDay}
        {...number}
      />
      <Field
        name="workLateFloor"
        label="What always stays of it, in percent"
        hint="Empty: nothing."
        defaultValue={work.lateFloor}
        {...number}
      />
      <Field
        name="workCloses"
        type="datetime-local"
        label="Work closes"
        hint={`In the zone of the course, ${zone}. Empty: never. A text that is long enough is then handed in; a claim log is handed in by its learner alone.`}
        defaultValue={work.closes}
        className="max-w-xs"
      />
      <Rubric rubric={work.rubric} />
    </DetailGroup>
  );
}

/** Criteria that are empty at the end, to be filled in. */
const empty = 2;

function Rubric({ rubric }: { rubric: ShownLesson['work']['rubric'] }) {
  const blank = { id: '', title: '', levels: '' };
  const lines = [...rubric, ...Array.from({ length: empty }, () => blank)].slice(0, mostCriteria);
  return (
    <fieldset className="grid gap-5">
      <legend className="mb-1 font-semibold">What it is judged by</legend>
      <p className="text-sm text-soft">
        Levels stand one on each line, the least first, and begin with their points: “2 It is clear.” An empty
        criterion is left out; save to get more of them.
      </p>
      {lines.map(({ id, title, levels }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its place
        <div key={at} className="grid gap-2">
          <input type="hidden" name={`workRubric.${at}.id`} value={id} />
          <Field
            name={`workRubric.${at}.title`}
            label={`Criterion ${at + 1}`}
            defaultValue={title}
            autoComplete="off"
          />
          <TextArea
            name={`workRubric.${at}.levels`}
            label={`Levels of criterion ${at + 1}`}
            rows={3}
            defaultValue={levels}
          />
        </div>
      ))}
    </fieldset>
  );
}
