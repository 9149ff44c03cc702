/** The name of a field of a lab among the controls of its form, which has others, too. */
export const controlName = (field: string): string => `v.${field}`;

/** The values of a lab in a form, by the names of their fields, with line ends of one kind. What is disabled is not in it. */
export const valuesOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith('v.') && typeof value === 'string'
        ? [[name.slice(2), value.replace(/\r\n?/g, '\n')]]
        : [],
    ),
  );
