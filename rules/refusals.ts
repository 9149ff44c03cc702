/**
 * Why something is not possible now, in the words that both the server's answer and the disabled
 * button use. The code is for machines and tests, the sentence for people.
 */
export const refusals = {
  'sign-in-first': 'Sign in to enroll in this course.',
  'confirm-email-first': 'Confirm your e-mail address first. The link is in the mail we sent you.',
  'already-enrolled': 'You are already enrolled in this course.',
  'enrollment-closed': 'Enrollment in this course is closed.',
  'enrollment-not-open-yet': 'Enrollment in this course has not opened yet.',
  'enrollment-over': 'Enrollment in this course has ended.',
  'course-full': 'Every seat in this course is taken.',
  'not-from-this-state': 'This is not possible in the current state of the enrollment.',
  'too-many-tries': 'Too many tries. Wait a little, then try again.',
  'wrong-credentials': 'The e-mail address or the password is not right.',
  'link-expired': 'This link has expired or was used already. Ask for a new one.',
  'wrong-password': 'That is not your current password.',
  'last-admin': 'The last administrator cannot be changed: appoint another one first.',
  'not-yourself': 'You cannot do this to your own account.',
  'questions-open': 'Some check questions are still open.',
  'changed-meanwhile': 'Somebody else changed this meanwhile. Reload the page and look again.',
} as const;

export type RefusalCode = keyof typeof refusals;
