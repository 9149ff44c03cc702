import { lifetimes } from '@/rules/accounts/accounts';
import { siteName } from '@/rules/site';

type Text = { subject: string; body: string };

/** No mail contains what somebody typed: else anyone could send their words to any address in our name. */
const mail = (subject: string, paragraphs: string[]): Text => ({
  subject,
  body: `${paragraphs.join('\n\n')}\n\n${siteName}\n`,
});

const link = (address: string, path: string): string => new URL(path, address).href;

/** Sent after a registration: leads to the page that confirms the address. */
export const confirmationMail = (address: string, token: string): Text =>
  mail('Confirm your address', [
    `Welcome to ${siteName}.`,
    'Open this page and press the button on it, to confirm that this address is yours:',
    link(address, `/confirm?token=${token}`),
    `The link works once, within ${lifetimes.confirmLinkMinutes / 60} hours.`,
    'If you did not register, do nothing: nobody can enroll with your address until it is confirmed.',
  ]);

/** Sent instead, when the address has an account: only its owner learns that. */
export const knownAddressMail = (address: string): Text =>
  mail('Somebody tried to register with your address', [
    `Somebody, perhaps you, tried to register at ${siteName} with this e-mail address. It has an account already, and nothing was changed.`,
    'To sign in:',
    link(address, '/sign-in'),
    'If you forgot your password:',
    link(address, '/forgot-password'),
    'If it was not you, there is nothing to do.',
  ]);

/** Sent to somebody who registers with an address that an invitation or a list made an account for. */
export const claimMail = (address: string, token: string): Text =>
  mail('An account was prepared for you', [
    `Somebody, perhaps you, tried to register at ${siteName} with this e-mail address. An account was prepared for it when you were put into a course. Make it yours here, with a name and a password:`,
    link(address, `/invitation?token=${token}`),
    `The link works once, within ${lifetimes.confirmLinkMinutes / 60} hours.`,
    'If it was not you, there is nothing to do.',
  ]);

/** Leads to the page where a new password is set. */
export const resetMail = (address: string, token: string): Text =>
  mail('Set a new password', [
    `Somebody, perhaps you, asked for a new password for your account at ${siteName}. Set it here:`,
    link(address, `/reset-password?token=${token}`),
    `The link works once, within ${lifetimes.resetLinkMinutes} minutes.`,
    'If it was not you, do nothing: your password stays as it is.',
  ]);

/** Tells the owner, after the fact, so that a stranger cannot change it unnoticed. */
export const passwordChangedMail = (address: string): Text =>
  mail('Your password was changed', [
    `The password of your account at ${siteName} was just changed, and other devices were signed out.`,
    'If it was not you, set a new one at once:',
    link(address, '/forgot-password'),
  ]);
