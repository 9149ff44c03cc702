import * as z from 'zod';
import {
  type ChainHead,
  chainAfter,
  chainHashAt,
  chainHead,
  chainStart,
  unchained,
} from '@/db/queries/audit-chain';
import { isPlatform } from '@/rules/access';
import { breakWords, firstBreak, headWords } from '@/rules/audit/audit-chain';
import { noSubject, operation } from '@/server/operation';

/** How many entries are read at once. */
const page = 5_000;

/**
 * Walks the whole audit log from its first entry and works every hash out anew. With a head that was noted
 * outside, it also shows whether the log still reaches as far as it did.
 */
export const verifyAudit = operation({
  name: 'verify-audit',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    head: z.strictObject({ seq: z.int().positive(), hash: z.string() }).nullable(),
    page: z.int().min(1).max(page).default(page),
  }),
  subject: noSubject,
  allow: isPlatform,
  async run({ db, input }): Promise<{ entries: number; head: ChainHead | null; problems: string[] }> {
    const problems: string[] = [];
    let last = chainStart;
    for (;;) {
      const links = await chainAfter(db, last, input.page + 1);
      const broken = firstBreak(links, last.seq, input.page);
      if (broken) problems.push(breakWords(broken));
      const end = links.slice(0, input.page).at(-1);
      if (broken || !end) break;
      last = { seq: end.seq, hash: end.hash };
    }
    const loose = await unchained(db);
    if (loose > 0) problems.push(`Entries that were never chained: ${loose}.`);
    const head = await chainHead(db);
    if (input.head) {
      const lost = headWords(input.head, await chainHashAt(db, input.head.seq), head?.seq ?? 0);
      if (lost) problems.push(lost);
    }
    return { entries: last.seq, head, problems };
  },
});
