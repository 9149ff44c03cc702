import { siteName } from '@/rules/site';
import { formatDeadline } from '@/rules/time/deadline';

type Text = { subject: string; body: string };
type Place = { title: string; cohort: string | null };

const mail = (subject: string, paragraphs: (string | null)[]): Text => ({
  subject,
  body: `${paragraphs.filter((text) => text !== null).join('\n\n')}\n\n${siteName}\n`,
});

const link = (address: string, path: string): string => new URL(path, address).href;
const named = ({ title, cohort }: Place): string =>
  cohort === null ? `“${title}”` : `“${title}” (${cohort})`;

type Invitation = Place & { address: string; token: string; until: Date | null; zone: string };

const howLong = ({ until, zone }: Invitation): string | null =>
  until && `The seat is held for you until ${formatDeadline(until, zone)}.`;

/** To somebody whom the course invites; also to people without an account, who make one on that page. */
export const invitationMail = (invitation: Invitation): Text =>
  mail(`You are invited to ${named(invitation)}`, [
    `You are invited to the course ${named(invitation)} at ${siteName}. Take the seat, or decline it, on this page:`,
    link(invitation.address, `/invitation?token=${invitation.token}`),
    howLong(invitation),
    'You need no account to decline it. If you do nothing, it goes to the next when the time is over.',
  ]);

/** To the first of the waitlist when a seat is free. */
export const offerMail = (invitation: Invitation): Text =>
  mail(`A seat is free in ${named(invitation)}`, [
    `You were on the waitlist of ${named(invitation)}, and a seat is free. Take it, or leave it to the next, on this page:`,
    link(invitation.address, `/invitation?token=${invitation.token}`),
    howLong(invitation),
  ]);

type Told = Place & { address: string; slug: string };

/** To somebody whom the course enrolled. */
export const enrolledMail = (told: Told): Text =>
  mail(`You are enrolled in ${named(told)}`, [
    `You are enrolled in the course ${named(told)} at ${siteName}. Begin here:`,
    link(told.address, `/learn/${told.slug}`),
  ]);

/** To somebody for whom no seat was free. */
export const waitingMail = (told: Told): Text =>
  mail(`You are on the waitlist of ${named(told)}`, [
    `Every seat in the course ${named(told)} is taken. You are on its waitlist, and when a seat is free for you, we write again. Your place is shown here:`,
    link(told.address, '/learn'),
  ]);
