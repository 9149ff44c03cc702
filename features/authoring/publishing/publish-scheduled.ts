import * as z from 'zod';
import { takePublishingTurn } from '@/db/queries/editions';
import { enqueueMail } from '@/db/queries/outbox';
import { lockPublication, setPublicationDone } from '@/db/queries/publications';
import { canEditCourse, isPlatform } from '@/rules/access';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { formatDeadline } from '@/rules/time/deadline';
import { operation } from '@/server/operation';
import { formatProblem } from '../compile/problem';
import type { Published } from '../store-edition';
import type { Moved } from './carry-out-moves';
import { compileFor } from './compiled-draft';
import { failPublication } from './fail-publication';
import { publishedMail } from './mails';
import { publishCompiled } from './publish-compiled';
import { scheduledFiles } from './scheduled-files';

type Output = ({ ok: true } & Published & Moved) | { ok: false; why: string };

const noLongerTheirs = 'You may no longer edit this course.';

/**
 * Carries out a publication whose time has come: the files that were reviewed then, in one transaction.
 * What cannot be put right by trying again (a mistake in the files, somebody who may no longer edit the
 * course) ends it; whoever scheduled it gets a mail either way.
 */
export const publishScheduled = operation({
  name: 'publish-scheduled',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ publication: z.uuid(), address: z.url({ protocol: /^https?$/ }) }),
  subject: (db, { publication }) => lockPublication(db, publication),
  allow: isPlatform,
  async run({ db, input: { address }, subject: publication }): Promise<Output> {
    const { course, by, note, moves } = publication;
    const person = { ...by, sessionId: '', name: '', emailConfirmed: true };
    if (by.suspended || !canEditCourse(person, by))
      return failPublication(db, publication, address, noLongerTheirs);
    const files = await scheduledFiles(db, publication);
    const { compiled, problems } = await compileFor(db, course.slug, files);
    if (!compiled) {
      const list = problems.filter(stopsPublishing).slice(0, 20).map(formatProblem);
      return failPublication(db, publication, address, ['It has mistakes.', ...list].join('\n'));
    }
    if (!(await takePublishingTurn(db, course.slug)))
      throw new Error('Somebody else was publishing the course.');
    const published = await publishCompiled(db, {
      course,
      compiled,
      files,
      publishedBy: by.userId,
      note,
      moves,
    });
    await setPublicationDone(db, publication.id, published.editionId);
    const due = formatDeadline(publication.dueAt, publication.dueZone);
    const text = publishedMail(address, { slug: course.slug, due }, published);
    await enqueueMail(db, { recipient: by.email, ...text });
    return { ok: true, ...published };
  },
  audit: ({ input, subject, output }) => {
    const of = { publication: input.publication };
    const detail = output.ok
      ? { ...of, edition: output.number, outcome: output.outcome, moved: output.moved }
      : { ...of, outcome: 'failed', why: output.why };
    return { object: `course:${subject.course.slug}`, detail, actorId: subject.by.userId };
  },
});
