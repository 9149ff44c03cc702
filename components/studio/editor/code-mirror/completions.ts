import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { CourseNames } from '@/features/authoring/editor/get-draft-file';

type Offer = { after: RegExp; options: (names: CourseNames) => Completion[] };
const option = (label: string, detail: string): Completion => ({ label, detail: short(detail) });
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 58)} …` : text);

/** What is offered after what. The last group of each pattern is what was typed of it. */
const offers: Offer[] = [
  {
    after: /(?::cite\[|^:::claim\{.*\bsource=["'])([\w-]*)$/,
    options: ({ sources }) => sources.map(({ id, title }) => option(id, title)),
  },
  {
    after: /(?::term\[[^\]]*\]\{ref=["']?|:term\[)([\w-]*)$/,
    options: ({ terms }) => terms.map(({ id, term }) => option(id, term)),
  },
  {
    after: /(?:^::passage\{.*\bref=["']|^directives: \[(?:.*, ?)?)(\w*)$/,
    options: ({ passages }) => passages.map(({ id, title }) => option(id, title)),
  },
  {
    after: /^::figure\{.*\bname=["']([\w-]*)$/,
    options: ({ figures }) => figures.map(({ id, title }) => option(id, title)),
  },
  {
    after: /^:::lab\{.*\bname=["']([\w-]*)$/,
    options: ({ labs }) => labs.map(({ id, title }) => option(id, title)),
  },
  {
    after: /(?:\]\(|^:{2,}[a-z]+\{.*\b(?:src|file|captions|transcript|poster)=["'])([\w./-]*)$/,
    options: ({ assets, lessons }) => [
      ...assets.map(({ path, type }) => option(path, type)),
      ...lessons.map(({ id, title }) => option(id, title)),
    ],
  },
];

/** Offers the names of the course where one of them belongs. */
export const completionsOf =
  (names: () => CourseNames) =>
  (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    for (const { after, options } of offers) {
      const typed = after.exec(before)?.at(-1);
      if (typed !== undefined)
        return { from: context.pos - typed.length, options: options(names()), validFor: /^[\w./-]*$/ };
    }
    return null;
  };
