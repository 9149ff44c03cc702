import { describe, expect, test } from 'vitest';
import {
  type Actor,
  canEditCourse,
  canExportPeople,
  canGrade,
  canGrantRoles,
  canManageCohorts,
  canManageEnrollments,
  canManageRoster,
  canManageTokens,
  canOwnCourse,
  canReadAsset,
  canReadAudit,
  canReadContacts,
  canReadDashboards,
  canReadEnrollments,
  canReadGrades,
  canReadLesson,
  canReadMail,
  canReadPeople,
  canReadRoster,
  canRemind,
  canSeeStanding,
  canSeeStudio,
  canSuspend,
  canViewAs,
  isAnyone,
  isOwn,
  isPlatform,
  isPublished,
  isSelfEnrolled,
  isSignedIn,
  isTeachingStaff,
  isThemselves,
} from './access';

const actor = (role: Actor['role'], userId = 'me'): Actor => ({
  userId,
  sessionId: 's',
  name: 'Somebody',
  email: 'somebody@school.example',
  role,
  emailConfirmed: true,
});
const student = actor('student');
const instructor = actor('instructor');
const staff = actor('staff');
const admin = actor('admin');
const platform = actor('platform');
const everybody = { nobody: null, student, instructor, staff, admin, platform };
type Who = keyof typeof everybody;

describe('who may by role alone', () => {
  test.each<[string, typeof isAnyone, Who[]]>([
    ['anyone', isAnyone, ['nobody', 'student', 'instructor', 'staff', 'admin', 'platform']],
    ['who is signed in', isSignedIn, ['student', 'instructor', 'staff', 'admin', 'platform']],
    ['the platform itself', isPlatform, ['platform']],
    ['teaching staff', isTeachingStaff, ['instructor', 'admin']],
    ['who finds people', canReadPeople, ['staff', 'admin']],
    ['who takes lists of people away', canExportPeople, ['admin']],
    ['who shuts people out', canSuspend, ['admin']],
    ['who gives roles', canGrantRoles, ['admin']],
    ['who sees everybody’s enrollments', canReadEnrollments, ['staff', 'admin']],
    ['who changes everybody’s enrollments', canManageEnrollments, ['staff', 'admin']],
    ['who sees the figures of the site', canReadDashboards, ['staff', 'admin']],
    ['who reads the mail', canReadMail, ['admin']],
    ['who searches the audit log', canReadAudit, ['admin']],
    ['who makes keys for other systems', canManageTokens, ['admin']],
  ])('%s', (_title, policy, allowed) => {
    const may = Object.entries(everybody).filter(([, who]) => policy(who, {}));
    expect(may.map(([name]) => name)).toEqual(allowed);
  });
});

describe('what is somebody’s own', () => {
  test('is for its owner, not for staff and not for visitors', () => {
    expect(isOwn(student, { ownerId: 'me' })).toBe(true);
    expect(isOwn(actor('admin', 'other'), { ownerId: 'me' })).toBe(false);
    expect(isOwn(null, { ownerId: 'me' })).toBe(false);
  });

  test('learning is for the learner while their enrollment lets them learn', () => {
    expect(isSelfEnrolled(student, { ownerId: 'me', mayLearn: true })).toBe(true);
    expect(isSelfEnrolled(student, { ownerId: 'me', mayLearn: false })).toBe(false);
    expect(isSelfEnrolled(student, { ownerId: 'other', mayLearn: true })).toBe(false);
    expect(isSelfEnrolled(student, { ownerId: null, mayLearn: true })).toBe(false);
    expect(isSelfEnrolled(null, { ownerId: null, mayLearn: true })).toBe(false);
  });
});

describe('reading a course', () => {
  const none = { ownerId: null, mayLearn: false, staffRole: null };
  const mine = { ownerId: 'me', mayLearn: true, staffRole: null };
  const ended = { ownerId: 'me', mayLearn: false, staffRole: null };
  const taught = { ownerId: null, mayLearn: false, staffRole: 'grader' } as const;

  test.each([
    ['a visitor reads nothing', null, none, [false, false, false]],
    ['a student who is not in the course reads nothing', student, none, [false, false, false]],
    ['an instructor of another course reads nothing', instructor, none, [false, false, false]],
    ['a learner reads lessons and their standing, without a preview', student, mine, [false, true, true]],
    ['a learner whose time is over keeps their standing', student, ended, [false, false, true]],
    ['somebody else’s enrollment opens nothing', actor('student', 'x'), mine, [false, false, false]],
    ['any role in the course opens the preview', instructor, taught, [true, true, true]],
    ['an administrator previews every course', admin, none, [true, true, true]],
    ['staff of the site preview every course', staff, none, [true, true, true]],
    ['a visitor is never staff', null, taught, [false, false, false]],
  ])('%s', (_title, who, place, expected) => {
    expect([canSeeStudio(who, place), canReadLesson(who, place), canSeeStanding(who, place)]).toEqual(
      expected,
    );
  });
});

test('a course exists for visitors once an edition is published', () => {
  expect(isPublished(null, { published: true })).toBe(true);
  expect(isPublished(admin, { published: false })).toBe(false);
});

