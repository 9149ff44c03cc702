import { type Field, longest } from '@/kinds/labs/fields';
import { controlName } from '@/rules/labs/form-values';
import { CodeField } from './code-field';

export type FieldProps = {
  field: Field;
  value: string;
  /** Unique on the page. */
  id: string;
  /** What is wrong with it, as far as it is known. */
  problem: string | null;
  onChange: (value: string) => void;
  /** Whether nothing is changed any more. */
  closed?: boolean;
  /** In a table its row and column name it. */
  bare?: boolean;
};

const rowsOf = ({ kind }: Field, value: string): number =>
  Math.min(
    24,
    Math.max(kind === 'digests' ? 4 : 3, value.split('\n').length + 1, Math.ceil(value.length / 42)),
  );

/** The control of one field; what it is called by stands around it. */
function Control({
  field,
  value,
  id,
  problem,
  onChange,
  closed,
  bare,
  described,
}: FieldProps & { described?: string }) {
  const common = {
    id,
    name: controlName(field.name),
    'aria-invalid': problem ? (true as const) : undefined,
    'aria-describedby': described,
    'aria-label': bare ? `${field.cell?.row}, ${field.cell?.column}` : undefined,
  };
  const monospaced = { spellCheck: false, autoCapitalize: 'off', autoCorrect: 'off', autoComplete: 'off' };
  switch (field.kind) {
    case 'tick':
      return (
        <input
          {...common}
          type="checkbox"
          value="yes"
          checked={value === 'yes'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'yes' : '')}
        />
      );
    case 'choice':
      return (
        <select {...common} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">Choose …</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case 'text':
    case 'digests':
      if (field.kind === 'text' && field.code === 'solidity' && !closed)
        return (
          <CodeField
            {...common}
            {...monospaced}
            label={field.label}
            rows={rowsOf(field, value)}
            maxLength={longest(field)}
            className="lab-code"
            value={value}
            onText={onChange}
          />
        );
      return (
        <textarea
          {...common}
          {...monospaced}
          rows={rowsOf(field, value)}
          maxLength={longest(field)}
          className={field.kind === 'digests' || field.code ? 'lab-code' : undefined}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return (
        <input
          {...common}
          {...monospaced}
          inputMode={field.kind === 'whole' ? 'numeric' : undefined}
          maxLength={longest(field)}
          className={field.kind === 'hex' || field.kind === 'bytes' ? 'lab-code' : undefined}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

/** One field of a lab with its label, what helps, and what is wrong. */
export function LabField(props: FieldProps) {
  const { field, id, problem, bare } = props;
  if (bare) return <Control {...props} />;
  const { label, help, kind } = field;
  const described = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={kind === 'tick' ? 'lab-field lab-field-tick' : 'lab-field'}>
      <label htmlFor={id}>{label}</label>
      {help && (
        <p id={`${id}-help`} className="lab-help">
          {help}
        </p>
      )}
      <Control {...props} described={described} />
      {problem && (
        <p id={`${id}-problem`} className="lab-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
