'use client';

import type { EditorFile } from '@/features/authoring/editor/get-draft-file';
import type { InsertField } from '@/kinds/insert';

type Option = { value: string; label: string };
type Props = {
  field: InsertField;
  value: string;
  problem: string | null;
  data: EditorFile;
  text: () => string;
  onNew: (of: 'term' | 'source') => void;
};

/** The objectives in the front matter of a lesson, as far as they can be read. */
function objectivesIn(text: string): Option[] {
  const head = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const list =
    /^objectives:[ \t]*\r?\n((?:[ \t]*-.*(?:\r?\n|$)|[ \t]+\S.*(?:\r?\n|$))+)/m.exec(head)?.[1] ?? '';
  return [...list.matchAll(/^[ \t]*- (.*)$/gm)].map(([, words = ''], index) => ({
    value: String(index + 1),
    label: `${index + 1}. ${words.replace(/^["']|["']$/g, '')}`,
  }));
}

/** What a field offers to choose from; null where something is typed. */
function optionsFor(
  { kind, options, types }: InsertField,
  { names }: EditorFile,
  text: () => string,
): Option[] | null {
  switch (kind) {
    case 'choice':
      return [...(options ?? [])];
    case 'source':
      return names.sources.map(({ id, title }) => ({ value: id, label: `${title} · ${id}` }));
    case 'term':
      return names.terms.map(({ id, term }) => ({ value: id, label: term }));
    case 'passage':
      return names.passages.map(({ id, title }) => ({ value: id, label: `${id}: ${title}` }));
    case 'figure':
      return names.figures.map(({ id, title }) => ({ value: id, label: title }));
    case 'lab':
      return names.labs.map(({ id, title }) => ({ value: id, label: title }));
    case 'lesson':
      return names.lessons.map(({ id, title }) => ({ value: id, label: title }));
    case 'asset':
      return names.assets
        .filter(({ type }) => !types || types.some((start) => type.startsWith(start)))
        .map(({ path }) => ({ value: path, label: path.replace(/^assets\//, '') }));
    case 'objective':
      return objectivesIn(text());
    default:
      return null;
  }
}

const empty: Partial<Record<InsertField['kind'], string>> = {
  source: 'The course has no sources yet.',
  term: 'The glossary is empty.',
  passage: 'The course has no passages yet. They are made among the sources.',
  lesson: 'There is no other lesson yet.',
  asset: 'There is none among the media of the course.',
};

const look = (problem: string | null): string =>
  `min-h-11 w-full rounded-md border bg-raised px-3 py-2 text-base ${problem ? 'border-bad' : 'border-rule'}`;

/** One field of the form, with its label, what helps, and what is wrong. */
export function InsertFieldInput({ field, value, problem, data, text, onNew }: Props) {
  const { name, label, hint, kind, optional, example } = field;
  const id = `ed-in-${name}`;
  const options = optionsFor(field, data, text);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
  const common = {
    id,
    name,
    'aria-describedby': described,
    'aria-invalid': problem ? (true as const) : undefined,
    className: look(problem),
  };
  const makesNew = kind === 'term' || kind === 'source' ? kind : null;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
        {optional && <span className="font-normal text-soft"> (may be left out)</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-soft">
          {hint}
        </p>
      )}
      {options ? (
        // Keyed by what there is: a new entry is chosen as soon as it is among the options.
        <select key={options.map((option) => option.value).join(' ')} {...common} defaultValue={value}>
          {(optional || options.length === 0 || kind !== 'choice') && (
            <option value="">{options.length === 0 ? (empty[kind] ?? 'There is none') : 'Choose …'}</option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : kind === 'text' ? (
        <input {...common} defaultValue={value} placeholder={example} autoComplete="off" />
      ) : (
        <textarea
          {...common}
          rows={kind === 'lines' ? 4 : 3}
          defaultValue={value}
          placeholder={example}
          className={`${look(problem)} leading-relaxed`}
        />
      )}
      {problem && (
        <p id={`${id}-problem`} className="mt-1 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
      {makesNew && (
        <button type="button" className="ed-link mt-1" onClick={() => onNew(makesNew)}>
          {makesNew === 'term' ? 'Write a new entry …' : 'Write down a new source …'}
        </button>
      )}
    </div>
  );
}
