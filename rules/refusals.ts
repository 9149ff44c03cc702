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
  'request-waits': 'You have asked for a place. Somebody of the course will answer.',
  'already-waiting': 'You are on the waitlist. When a seat is free, we write to you.',
  'invitation-waits': 'A seat is held for you. Take it or decline it.',
  'removed-from-course': 'You were removed from this course. Write to its instructors.',
  'time-is-over': 'Your time in this course has ended. Write to its instructors to be let back in.',
  'other-domain': 'This course takes addresses of certain schools only, and yours is of another.',
  'wrong-key': 'That is not the key of this course.',
  'reason-missing': 'Say why: the learner will read it.',
  'end-is-past': 'The time in this course would be over already. Set a later end.',
  'no-such-cohort': 'This cohort is not there any more.',
  'nothing-published': 'Nothing of this course is published yet.',
  'seat-gone': 'The seat was not taken in time, so it went to the next.',
  'batch-under-way': 'This is still being carried out. It can be undone when it has ended.',
  'batch-undone': 'This was undone already.',
  'undo-of-undo': 'What was undone is not undone again: do it anew.',
  'has-moved-on': 'Something happened to this enrollment since, so it was left as it is.',
  'not-from-this-state': 'This is not possible in the current state of the enrollment.',
  'too-many-tries': 'Too many tries. Wait a little, then try again.',
  'wrong-credentials': 'The e-mail address or the password is not right.',
  'link-expired': 'This link has expired or was used already. Ask for a new one.',
  'wrong-password': 'That is not your current password.',
  'password-again': 'Give your password again for this. It then counts for ten minutes.',
  'viewing-only': 'You look at the pages of somebody else, so nothing can be changed. Stop first.',
  'last-admin': 'The last administrator cannot be changed: appoint another one first.',
  'not-yourself': 'You cannot do this to your own account.',
  'questions-open': 'Some check questions are still open.',
  'changed-meanwhile': 'Somebody else changed this meanwhile. Reload the page and look again.',
  'course-archived': 'This course is archived: it takes no new learners.',
  'no-such-instructor':
    'No instructor has this address. They need an account with a confirmed address and the role of an instructor, which an administrator gives.',
  'already-staff': 'They work on this course already.',
  'last-owner': 'The last owner cannot be lost: make somebody else an owner first.',
  'course-head-unreadable':
    'The file course.yaml is missing or cannot be read. Put it right among the files first.',
  'file-has-mistakes':
    'The file this would be added to has mistakes. Open it among the files and put them right first.',
  'assets-full': 'The pictures and media of this course weigh 450 MB, which is the most. Delete some first.',
  'asset-in-use': 'The draft still uses this file. Take it out there first.',
  'edition-moved':
    'The course was updated while you worked. Reload the page: what you did before it is kept.',
  'problems-open': 'The draft has mistakes that stop publishing. They are listed on this page.',
  'publication-waiting': 'A publication is waiting for its time. Cancel it first.',
  'publication-over': 'This publication is no longer waiting, so it cannot be cancelled.',
  'files-not-kept': 'The files of this edition were not kept, so it cannot become a draft again.',
  'not-the-newest': 'Another edition was published meanwhile. Reload the page and look again.',
  'row-gone': 'This is gone from the outline: somebody deleted it meanwhile.',
  'row-back': 'This is back in the outline already.',
  'course-too-long': 'A course holds at most 1,000 lessons.',
  'head-unreadable':
    'The fields at the top of this file have a mistake, so nothing can be set in them. Put it right in the text first.',
  'no-module-left': 'There is no module for it to go back to. Add a module first.',
  'id-taken': 'A lesson of this course has or had this id. Choose another one.',
  'document-unreadable':
    'The file of this source document has a mistake in it. Put it right among the files first.',
  'passage-in-use': 'A lesson uses this passage. Take it out of the lesson first.',
  'passage-gone': 'This passage is not there any more. Reload the page and look again.',
  'document-full': 'A document holds at most 999 passages, counting those that were taken out.',
  'no-letter-left': 'Every letter is taken: a course holds at most 26 source documents.',
} as const;

export type RefusalCode = keyof typeof refusals;
