import * as z from 'zod';

/** Empty where nothing is wanted, for fields that may be left out. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());
