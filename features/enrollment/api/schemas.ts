import * as z from 'zod';
import { courseSlugForm } from '@/rules/authoring/course-slug';
import { batchStates } from '@/rules/enrollment/enrollment-batch';
import { enrollmentStates, type TableAction, transitions } from '@/rules/enrollment/enrollment-states';
import { emailInput, nameInput, reasonInput, zoneInput } from '../input';

/** What people of a course's staff can do: the rows of the one table of transitions that are theirs. */
const staffActions = (Object.keys(transitions) as TableAction[]).filter(
  (action) => transitions[action].from.staff !== undefined,
);

const instant = z.iso.datetime({ offset: true }).meta({ description: 'ISO 8601, in UTC' });
const cursor = z.uuid().meta({ description: 'What `next` of the page before was.' });
const externalId = z
  .string()
  .trim()
  .min(1)
  .max(200, 'At most 200 characters.')
  .meta({ description: "What the school's own system calls the person." });

export const slugPath = { slug: z.string().max(200).regex(courseSlugForm) };
export const idPath = { id: z.uuid() };

const limit = z.coerce.number().int().min(1).max(200).default(100);
export const courseQuery = {
  cursor: z.string().max(200).regex(courseSlugForm).optional(),
  limit,
};
export const peopleQuery = {
  search: z.string().trim().min(1).max(200).optional(),
  email: emailInput.optional(),
  externalId: externalId.optional(),
  cursor: cursor.optional(),
  limit,
};
export const enrollmentQuery = {
  state: z.enum(enrollmentStates).optional(),
  cohort: z.uuid().optional(),
  email: emailInput.optional(),
  externalId: externalId.optional(),
  cursor: cursor.optional(),
  limit,
};
export const batchQuery = {
  cursor: z.coerce.number().int().min(0).max(10_000_000).default(0),
};

const move = {
  /** Null takes the person out of their cohort; without it they stay where they are. */
  cohort: z.uuid().nullable().optional(),
  ends: z
    .strictObject({ at: instant, zone: zoneInput.default('UTC') })
    .nullable()
    .optional()
    .meta({ description: 'A deadline of their own; null takes it away.' }),
  reason: reasonInput.default(''),
};

const waysIn = z.enum(['enroll', 'invite']).default('enroll');

/** One person, by an address or the id of the school's system. Who has no account is given one to claim. */
export const enrollBody = {
  email: emailInput.optional(),
  externalId: externalId.optional(),
  name: nameInput.optional(),
  action: waysIn,
  ...move,
};
export const actionBody = { action: z.enum(staffActions), ...move };

const mostPeople = 1_000;
const batchPerson = z.strictObject({
  email: emailInput,
  name: nameInput.optional(),
  externalId: externalId.optional(),
  action: z.enum(staffActions).default('enroll'),
  ...move,
});
export const batchBody = {
  title: z.string().trim().max(200).default(''),
  people: z
    .array(batchPerson)
    .min(1, 'Name at least one person.')
    .max(mostPeople, `At most ${mostPeople.toLocaleString('en')} people; send the others as a second batch.`),
};
export type BatchPersonBody = z.output<typeof batchPerson>;
export type MoveBody = z.output<z.ZodObject<typeof move>>;

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'The `cursor` of the next page; null on the last.' }),
  });

export const courseList = listOf(
  z.strictObject({
    slug: z.string(),
    title: z.string(),
    published: z.boolean(),
    archived: z.boolean(),
    zone: z.string(),
  }),
);
export const cohortList = listOf(
  z.strictObject({
    id: z.uuid(),
    name: z.string(),
    archived: z.boolean(),
    startsAt: instant.nullable(),
    endsAt: instant.nullable(),
    zone: z.string(),
    seats: z.int().nullable(),
    seatsTaken: z.int(),
  }),
);
export const personList = listOf(
  z.strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    externalId: z.string().nullable(),
    claimed: z.boolean(),
    suspended: z.boolean(),
  }),
);
const enrollment = z.strictObject({
  id: z.uuid(),
  person: z.strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    externalId: z.string().nullable(),
  }),
  state: z.enum(enrollmentStates).meta({ description: 'The state that counts now.' }),
  cohort: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  validFrom: instant.nullable(),
  validUntil: instant.nullable(),
  createdAt: instant,
  lastActiveAt: instant.nullable(),
  completedAt: instant.nullable(),
});
export const enrollmentList = listOf(enrollment);

const stateOrNone = z.enum([...enrollmentStates, 'none']);
export const moved = z.strictObject({ from: stateOrNone, to: stateOrNone, enrollment });
export const batchMade = z.strictObject({ id: z.uuid(), address: z.string(), total: z.int() });
export const batchStatus = z.strictObject({
  id: z.uuid(),
  course: z.string().nullable(),
  title: z.string(),
  state: z.enum(batchStates),
  total: z.int(),
  done: z.int(),
  outcomes: z.record(z.string(), z.int()),
  error: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  items: z.array(
    z.strictObject({
      position: z.int(),
      email: z.string().nullable(),
      done: z.boolean(),
      enrollment: z.uuid().nullable(),
      from: stateOrNone.nullable(),
      to: stateOrNone.nullable(),
      refusal: z.string().nullable(),
      explanation: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});
