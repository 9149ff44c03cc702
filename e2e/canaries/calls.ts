import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Planted } from './plant';
import type { Who } from './readers';

/** As a page, as the router fetches it, as a door for scripts and files, or as a form that is posted without a script. */
export type Form = 'page' | 'router' | 'door' | 'form';
export type Call = {
  /** The address with its variable parts, for what is true of all of them. */
  template: string;
  path: string;
  form: Form;
  init: RequestInit;
  only?: Who[];
};

const json = { accept: 'application/json', 'content-type': 'application/json' };
const nobody = [randomUUID()];

/** Variable parts that nothing is planted for: what is there is not found. */
const unplanted = ['batch', 'cohort', 'correction', 'document', 'import', 'list', 'roster'];

/** The files of a draft that an address is for; a file elsewhere is none. */
const filesFor = (files: Planted['found']['files'], template: string): string[] => {
  const [, wanted] =
    [
      ['/bank/', /^bank\//] as const,
      ['/lessons/', /(exam|before)\.md$/] as const,
      ['/modules/', /1-first\/module\.yaml$/] as const,
      ['/files/', /exam\.md$/] as const,
    ].find(([part]) => template.includes(part)) ?? [];
  return files.filter(({ path }) => wanted?.test(path) ?? true).map(({ id }) => id);
};

function lessonsFor(template: string): string[] {
  if (/\/labs?\b|save-lab/.test(template)) return ['lab'];
  if (template.includes('/quizzes/') || template.includes('/attempt')) return ['exam'];
  if (template.endsWith('/review')) return ['shared'];
  if (template.includes('work')) return ['essay', 'paper', 'shared'];
  if (template.startsWith('/api/learn/')) return ['before', 'exam'];
  if (template.includes('/preview/')) return ['before', 'exam'];
  return template.includes('/figures/')
    ? ['before']
    : ['before', 'exam', 'essay', 'paper', 'shared', 'log', 'lab', 'later'];
}

/** What stands for the variable parts of an address. A new part has to be said here. */
function partsOf({ found }: Planted, template: string): Record<string, string[]> {
  const people = template.startsWith('/admin/') ? found.learners.slice(1) : found.staff.slice(0, 1);
  return {
    course: [found.course],
    slug: [found.course],
    lesson: lessonsFor(template),
    block: template.includes('/labs/') ? ['task'] : ['q-text', 'q-written'],
    item: ['exam', 'essay'],
    attempt: template.includes('/labs/')
      ? found.labs
      : template.startsWith('/teach/')
        ? found.attempts.slice(1)
        : ['1', '2'],
    number: ['1'],
    card: [found.card],
    entry: [found.entry],
    file: template.includes('/work-files/') ? [found.file] : filesFor(found.files, template),
    enrollment: found.enrollments,
    submission: found.submissions,
    mark: [found.mark],
    person: people,
    id: template.includes('/mailbox/')
      ? [found.sentMail]
      : template.includes('/enrollments/')
        ? found.enrollments
        : template.startsWith('/admin/')
          ? people
          : nobody,
    edition: ['1'],
    other: ['draft'],
    version: ['draft', '1'],
    room: ['glossary', 'timeline', 'sources', 'directives'],
    hash: ['0'.repeat(64)],
    width: ['320'],
    ...Object.fromEntries(unplanted.map((part) => [part, nobody])),
  };
}

/** Questions that an address is asked with, where it is not with none. */
const asked = ({ mail }: Planted): Record<string, string[]> => ({
  '/admin/enrollments/act': ['?scope=all&do=pause'],
  // An address says nothing itself of what is looked for in the answer.
  '/admin/people': [`?search=${mail.split('@')[0]}`],
  '/api/learn/[course]/claim-log': ['', '?format=csv'],
  '/api/teach/[course]/bank/[file]': ['?format=gift', '?format=moodle', '?format=qti'],
  '/api/teach/[course]/export': ['', '?edition=1'],
  '/api/v1/people': [`?email=${encodeURIComponent(mail)}`],
  '/learn/[course]/library/[room]': ['', '?search=hash&kind=news&order=newest&instrument=law'],
  '/teach/[course]/care': ['?sign=ending&cohort=any'],
  '/teach/[course]/care/act': ['?who=all&do=remind'],
  '/teach/[course]/editions/compare': ['?from=1&to=draft'],
  '/teach/[course]/labs/[lesson]/[block]/[attempt]': ['', '?step=0'],
  '/teach/[course]/quizzes/[lesson]/questions/[block]': ['?edition=1'],
  '/teach/[course]/quizzes/[lesson]/questions/[block]/correct': ['?edition=1&do=leave-out'],
  '/teach/[course]/roster/act': ['?scope=all&do=pause'],
  '/teach/[course]/work': ['', '?state=graded'],
});

/** Who does not learn in the course: what learners post there is nothing for them. */
const notLearning: Who[] = ['otherOwner', 'paused', 'suspended', 'outsider', 'stranger', 'guest'];

type Sent = { body: object; only?: Who[] };

/** What doors that are posted to are sent beside an empty object; to the two that end a session, nothing is. */
const sent = ({ found }: Planted): Record<string, Sent[]> => {
  const quiz = { block: 'q-text', answer: ['x'], key: randomUUID() };
  const lesson = { block: 'q-check', answer: ['b'], key: randomUUID() };
  const answered = { attempt: 1, block: 'q-text' };
  return {
    '/api/learn/[course]/[lesson]/answer': [{ body: quiz }, { body: lesson, only: notLearning }],
    '/api/learn/[course]/[lesson]/hint': [
      { body: { block: 'q-text', hint: 1 } },
      { body: { block: 'q-check', hint: 1 }, only: notLearning },
    ],
    '/api/learn/[course]/[lesson]/attempt-hint': [{ body: { ...answered, hint: 1 } }],
    '/api/learn/[course]/[lesson]/save': [{ body: { ...answered, answer: ['x'], revision: 9 } }],
    '/api/learn/[course]/[lesson]/lab': [
      { body: { block: 'task', attempt: 1, key: randomUUID(), values: {} } },
    ],
    '/api/learn/[course]/[lesson]/save-lab': [
      { body: { block: 'task', attempt: 1, text: '{}', base: 0, writer: randomUUID() }, only: notLearning },
    ],
    '/api/teach/[course]/preview': found.files
      .filter(({ path }) => path.endsWith('exam.md'))
      .map(({ id }) => ({ body: { file: id, text: 'x' } })),
    '/api/teach/[course]/try': ['draft', '1'].flatMap((version) => [
      { body: { version, lesson: 'exam', block: 'q-text', answer: ['x'] } },
      { body: { version, lesson: 'before', block: 'q-check', answer: ['b'] } },
    ]),
  };
};
const ends = ['/api/sign-out', '/api/stop-viewing'];

/** The templates of all addresses of the build. */
const templates = (): string[] => {
  const routes = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<
    string,
    string
  >;
  return [...new Set(Object.values(routes))].filter(
    (path) => !path.startsWith('/_') && !ends.includes(path) && path !== '/floor',
  );
};

function fillIn(template: string, parts: Record<string, string[]>): string[] {
  let paths = [template];
  for (const [whole, part = ''] of template.matchAll(/\[(\w+)\]/g)) {
    const values = parts[part];
    if (!values) throw new Error(`${template}: nothing is known to stand for ${whole}`);
    paths = paths.flatMap((path) => values.map((value) => path.replace(whole, value)));
  }
  return paths;
}

/** As the router asks for the whole of a page: it says nothing of what it has, so the hash of that is empty. */
const router = (template: string, path: string): Call => ({
  template,
  path: `${path}${path.includes('?') ? '&' : '?'}_rsc=`,
  form: 'router',
  init: { headers: { rsc: '1' } },
});

/** Those who ask for another course: who runs it, learns there, looks after all, or only in the planted one. */
const elsewhere: Who[] = ['otherOwner', 'outsider', 'staff', 'admin', 'owner', 'learnerA'];

/** Addresses of another course, with its own parts and with those of the planted one, which are not there. */
function ofOther(planted: Planted, template: string, question = ''): Call[] {
  const { found } = planted;
  if (!template.includes('[course]') || /\/(sources|figures|cohorts|rosters|batches|import)\b/.test(template))
    return [];
  const files = filesFor([...found.files, ...found.otherFiles], template).slice(-3);
  const parts: Record<string, string[]> = {
    ...partsOf(planted, template),
    course: [found.other],
    file: files,
  };
  return fillIn(template, { ...parts, lesson: parts.lesson?.includes('exam') ? ['exam'] : ['essay'] }).map(
    (path) => ({
      ...(template.startsWith('/api/')
        ? { template, path: path + question, form: 'door' as const, init: {} }
        : router(template, path + question)),
      only: elsewhere,
    }),
  );
}

/** Everything to ask: each address of the build as a page, as what the router fetches, and as a door. */
export function callsOf(planted: Planted): Call[] {
  const bodies = sent(planted);
  const questions = asked(planted);
  const calls = templates().flatMap((template) => {
    const paths = fillIn(template, partsOf(planted, template)).flatMap((path) =>
      (questions[template] ?? ['']).map((question) => path + question),
    );
    const own = paths.flatMap((path): Call[] => {
      if (!template.startsWith('/api/'))
        return [{ template, path, form: 'page', init: {} }, router(template, path)];
      const posts = [{ body: {} }, ...(bodies[template] ?? [])] as Sent[];
      return [
        { template, path, form: 'door', init: {} },
        ...(path.includes('?') ? [] : posts).map(({ body, only }): Call => {
          const init = { method: 'POST', headers: json, body: JSON.stringify(body) };
          return { template, path, form: 'door', init, ...(only ? { only } : {}) };
        }),
      ];
    });
    return [...own, ...ofOther(planted, template, questions[template]?.[0])];
  });
  // The last look at a draft, with the form that hands it in.
  const handIn = `/learn/${planted.found.course}/essay?hand-in=1`;
  return [...calls, { template: '/learn/[course]/[lesson]', path: handIn, form: 'page', init: {} }];
}

/** A page has in it what the router fetches of it: of two who may the same, each asks in one form. */
const asks: Partial<Record<Who, Form>> = {
  admin: 'router',
  staff: 'page',
  owner: 'page',
  editor: 'router',
  grader: 'page',
  secondGrader: 'router',
  learnerA: 'page',
  learnerB: 'router',
  outsider: 'router',
  stranger: 'router',
  paused: 'router',
  otherOwner: 'page',
  suspended: 'router',
};
/** Where what they alone may read is, in both. */
const inBoth: Partial<Record<Who, string>> = {
  admin: '/admin',
  grader: '/teach/[course]/work',
  learnerA: '/learn',
  learnerB: '/learn',
  outsider: '/learn',
  paused: '/learn',
};

/** Whether somebody asks this. */
export function isFor(who: Who, { template, form, only }: Call): boolean {
  if (only) return only.includes(who);
  if (who.startsWith('key for ')) return template.startsWith('/api/v1/');
  const both = inBoth[who];
  if (form === 'door' || (both && template.startsWith(both))) return true;
  return (asks[who] ?? form) === form;
}
