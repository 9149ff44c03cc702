/** Whether PostgreSQL can hold a text: it has neither NUL nor halves of characters. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Whether a text is somebody's words: of control characters it has tabs and the ends of lines alone. */
export const isWritten = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\t\r\n]/u.test(text);
