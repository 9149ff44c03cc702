import { type LearnerError, type Values, wrong } from './verdict';

/**
 * What a lab asks for: one field of its form, whose value is always a string of one spelling. So the same form works
 * with a keyboard, with a screen reader and without a script, and a submission is the same bytes wherever it was made.
 */
export type Field = {
  /** Letters, digits, points and hyphens; unique in its lab. */
  name: string;
  label: string;
  help?: string;
  /** The fieldset that it stands in; neighbours of one group stand together. */
  group?: string;
  /** Its place in the table that its group is then drawn as. */
  cell?: { row: string; column: string };
  /** Whether it may be left empty. */
  optional?: true;
} & FieldKind;

export type FieldKind =
  /** A whole number in decimal digits, without zeros in front. */
  | { kind: 'whole'; least: number; most: number }
  /** So many bytes as lower-case hexadecimal digits. */
  | { kind: 'hex'; bytes: number }
  /** Bytes as lower-case hexadecimal digits, at most so many. */
  | { kind: 'bytes'; most: number }
  /** Digests of 32 bytes, a line each. */
  | { kind: 'digests'; most: number }
  | { kind: 'choice'; options: readonly { value: string; label: string }[] }
  /** `yes`, or empty. */
  | { kind: 'tick' }
  /** One line, at most so many characters. */
  | { kind: 'line'; most: number }
  /** Several lines, at most so many characters; `code` is read letter by letter, and has an editor where it is Solidity. */
  | { kind: 'text'; most: number; code?: 'plain' | 'solidity' };

const digits = (bytes: number) => `It has to be ${2 * bytes} hexadecimal digits, a to f in lower case.`;

const isHex = (value: string, bytes: number) => value.length === 2 * bytes && /^[0-9a-f]*$/.test(value);

/** What is wrong with the spelling of one value, as a sentence; null where it can be read. */
function misspelled(field: FieldKind, value: string): string | null {
  switch (field.kind) {
    case 'whole': {
      const { least, most } = field;
      const is = /^(0|[1-9]\d{0,15})$/.test(value) && Number(value) >= least && Number(value) <= most;
      return is ? null : `It has to be a whole number from ${least} to ${most}.`;
    }
    case 'hex':
      return isHex(value, field.bytes) ? null : digits(field.bytes);
    case 'bytes':
      return value.length <= 2 * field.most && isHex(value, Math.ceil(value.length / 2))
        ? null
        : `It has to be at most ${field.most} bytes as pairs of hexadecimal digits, a to f in lower case.`;
    case 'digests':
      return value.length <= 65 * field.most && value.split('\n').every((line) => isHex(line, 32))
        ? null
        : `It has to be at most ${field.most} digests of 64 hexadecimal digits, a line each.`;
    case 'choice':
      return field.options.some((option) => option.value === value) ? null : 'Choose one of what is offered.';
    case 'tick':
      return value === 'yes' ? null : 'It is ticked or not.';
    case 'line':
      return value.length <= field.most && !/[\n\r]/.test(value)
        ? null
        : `It has to be one line of at most ${field.most} characters.`;
    case 'text':
      return value.length <= field.most ? null : `It has to be at most ${field.most} characters.`;
  }
}

/** How many characters a value may have at all, for the attribute of its field. */
export function longest(field: FieldKind): number | undefined {
  if (field.kind === 'whole') return 16;
  if (field.kind === 'hex') return 2 * field.bytes;
  if (field.kind === 'bytes') return 2 * field.most;
  if (field.kind === 'digests') return 65 * field.most;
  return field.kind === 'line' || field.kind === 'text' ? field.most : undefined;
}

const misread = (code: LearnerError['code'], where: string, says: string) => ({
  error: wrong(code, where, says),
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Anything that arrives as a value for each field, or what is wrong with its form. Nothing of it is worked with
 * before its size is known.
 */
export function readValues(
  fields: readonly Field[],
  submission: unknown,
): { values: Values } | { error: LearnerError } {
  if (!isRecord(submission)) return misread('E_FORM', '', 'This is not the form that was asked for.');
  const names = new Set(fields.map(({ name }) => name));
  if (Object.keys(submission).some((name) => !names.has(name)))
    return misread('E_FORM', '', 'There is something in it that was not asked for.');
  const values: Record<string, string> = {};
  for (const field of fields) {
    const { name } = field;
    const value: unknown = Object.hasOwn(submission, name) ? submission[name] : '';
    if (typeof value !== 'string') return misread('E_FORM', name, 'This is not a text.');
    values[name] = value;
    const mayBeEmpty = field.optional || field.kind === 'tick';
    if (value === '') {
      if (mayBeEmpty) continue;
      return misread('E_EMPTY', name, 'This is empty.');
    }
    const problem = misspelled(field, value);
    if (problem) return misread('E_FORM', name, problem);
  }
  return { values };
}

/** Every field, with nothing in it. */
export const emptyValues = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.map(({ name }) => [name, '']));
