type Props = {
  id: string;
  name: string;
  label: string;
  value: (name: string) => string;
  problems?: Record<string, string>;
  options?: readonly (readonly [value: string, label: string])[];
  list?: string;
  lang?: string;
  rows?: number;
};

/** One field of a passage's form. Many passages are on a page, so its id is that of its passage too. */
export function PassageField({ id, name, label, value, problems, options, list, lang, rows }: Props) {
  const problem = problems?.[name];
  const own = `${name}-${id}`;
  const common = {
    id: own,
    name,
    key: value(name),
    defaultValue: value(name),
    lang,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${own}-problem` : undefined,
  };
  return (
    <div className={rows ? 'source-field-wide' : undefined}>
      <label htmlFor={own}>{label}</label>
      {options ? (
        <select {...common} key={common.key}>
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      ) : rows ? (
        <textarea {...common} key={common.key} rows={rows} />
      ) : (
        <input {...common} key={common.key} list={list} autoComplete="off" />
      )}
      {problem && (
        <p id={`${own}-problem`} className="text-sm font-medium text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}
