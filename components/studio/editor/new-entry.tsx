'use client';

import { useEffect, useState } from 'react';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { idFrom } from '@/rules/authoring/fresh-id';
import { DialogHead } from './dialog-head';
import type { EntryAction } from './insert-dialog';

type Props = {
  of: 'term' | 'source';
  course: string;
  action: EntryAction;
  onBack: () => void;
  onDone: (id: string) => void;
};

const kinds = [
  { value: 'news', label: 'News article' },
  { value: 'law', label: 'Law or rule' },
  { value: 'standard', label: 'Standard' },
  { value: 'report', label: 'Report' },
  { value: 'paper', label: 'Paper' },
  { value: 'official', label: 'Official statement' },
  { value: 'company', label: 'Company statement' },
  { value: 'reference', label: 'Reference work' },
];

/** A glossary entry or a source that the course does not have yet, written without leaving the lesson. */
export function NewEntry({ of, course, action, onBack, onDone }: Props) {
  /** Made from the name until somebody writes one of their own. */
  const [proposed, setProposed] = useState('');
  const [own, setOwn] = useState<string | null>(null);
  const id = own ?? proposed;
  const isTerm = of === 'term';
  return (
    <>
      <DialogHead
        title={isTerm ? 'New glossary entry' : 'New source'}
        about={
          isTerm
            ? 'It goes into glossary/terms.yaml, for all lessons of the course.'
            : 'It goes into sources/sources.yaml, for all lessons of the course.'
        }
        onBack={onBack}
      />
      <Form
        action={action}
        submitLabel={isTerm ? 'Add the entry' : 'Add the source'}
        pendingLabel="Adding …"
        done={<Done onSeen={() => onDone(id)} />}
      >
        <input type="hidden" name="course" value={course} />
        <Field
          name={isTerm ? 'term' : 'title'}
          label={isTerm ? 'Word' : 'Title'}
          onChange={(event) => own === null && setProposed(idFrom(event.target.value) ?? '')}
          autoComplete="off"
        />
        {isTerm ? <TermFields /> : <SourceFields />}
        <Field
          key={proposed}
          name="id"
          label="Id"
          hint="It stands in the text and is for ever: a to z, 0 to 9 and hyphens."
          defaultValue={proposed}
          onChange={(event) => setOwn(event.target.value)}
          autoComplete="off"
        />
      </Form>
    </>
  );
}

function Done({ onSeen }: { onSeen: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is seen once
  useEffect(onSeen, []);
  return <p>Added.</p>;
}

function TermFields() {
  return (
    <>
      <TextArea name="definition" label="What it means" hint="One or two plain sentences." rows={3} />
      <Field name="zh" label="In Chinese (may be left out)" lang="zh" autoComplete="off" />
      <Field name="pinyin" label="Pinyin (may be left out)" autoComplete="off" />
    </>
  );
}

function SourceFields() {
  return (
    <>
      <Field name="publisher" label="Publisher" autoComplete="off" />
      <Field name="author" label="Author (may be left out)" autoComplete="off" />
      <Field
        name="date"
        label="Date"
        hint="As exact as is known: 2019, 2019-10 or 2019-10-25."
        autoComplete="off"
      />
      <Field name="url" label="Address (may be left out)" type="url" autoComplete="off" />
      <Field
        name="language"
        label="Language"
        hint="For example en or zh."
        defaultValue="en"
        autoComplete="off"
      />
      <SelectField name="kind" label="What it is" options={kinds} />
      <SelectField
        name="primary"
        label="Is it the origin of what it says?"
        options={[
          { value: 'no', label: 'No, it retells' },
          { value: 'yes', label: 'Yes, it is the origin' },
        ]}
      />
      <Field name="usedFor" label="What the course takes from it" autoComplete="off" />
    </>
  );
}
