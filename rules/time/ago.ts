const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** How long ago, in the largest unit that fits. Use is noted every five minutes, hence `just now`. */
export function agoWords(then: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
  if (minutes < 6) return 'just now';
  if (minutes < 60) return words.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? words.format(-hours, 'hour') : words.format(-Math.floor(hours / 24), 'day');
}

const instant = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** An instant to the minute, in UTC and saying so, because the server does not know the reader's zone. */
export const instantWords = (at: Date): string => `${instant.format(at)} UTC`;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** The time of day to the minute, likewise in UTC. */
export const clockWords = (at: Date): string => `${clock.format(at)} UTC`;
