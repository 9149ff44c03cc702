import type { ReactNode } from 'react';

const control = 'min-h-11 w-full rounded-md border border-rule bg-raised px-3 py-2 text-base';

/** A labelled part of a filter. Its id is made of its name, apart from the fields of other forms of the page. */
function Part({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <div className="roster-part">
      <label htmlFor={`filter-${name}`} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      {children}
    </div>
  );
}

type PartProps = { name: string; label: string; value: string };

export function SearchPart({ name, label, value }: PartProps) {
  return (
    <Part name={name} label={label}>
      <input
        id={`filter-${name}`}
        name={name}
        type="search"
        key={value}
        defaultValue={value}
        className={control}
      />
    </Part>
  );
}

export function PercentPart({ name, label, value }: PartProps) {
  return (
    <Part name={name} label={label}>
      <input
        id={`filter-${name}`}
        name={name}
        type="number"
        min={0}
        max={100}
        inputMode="numeric"
        key={value}
        defaultValue={value}
        className={control}
      />
    </Part>
  );
}

export function SelectPart({
  name,
  label,
  value,
  any,
  options,
}: PartProps & { any: string; options: readonly (readonly [value: string, label: string])[] }) {
  return (
    <Part name={name} label={label}>
      <select id={`filter-${name}`} name={name} key={value} defaultValue={value} className={control}>
        <option value="">{any}</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </Part>
  );
}
