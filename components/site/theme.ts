export type Theme = 'light' | 'dark';

/** The theme somebody chose, or null for the system's. Anything else in the cookie counts as no choice. */
export const themeFrom = (cookie: string | undefined): Theme | null =>
  cookie === 'light' || cookie === 'dark' ? cookie : null;
