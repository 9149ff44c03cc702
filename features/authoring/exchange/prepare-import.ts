import { type CourseFiles, type FileProblem, stopsPublishing } from '@/rules/authoring/course-files';
import { isOurCourse } from '@/rules/authoring/course-paths';
import { boundedReport, type ImportNote, wayNote } from '@/rules/authoring/foreign-course-report';
import { isCompilable } from '@/rules/files/text-weight';
import type { AssetStore } from '@/server/storage';
import { compileCourse } from '../compile/course';
import { type Conversion, convertCourse } from './convert/convert-course';
import { keepMedia } from './keep-media';
import { slugIn } from './own-slug';
import type { Prepared } from './prepared';
import type { Received } from './received';
import { resultOfImport } from './result-of-import';
import { whatIsThere } from './what-is-there';

/**
 * Reads an upload as a course: one in our own form as it is, anything else converted. The media it uses
 * are stored; the course it is for, if any, is only compared with.
 */
export async function prepareImport(
  received: Received,
  {
    store,
    verified,
    into,
  }: { store: AssetStore; verified: string; into: { slug: string; draft: CourseFiles } | null },
): Promise<Prepared> {
  const { name, texts, media } = received;
  const ours = isOurCourse(texts.keys());
  const there = into && whatIsThere(into.draft);
  const read = ours
    ? await asItIs(received, verified, into !== null)
    : await convertCourse({ name, texts, media, verified, into: there });
  const { assets, notes } = await keepMedia(store, { used: read.used, media });
  const way = wayNote(!ours && into ? 'addition' : 'whole');
  const files = { texts: read.texts, assets };
  const result = into ? resultOfImport(into.draft, { ...files, report: [way] }, into.slug) : files;
  const found = [
    ...received.notes,
    ...clutterNote(received.clutter),
    ...read.notes,
    ...notes,
    ...slugNote(read.texts, into),
  ];
  const problems = (await problemsIn(result)).filter(
    ({ file }) => way.message !== 'addition' || file === '' || files.texts.has(file),
  );
  return { name, ...files, report: [way, ...boundedReport([...found, ...problems])] };
}

/** A course in our own form: every text as it is, and the media below `assets/`. */
async function asItIs(
  { name, texts, media }: Received,
  verified: string,
  hasHead: boolean,
): Promise<Conversion> {
  const notes: ImportNote[] = [];
  const used = new Map<string, string>();
  for (const path of media.keys()) {
    if (path.startsWith('assets/')) used.set(path, path);
    else
      notes.push({
        kind: 'dropped',
        file: path,
        line: 1,
        message: 'the media of a course stand below assets/',
      });
  }
  for (const [file, text] of texts) {
    if (!text.startsWith('\uFEFF')) continue;
    const message = 'begins with a byte order mark, which hides the front matter: save it without one';
    notes.push({ kind: 'problem', file, line: 1, message, advice: true });
  }
  if (hasHead || texts.has('course.yaml')) return { texts: new Map(texts), used, notes };
  const made = await convertCourse({ name, texts: new Map(), media: new Map(), verified, into: null });
  notes.push({
    kind: 'changed',
    file: 'course.yaml',
    line: 1,
    message: 'there was none: it is made with prompts',
  });
  return { texts: new Map([...texts, ...made.texts]), used, notes };
}

function clutterNote(count: number): ImportNote[] {
  if (count === 0) return [];
  const message =
    count === 1 ? 'one hidden file or leaving of a system' : `${count} hidden files and leavings of systems`;
  return [{ kind: 'dropped', file: '.', line: 1, message }];
}

function slugNote(texts: ReadonlyMap<string, string>, into: { slug: string } | null): ImportNote[] {
  const slug = slugIn(texts.get('course.yaml') ?? '');
  if (!into || slug === null || slug === into.slug) return [];
  const message = `the address "${slug}" gives way to that of this course, "${into.slug}"`;
  return [{ kind: 'changed', file: 'course.yaml', line: 1, message }];
}

/** What the compiler says of the draft that would come of it. Whatever it cannot read, it says. */
async function problemsIn(files: CourseFiles): Promise<ImportNote[]> {
  if (!isCompilable(files.texts)) {
    const message =
      'this is too much to be checked here: the editor checks every lesson that is opened in it';
    return [{ kind: 'problem', file: '', line: 1, message, advice: true }];
  }
  const asNote = (problem: FileProblem): ImportNote => ({ ...problem, kind: 'problem' });
  try {
    const { problems } = await compileCourse(files);
    return problems.sort((a, b) => Number(!stopsPublishing(a)) - Number(!stopsPublishing(b))).map(asNote);
  } catch {
    const message = 'the compiler cannot read this course: a file in it is not what its name says';
    return [{ kind: 'problem', file: 'course.yaml', line: 1, message }];
  }
}
