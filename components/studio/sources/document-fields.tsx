import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { CheckField } from './check-field';
import { sourceKindOptions } from './source-kinds';

type Known = {
  title: string;
  publisher: string;
  author?: string | null;
  date: string;
  language: string;
  url?: string | null;
  kind: string;
  primary: boolean;
  usedFor: string;
  rights?: string | null;
  retells?: string | null;
  paraphraseOnly?: boolean | null;
};

/** Where a document comes from, what it is used for, and on what terms. */
export function DocumentFields({ known }: { known?: Known }) {
  const given = (value: string | null | undefined) => value ?? undefined;
  return (
    <>
      <fieldset className="grid gap-5">
        <legend className="mb-4 font-serif text-xl font-semibold">Where it comes from</legend>
        <Field
          name="title"
          label="Title"
          hint="As it stands above the text."
          defaultValue={known?.title}
          required
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field name="publisher" label="Publisher" defaultValue={known?.publisher} required />
          <Field name="author" label="Author (optional)" defaultValue={given(known?.author)} />
          <Field
            name="date"
            label="Date"
            hint="As exact as is known: 2019, 2019-10 or 2019-10-25."
            defaultValue={known?.date}
            required
          />
          <Field
            name="language"
            label="Language (optional)"
            hint="en, zh, … Left empty, it is recognised."
            defaultValue={known?.language}
          />
        </div>
        <Field
          name="url"
          label="Address (optional)"
          type="url"
          placeholder="https://"
          defaultValue={given(known?.url)}
        />
        <SelectField
          name="kind"
          label="Kind"
          options={sourceKindOptions}
          defaultValue={known?.kind ?? 'news'}
        />
        <CheckField
          name="primary"
          label="It is the origin of what it says"
          hint="A law or a speech is; an article that retells one is not."
          defaultChecked={known?.primary}
        />
        <Field
          name="retells"
          label="What it retells (optional)"
          hint="For example: Xinhua’s report of the session, itself a report of remarks."
          defaultValue={given(known?.retells)}
        />
      </fieldset>
      <fieldset className="grid gap-5">
        <legend className="mb-4 font-serif text-xl font-semibold">What it is for, and on what terms</legend>
        <Field
          name="usedFor"
          label="What the lessons take from it"
          hint="One sentence."
          defaultValue={known?.usedFor}
          required
        />
        <Field
          name="rights"
          label="Rights note (optional)"
          hint="On what terms its words may be used. Readers see it among the sources."
          defaultValue={given(known?.rights)}
        />
        <CheckField
          name="paraphraseOnly"
          label="Readers may not see its words"
          hint="They see your paraphrases instead. A passage that a lesson uses then needs one before it can be published."
          defaultChecked={known?.paraphraseOnly === true}
        />
      </fieldset>
    </>
  );
}
