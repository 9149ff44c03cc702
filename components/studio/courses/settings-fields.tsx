import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import type { SettingsValues } from '@/features/authoring/courses/settings-values';
import { BesideStored } from './beside-stored';
import { CoverField } from './cover-field';
import { LanguageField } from './language-field';
import { ZoneField } from './zone-field';

type Props = { values: SettingsValues };

const perLine = 'One per line.';

/** What the catalog says of a course first. */
export function TitleFields({ values }: Props) {
  return (
    <div className="grid gap-5">
      <BesideStored name="title">
        <Field name="title" label="Title" defaultValue={values.title} maxLength={200} autoComplete="off" />
      </BesideStored>
      <BesideStored name="summary">
        <TextArea
          name="summary"
          label="Summary"
          hint="One or two sentences, for the catalog and the top of the course page."
          rows={3}
          maxLength={1_000}
          defaultValue={values.summary}
        />
      </BesideStored>
    </div>
  );
}

/** For whom it is and what they take from it. */
export function PromiseFields({ values }: Props) {
  return (
    <div className="grid gap-5">
      <BesideStored name="outcomes">
        <TextArea
          name="outcomes"
          label="What learners will be able to do"
          hint={`${perLine} Begin with a verb: explain, build, judge.`}
          rows={5}
          defaultValue={values.outcomes}
        />
      </BesideStored>
      <BesideStored name="audience">
        <TextArea name="audience" label="For whom" hint={perLine} rows={3} defaultValue={values.audience} />
      </BesideStored>
      <BesideStored name="notFor">
        <TextArea
          name="notFor"
          label="Not for whom"
          hint={`${perLine} May stay empty.`}
          rows={2}
          defaultValue={values.notFor}
        />
      </BesideStored>
      <BesideStored name="level">
        <Field
          name="level"
          label="Level"
          hint="In your words, for example: no background needed."
          defaultValue={values.level}
          maxLength={100}
        />
      </BesideStored>
    </div>
  );
}

/** Where and when it is. */
export function PlaceFields({ values, zones }: Props & { zones: readonly string[] }) {
  return (
    <div className="grid gap-5">
      <BesideStored name="language">
        <LanguageField defaultValue={values.language} />
      </BesideStored>
      <BesideStored name="zone">
        <ZoneField defaultValue={values.zone} zones={zones} />
      </BesideStored>
      <BesideStored name="verified">
        <Field
          name="verified"
          label="Facts last verified"
          hint="The day on which somebody last checked every dated fact. Learners see it."
          type="date"
          defaultValue={values.verified}
        />
      </BesideStored>
    </div>
  );
}

/** Who wrote it. */
export function AuthorFields({ values }: Props) {
  return (
    <BesideStored name="authors">
      <TextArea
        name="authors"
        label="Authors"
        hint={`${perLine} The name, a colon, and what they do: “Ada Admin: writes the lessons.”`}
        rows={3}
        defaultValue={values.authors}
      />
    </BesideStored>
  );
}

/** The source it is built on: all four fields or none. */
export function SourceFields({ values }: Props) {
  return (
    <div className="grid gap-5">
      <BesideStored name="builtOnTitle">
        <Field
          name="builtOnTitle"
          label="Title of the source"
          defaultValue={values.builtOnTitle}
          maxLength={300}
        />
      </BesideStored>
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_10rem]">
        <BesideStored name="builtOnPublisher">
          <Field
            name="builtOnPublisher"
            label="Publisher"
            defaultValue={values.builtOnPublisher}
            maxLength={200}
          />
        </BesideStored>
        <BesideStored name="builtOnDate">
          <Field name="builtOnDate" label="Date" placeholder="2019-10-25" defaultValue={values.builtOnDate} />
        </BesideStored>
      </div>
      <BesideStored name="builtOnNote">
        <TextArea
          name="builtOnNote"
          label="How the course uses it"
          rows={3}
          maxLength={2_000}
          defaultValue={values.builtOnNote}
        />
      </BesideStored>
    </div>
  );
}

/** What stands on the card. */
export function CoverFields({
  values,
  slug,
  pictures,
}: Props & { slug: string; pictures: { path: string; hash: string }[] }) {
  return (
    <BesideStored name="cover">
      <CoverField slug={slug} pictures={pictures} defaultValue={values.cover} />
    </BesideStored>
  );
}
