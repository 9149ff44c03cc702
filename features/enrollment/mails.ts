import { siteName } from '@/rules/site';

type Text = { subject: string; body: string };
type Place = { title: string; cohort: string | null; slug: string; address: string };

const mail = (subject: string, paragraphs: (string | null)[]): Text => ({
  subject,
  body: `${paragraphs.filter((text) => text !== null).join('\n\n')}\n\n${siteName}\n`,
});

const link = (address: string, path: string): string => new URL(path, address).href;
const named = ({ title, cohort }: Place): string =>
  cohort === null ? `“${title}”` : `“${title}” (${cohort})`;

/** What the people of a course add in their own words, marked as theirs. */
const said = (reason: string): string | null =>
  reason === '' ? null : `They add:\n\n${reason.replace(/^/gm, '> ')}`;

/** To somebody who asked for a place and has it now. */
export const approvedMail = (place: Place, reason: string): Text =>
  mail(`You have a place in ${named(place)}`, [
    `You asked for a place in the course ${named(place)}, and you have it. Begin here:`,
    link(place.address, `/learn/${place.slug}`),
    said(reason),
  ]);

/** To somebody whose request was approved while every seat was taken. */
export const approvedToWaitMail = (place: Place, reason: string): Text =>
  mail(`You are on the waitlist of ${named(place)}`, [
    `You asked for a place in the course ${named(place)}. Your request is approved, but every seat is taken, so you are on the waitlist. When a seat is free for you, we write again. Your place is shown here:`,
    link(place.address, '/learn'),
    said(reason),
  ]);

/** To somebody whose request was declined. */
export const declinedMail = (place: Place, reason: string): Text =>
  mail(`Your request for ${named(place)} was declined`, [
    `You asked for a place in the course ${named(place)}. Its people cannot give you one.`,
    said(reason),
    'The course is described here:',
    link(place.address, `/courses/${place.slug}`),
  ]);

/** Tells somebody that they teach a cohort now. */
export const cohortInstructorMail = (
  address: string,
  course: string,
  cohort: { id: string; name: string },
): Text =>
  mail('You teach a cohort', [
    `You were added to the instructors of the cohort “${cohort.name}” of a course at ${siteName}. You find its people here:`,
    link(address, `/teach/${course}/roster?cohort=${cohort.id}`),
    'If you think that this is a mistake, an owner of the course can take you off it again.',
  ]);
