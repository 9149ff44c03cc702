import * as z from 'zod';
import type { DirectiveNode } from '@/kinds/blocks/kind';
import { readQuestion } from '@/kinds/exchange/read-question';
import { canSeeStudio } from '@/rules/access';
import { setNameOf } from '@/rules/assessment/bank';
import { type Format, formats } from '@/rules/exchange/carries';
import { writeGift } from '@/rules/exchange/gift-write';
import { writeMoodle } from '@/rules/exchange/moodle-write';
import { NotFound, operation } from '@/server/operation';
import { openSet } from '../compile/bank-set';
import { parseMarkdown } from '../compile/markdown';
import { fileInput, fileInStudio } from '../editor/file-in-studio';
import { readHead } from '../outline/head';

const writers = { gift: writeGift, moodle: writeMoodle } satisfies Record<Format, unknown>;

/** A set of the bank in the format of other systems, with what is lost of each question on the way. */
export const exportSet = operation({
  name: 'export-set',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...fileInput, format: z.enum(Object.keys(formats) as [Format, ...Format[]]) }),
  subject: fileInStudio,
  allow: canSeeStudio,
  async run({ input: { format }, subject: { file } }) {
    const name = setNameOf(file.path);
    if (name === null) throw new NotFound('no such set');
    const set = openSet(file.path, file.text, () => {});
    const nodes = set ? parseMarkdown(set.body).children : [];
    const carried = nodes.flatMap((node) =>
      node.type === 'containerDirective' && node.name === 'question'
        ? [readQuestion(node as DirectiveNode, set?.body ?? '', format)]
        : [],
    );
    const questions = carried.flatMap(({ question }) => question ?? []);
    const shared = set?.head.tags ?? [];
    return {
      title: readHead(file.path, file.text).title ?? file.path,
      /** False while the head of the file has a mistake. */
      readable: set !== null,
      name: `${name}${formats[format].ending}`,
      type: formats[format].type,
      text: writers[format](
        questions.map((one) => ({ ...one, tags: [...new Set([...shared, ...one.tags])] })),
      ),
      count: questions.length,
      report: carried.map((one) =>
        one.question
          ? { title: one.title, notes: one.notes, why: null }
          : { title: one.title, notes: [], why: one.why },
      ),
    };
  },
});
