import type { SaveState } from './saver';

/** An instant as a writer needs it: the time of day, and the day where it is not today. */
export function timeOf(iso: string, now = new Date()): string {
  const at = new Date(iso);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
  if (at.toDateString() === now.toDateString()) return time;
  const day = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }),
  }).format(at);
  return `${day}, ${time}`;
}

/** The line that says how safe the text is. */
export function stateWords({ status, savedAt, message, kept }: SaveState, now = new Date()): string {
  const where = kept ? 'kept on this device' : 'and this device has no room to keep it. Copy your text';
  switch (status) {
    case 'saved':
      return `Saved ${timeOf(savedAt, now)}`;
    case 'waiting':
    case 'saving':
      return 'Saving …';
    case 'offline':
      return `Not saved: offline, ${where}`;
    case 'signed-out':
      return `Not saved: you are signed out, ${where}`;
    case 'conflict':
      return `Not saved: somebody else saved meanwhile, ${where}`;
    case 'gone':
      return `Not saved: this file is no longer in the draft, or you may not edit it any more, ${where}`;
    case 'failed':
      return `Not saved: ${message.replace(/\.$/, '')}, ${where}`;
  }
}
