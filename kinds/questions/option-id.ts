/** The id of an option by its place among those that are shown: a, b, c. */
export const optionId = (index: number): string => String.fromCharCode(97 + index);
