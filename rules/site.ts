/** The name of the platform as people read it. */
export const siteName = 'Ledger & Lesson';
