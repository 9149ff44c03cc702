const two = (value: number) => String(value).padStart(2, '0');

/** Minutes since the start of day 1 as a time that can be read: `day 3, 12:05`. */
export const when = (minutes: number): string =>
  `day ${1 + Math.floor(minutes / 1440)}, ${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;
