import * as z from 'zod';
import { editionById } from '@/db/queries/editions';
import { takeDueNotices } from '@/db/queries/grade-notices';
import { enqueueMails } from '@/db/queries/outbox';
import { isPlatform } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { noSubject, operation } from '@/server/operation';
import { correctedMail } from './grade-mail';

/**
 * Tells learners of grades that people corrected, once each: what it was when they knew it last, and what it is now.
 * Where it has become that again, or is not shown any more, they are told nothing.
 * @returns how many notices were dealt with
 */
export const tellGrades = operation({
  name: 'tell-grades',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ most: z.int().min(1).max(1_000), address: z.url({ protocol: /^https?$/ }) }),
  subject: noSubject,
  allow: isPlatform,
  async run({ db, input: { most, address } }): Promise<{ notices: number; told: number }> {
    const due = await takeDueNotices(db, most);
    const mails = [];
    for (const { itemId, known, share, editionId, course, email, mayTell } of due) {
      const edition = editionId === null ? null : await editionById(db, editionId);
      if (!mayTell || share === null || share === known || !edition) continue;
      const { manifest } = edition;
      const mail = correctedMail({
        course: manifest.title,
        title: lessonsOf(manifest).find(({ id }) => id === itemId)?.title ?? itemId,
        link: new URL(`/learn/${course}/${itemId}`, address).href,
        before: known,
        after: share,
      });
      mails.push({ recipient: email, ...mail });
    }
    await enqueueMails(db, mails);
    return { notices: due.length, told: mails.length };
  },
  audit: 'in-ledger',
});
