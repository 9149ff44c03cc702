import type * as z from 'zod';
import type { ApiScope } from '@/rules/accounts/api-scopes';
import type { AnyOperation } from '@/server/operation';
import { actOnEnrollment } from './act-on-enrollment';
import { enrollPerson } from './enroll-person';
import { readBatch } from './read-batch';
import { readCohorts } from './read-cohorts';
import { readCourses } from './read-courses';
import { readEnrollments } from './read-enrollments';
import { readPeople } from './read-people';
import * as schemas from './schemas';
import { submitBatch } from './submit-batch';

/** One door of the API: what is asked at which address, with which scope, and what is answered. */
export type ApiRoute = {
  method: 'GET' | 'POST';
  /** Below `/api/v1`. */
  path: string;
  summary: string;
  about: string;
  scope: ApiScope;
  operation: AnyOperation;
  /** What stands in the path, the query and the body. */
  inPath: z.ZodRawShape;
  inQuery?: z.ZodRawShape;
  inBody?: z.ZodRawShape;
  answer: z.ZodType;
  status: 200 | 201 | 202;
  /** A body as somebody would send it. */
  example?: Record<string, unknown>;
};

/** Every door of the API. The routes below `app/api/v1`, the document and the page about it come from here. */
export const contract = {
  courses: {
    method: 'GET',
    path: '/courses',
    summary: 'Courses',
    about: 'Every course by its address, drafts and archived ones included.',
    scope: 'courses:read',
    operation: readCourses,
    inPath: {},
    inQuery: schemas.courseQuery,
    answer: schemas.courseList,
    status: 200,
  },
  cohorts: {
    method: 'GET',
    path: '/courses/{slug}/cohorts',
    summary: 'Cohorts of a course',
    about: 'Its runs, with their dates and seats.',
    scope: 'courses:read',
    operation: readCohorts,
    inPath: schemas.slugPath,
    answer: schemas.cohortList,
    status: 200,
  },
  enrollments: {
    method: 'GET',
    path: '/courses/{slug}/enrollments',
    summary: 'Who is in a course',
    about:
      'Filtered by state, cohort, address or external id. The order never changes, so pages can be followed while people come and go.',
    scope: 'enrollments:read',
    operation: readEnrollments,
    inPath: schemas.slugPath,
    inQuery: schemas.enrollmentQuery,
    answer: schemas.enrollmentList,
    status: 200,
  },
  people: {
    method: 'GET',
    path: '/people',
    summary: 'People',
    about:
      'Everybody with an account, found by a part of the name or address, by the address, or by external id.',
    scope: 'people:read',
    operation: readPeople,
    inPath: {},
    inQuery: schemas.peopleQuery,
    answer: schemas.personList,
    status: 200,
  },
  enroll: {
    method: 'POST',
    path: '/courses/{slug}/enrollments',
    summary: 'Enroll or invite one person',
    about:
      'By e-mail address or external id. Who has no account is given one to claim, and a mail says so. Where no seat is free the person waits, if the course has a waitlist: see `to`.',
    scope: 'enrollments:write',
    operation: enrollPerson,
    inPath: schemas.slugPath,
    inBody: schemas.enrollBody,
    answer: schemas.moved,
    status: 201,
    example: { email: 'lin@school.example', name: 'Lin Mei', externalId: 'S-1041', action: 'enroll' },
  },
  act: {
    method: 'POST',
    path: '/courses/{slug}/enrollments/{id}/actions',
    summary: 'Move one enrollment',
    about:
      'By an action of the same table as in the studio. What the state does not allow is answered with 409 and why.',
    scope: 'enrollments:write',
    operation: actOnEnrollment,
    inPath: { ...schemas.slugPath, ...schemas.idPath },
    inBody: schemas.actionBody,
    answer: schemas.moved,
    status: 200,
    example: { action: 'pause', reason: 'On leave until March' },
  },
  submit: {
    method: 'POST',
    path: '/courses/{slug}/batches',
    summary: 'Move up to 1,000 people',
    about:
      'As one batch, which a job carries out: ask at the address in `Location` how far it is. It can be undone as one in the studio.',
    scope: 'enrollments:write',
    operation: submitBatch,
    inPath: schemas.slugPath,
    inBody: schemas.batchBody,
    answer: schemas.batchMade,
    status: 202,
    example: {
      title: 'Autumn intake',
      people: [
        { email: 'lin@school.example', name: 'Lin Mei', externalId: 'S-1041' },
        { email: 'kai@school.example', name: 'Kai Ode', action: 'invite' },
      ],
    },
  },
  batch: {
    method: 'GET',
    path: '/batches/{id}',
    summary: 'How far a batch is',
    about:
      'Its state, how many ended how, and what came of each person, in the order in which they were sent.',
    scope: 'enrollments:read',
    operation: readBatch,
    inPath: schemas.idPath,
    inQuery: schemas.batchQuery,
    answer: schemas.batchStatus,
    status: 200,
  },
} as const satisfies Record<string, ApiRoute>;
