import * as z from 'zod';
import type { DirectiveNode } from '@/kinds/blocks/kind';
import { readQuestion } from '@/kinds/exchange/read-question';
import { canSeeStudio } from '@/rules/access';
import { setNameOf } from '@/rules/assessment/bank';
import { type Format, formats } from '@/rules/exchange/carries';
import { writeGift } from '@/rules/exchange/gift-write';
import { writeMoodle } from '@/rules/exchange/moodle-write';
import type { ExchangedQuestion } from '@/rules/exchange/question';
import { NotFound, operation } from '@/server/operation';
import { openSet } from '../compile/bank-set';
import { parseMarkdown } from '../compile/markdown';
import { fileInput, fileInStudio } from '../editor/file-in-studio';
import { readHead } from '../outline/head';
import { packQuestions } from './pack-questions';

type Write = (
  name: string,
  questions: ExchangedQuestion[],
  note: (at: number, words: string) => void,
) => string | Promise<Buffer>;

const writers: Record<Format, Write> = {
  gift: (_name, questions) => writeGift(questions),
  moodle: (_name, questions) => writeMoodle(questions),
  qti: packQuestions,
};

/** A set of the bank in the format of other systems, with what is lost of each question on the way. */
export const exportSet = operation({
  name: 'export-set',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...fileInput, format: z.enum(Object.keys(formats) as [Format, ...Format[]]) }),
  subject: fileInStudio,
  allow: canSeeStudio,
  async run({ input: { format }, subject: { file: draft } }) {
    const name = setNameOf(draft.path);
    if (name === null) throw new NotFound('no such set');
    const set = openSet(draft.path, draft.text, () => {});
    const nodes = set ? parseMarkdown(set.body).children : [];
    const carried = nodes.flatMap((node) =>
      node.type === 'containerDirective' && node.name === 'question'
        ? [readQuestion(node as DirectiveNode, set?.body ?? '', format)]
        : [],
    );
    const shared = set?.head.tags ?? [];
    const lines = carried.map((one) =>
      one.question
        ? { title: one.title, notes: [...one.notes], why: null }
        : { title: one.title, notes: [], why: one.why },
    );
    const good = lines.filter(({ why }) => why === null);
    const questions = carried.flatMap(({ question: one }) =>
      one ? [{ ...one, tags: [...new Set([...shared, ...one.tags])] }] : [],
    );
    // What a text loses is known once it is written.
    const file = await writers[format](name, questions, (at, words) => {
      const notes: string[] = good[at]?.notes ?? [];
      if (!notes.includes(words)) notes.push(words);
    });
    return {
      title: readHead(draft.path, draft.text).title ?? draft.path,
      /** False while the head of the file has a mistake. */
      readable: set !== null,
      name: `${name}${formats[format].ending}`,
      type: formats[format].type,
      file,
      count: questions.length,
      report: lines,
    };
  },
});