describe('reading a picture or another asset', () => {
  const unused = { onCover: false, inEdition: false, inCourse: false };
  const cover = { ...unused, onCover: true };
  const taught = { ...unused, inEdition: true, inCourse: true };
  const drafted = { ...unused, inCourse: true };
  const none = { ownerId: null, mayLearn: false, staffRole: null };
  const mine = { ownerId: 'me', mayLearn: true, staffRole: null };
  const ended = { ...mine, mayLearn: false };
  const grader = { ...none, staffRole: 'grader' } as const;

  test.each([
    ['a visitor sees covers', null, none, [true, false, false, false]],
    ['a student who is not in the course sees covers', student, none, [true, false, false, false]],
    ['an instructor of another course sees covers', instructor, none, [true, false, false, false]],
    ['a learner sees what their edition uses', student, mine, [true, true, false, false]],
    ['a learner whose time is over sees covers', student, ended, [true, false, false, false]],
    ['somebody else’s enrollment opens nothing', actor('student', 'x'), mine, [true, false, false, false]],
    ['any role in the course sees its draft too', instructor, grader, [true, true, true, false]],
    ['an administrator sees everything of a course', admin, none, [true, true, true, false]],
    ['a visitor is never staff', null, grader, [true, false, false, false]],
  ])('%s', (_title, who, place, expected) => {
    const seen = [cover, taught, drafted, unused].map((asset) => canReadAsset(who, { ...place, ...asset }));
    expect(seen).toEqual(expected);
  });
});

describe('writing a course', () => {
  test.each([
    ['owner', true, true],
    ['editor', true, false],
    ['grader', false, false],
    [null, false, false],
  ] as const)('as %s: edits %s, decides over its people %s', (staffRole, edits, owns) => {
    for (const person of [student, instructor]) {
      expect([canEditCourse(person, { staffRole }), canOwnCourse(person, { staffRole })]).toEqual([
        edits,
        owns,
      ]);
    }
  });

  test('staff of the site see the studio and write nothing in it', () => {
    expect([canEditCourse(staff, { staffRole: null }), canOwnCourse(staff, { staffRole: null })]).toEqual([
      false,
      false,
    ]);
  });

  test('an administrator may, a visitor may not, whatever stands in the row', () => {
    expect([canEditCourse(admin, { staffRole: null }), canOwnCourse(admin, { staffRole: null })]).toEqual([
      true,
      true,
    ]);
    expect([canEditCourse(null, { staffRole: 'owner' }), canOwnCourse(null, { staffRole: 'owner' })]).toEqual(
      [false, false],
    );
  });
});

describe('the people of a course', () => {
  const policies = [canReadRoster, canReadContacts, canManageRoster, canManageCohorts, canRemind];
  test.each([
    ['nobody', null, 'owner', [false, false, false, false, false]],
    ['a student', student, null, [false, false, false, false, false]],
    ['an instructor of another course', instructor, null, [false, false, false, false, false]],
    ['a grader sees names', instructor, 'grader', [true, false, false, false, false]],
    ['an editor sees addresses too', instructor, 'editor', [true, true, false, false, false]],
    ['an owner does all', instructor, 'owner', [true, true, true, true, true]],
    ['staff of the site do all, in every course', staff, null, [true, true, true, true, true]],
    ['an administrator does all, in every course', admin, null, [true, true, true, true, true]],
    ['the platform is nobody of the course', platform, null, [false, false, false, false, false]],
  ] as const)('%s', (_title, who, staffRole, expected) => {
    expect(policies.map((policy) => policy(who, { staffRole }))).toEqual(expected);
  });

  test('are reminded on the whole site by who may so on the site', () => {
    const may = Object.entries(everybody).filter(([, who]) => canRemind(who, {}));
    expect(may.map(([name]) => name)).toEqual(['staff', 'admin']);
  });
});

describe('the grades of a course', () => {
  test.each([
    ['nobody', null, 'owner', [false, false]],
    ['a student', student, null, [false, false]],
    ['an instructor of another course', instructor, null, [false, false]],
    ['a grader grades', instructor, 'grader', [true, true]],
    ['an editor sees grades and gives none', instructor, 'editor', [true, false]],
    ['an owner grades', instructor, 'owner', [true, true]],
    ['staff of the site grade in every course', staff, null, [true, true]],
    ['an administrator grades in every course', admin, null, [true, true]],
    ['the platform is nobody of the course', platform, null, [false, false]],
  ] as const)('%s', (_title, who, staffRole, expected) => {
    expect([canReadGrades, canGrade].map((policy) => policy(who, { staffRole }))).toEqual(expected);
  });
});

describe('seeing the pages of somebody else', () => {
  test.each([
    ['student', false, false, true],
    ['student', true, false, false],
    ['student', false, true, false],
    ['instructor', false, false, false],
    ['staff', false, false, false],
    ['admin', false, false, false],
  ] as const)('of a %s who teaches: %s, suspended: %s → %s', (role, teaches, suspended, allowed) => {
    expect(canViewAs(admin, { role, teaches, suspended })).toBe(allowed);
    for (const who of [null, student, instructor, staff, platform])
      expect(canViewAs(who, { role, teaches, suspended })).toBe(false);
  });

  test('what only they may see of themselves stays theirs', () => {
    expect(isThemselves(student, {})).toBe(true);
    expect(isThemselves({ ...student, viewedBy: { actor: admin, until: new Date() } }, {})).toBe(false);
    expect(isThemselves(null, {})).toBe(false);
  });
});
