/** The look of a select, without the colour of its border. */
export const selectClass = 'min-h-11 rounded-md border bg-raised px-3 py-2 text-base';
