const dayOf = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const monthOf = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A date as exact as it is known: "25 Oct 2019", "Oct 2019" or "2019". What is none stays as it is. */
export function formatSourceDate(date: string): string {
  const full = new Date(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`);
  if (date.length === 4 || Number.isNaN(full.getTime())) return date;
  return (date.length === 7 ? monthOf : dayOf).format(full);
}
