import { prompt, readNav, readSummary } from '@/rules/authoring/foreign-course';
import { folderOf, idOf, isProjectPage, stemOf, takeId } from '@/rules/authoring/foreign-course-names';
import type { ImportNote } from '@/rules/authoring/foreign-course-report';
import { assetPath } from '@/rules/files/asset-names';
import { isHeavy } from '@/rules/files/text-weight';
import type { Medium } from '../received';
import { asYaml, courseHead, courseTitleOf, frontPage, siteSettings } from './course-head';
import { type Outline, outlineOf } from './outline';
import { type Page, type Piece, readPage } from './page';
import { hasOwnText, type PlannedModule, planByFolders, planByNav, titleOfPage } from './plan';
import { rewritePiece } from './rewrite';
import { type Place, Targets } from './targets';

export type Conversion = {
  texts: Map<string, string>;
  /** The path of each medium that is used, in the course, and where it came from. */
  used: Map<string, string>;
  notes: ImportNote[];
};

type Input = {
  name: string;
  texts: ReadonlyMap<string, string>;
  media: ReadonlyMap<string, Medium>;
  /** The day that stands as "last verified". */
  verified: string;
  /** What the course it is added to has already; without it, it becomes a course of its own. */
  into: {
    lessons: Iterable<string>;
    modules: Iterable<string>;
    count: number;
    assets: ReadonlyMap<string, string>;
  } | null;
};

/** Lets the others on this server go on: a large course takes seconds. */
const others = (): Promise<void> => new Promise((go) => setImmediate(go));

type Lesson = { id: string; title: string; page: Page; piece: Piece; outline: Outline };
type Module = { id: string; planned: PlannedModule; lessons: Lesson[] };

/**
 * Makes a course in our form of Markdown that was written for other systems. Pure: the same files give the
 * same course. Everything that was changed or left out is said, with its file and line.
 */
export async function convertCourse({ name, texts, media, verified, into }: Input): Promise<Conversion> {
  const notes: ImportNote[] = [];
  const note = (entry: ImportNote) => notes.push(entry);
  const pages = await readPages(texts, note);
  const site = siteSettings(texts);
  const front = frontPage(pages, site.docs);
  const title = courseTitleOf(site, front, name);
  const planned = plan(pages, texts, site, title, note);

  const taken = new Set(into?.lessons);
  const takenModules = new Set(into?.modules);
  const places = new Map<string, Place>();
  const modules = planned.flatMap((module): Module[] => {
    const lessons = module.pages.flatMap((entry) => lessonsOf(entry, taken, places));
    if (lessons.length === 0) return [];
    return [{ id: takeId([module.title, 'module'], takenModules), planned: module, lessons }];
  });
  for (const page of pages) {
    if (places.has(page.path)) continue;
    note({ kind: 'kept', file: page.path, line: 1, message: 'its title and its first words' });
  }

  const used = new Map<string, string>();
  const made = new Map<string, string>();
  const use = (path: string): string => {
    const medium = media.get(path);
    if (!medium) return path;
    const hashAt = (at: string) => into?.assets.get(at) ?? media.get(used.get(at) ?? '')?.hash;
    const at = assetPath(path, medium, hashAt);
    used.set(at, path);
    return at;
  };
  if (!into) made.set('course.yaml', courseHead({ title, site, front, texts: texts.values(), verified }));
  const targets = new Targets(pages, new Set(media.keys()), places);
  for (const [index, module] of modules.entries()) {
    const folder = `modules/${(into?.count ?? 0) + index + 1}-${module.id}`;
    const { title, summary } = module.planned;
    const words = summary ?? prompt('one sentence for the syllabus');
    made.set(`${folder}/module.yaml`, asYaml({ id: module.id, title, summary: words }));
    for (const [at, lesson] of module.lessons.entries()) {
      await others();
      const path = `${folder}/${at + 1}-${lesson.id}.md`;
      const text = lessonText(lesson, { targets, media, use, verified, note });
      made.set(path, text);
      note({ kind: 'kept', file: lesson.page.path, line: 1, message: `became ${path}` });
    }
  }
  const unused = [...media.keys()].filter((path) => ![...used.values()].includes(path));
  for (const file of unused) note({ kind: 'dropped', file, line: 1, message: 'no page uses it' });
  return { texts: made, used, notes };
}

async function readPages(
  texts: ReadonlyMap<string, string>,
  note: (note: ImportNote) => void,
): Promise<Page[]> {
  const pages: Page[] = [];
  for (const [path, text] of texts) {
    const drop = (message: string) => note({ kind: 'dropped', file: path, line: 1, message });
    if (/(^|\/)(mkdocs\.ya?ml|_config\.ya?ml)$/.test(path)) continue;
    if (!/\.(md|markdown)$/i.test(path)) drop('it is no Markdown, and a course has no place for it');
    else if (isProjectPage(path)) drop('it is about the project, not a part of the course');
    else if (/(^|\/)(summary|_sidebar|_navbar|_coverpage)$/i.test(path.replace(/\.\w+$/, '')))
      note({ kind: 'kept', file: path, line: 1, message: 'the order of its entries' });
    else if (isHeavy(text)) drop('it is too long or too nested to be converted: split it into several files');
    else {
      await others();
      try {
        pages.push(readPage(path, text, note));
      } catch {
        drop('it cannot be read as Markdown');
      }
    }
  }
  return pages;
}

function plan(
  pages: readonly Page[],
  texts: ReadonlyMap<string, string>,
  site: ReturnType<typeof siteSettings>,
  title: string,
  note: (note: ImportNote) => void,
): PlannedModule[] {
  const summary = [...texts].find(([path]) => /(^|\/)(summary|_sidebar)\.md$/i.test(path));
  const nav = summary ? readSummary(summary[1], folderOf(summary[0])) : readNav(site.nav, site.docs);
  const named = planByNav(pages, nav, title);
  if (site.file) {
    const message =
      named.length > 0 && !summary ? 'the title and the order of the pages' : 'the title and the description';
    note({ kind: 'kept', file: site.file, line: 1, message });
  }
  return named.length > 0 ? named : planByFolders(pages, title);
}

/** The lessons of a page, with ids that nobody has; a page without any text gives none. */
function lessonsOf(
  { page, title }: PlannedModule['pages'][number],
  taken: Set<string>,
  places: Map<string, Place>,
): Lesson[] {
  const place: Place = { lessons: [], anchors: new Map() };
  const counts = new Map<string, number>();
  const several = page.pieces.length > 1;
  const lessons = page.pieces.flatMap((piece): Lesson[] => {
    if (
      !page.front.ours &&
      !several &&
      piece.nodes.every(({ type }) => type === 'heading') &&
      !hasOwnText(page)
    )
      return [];
    const named = several ? (piece.title ?? title ?? titleOfPage(page)) : (title ?? titleOfPage(page));
    const id = takeId([page.front.ours ? ownId(page) : named, idOf(stemOf(page.path)), 'lesson'], taken);
    const outline = outlineOf(piece, counts);
    place.lessons.push(id);
    for (const [anchor, block] of outline.anchors) {
      if (!place.anchors.has(anchor)) place.anchors.set(anchor, { lesson: id, block });
    }
    return [{ id, title: named, page, piece, outline }];
  });
  if (lessons.length > 0) places.set(page.path, place);
  return lessons;
}

const idLine = /^(id:[ \t]*)["']?([a-z0-9-]+)["']?([ \t]*(?:#.*)?)$/m;
const ownId = (page: Page): string => idLine.exec(page.original)?.[2] ?? titleOfPage(page);

function lessonText(
  { id, title, page, piece, outline }: Lesson,
  context: Pick<Parameters<typeof rewritePiece>[2], 'targets' | 'media' | 'use' | 'note'> & {
    verified: string;
  },
): string {
  // A lesson in our own form stays as it is; only an id that is taken gives way.
  if (page.front.ours) return page.original.replace(idLine, (_all, key, _id, rest) => `${key}${id}${rest}`);
  const { verified, ...rest } = context;
  const body = rewritePiece(page, piece, { ...rest, lesson: id, ids: outline.ids });
  const head = {
    id,
    title,
    summary: (page.pieces.length === 1 && page.front.summary) || prompt('one sentence for the syllabus'),
    objectives: [prompt('what learners can do after this lesson')],
    verified,
  };
  return `---\n${asYaml(head)}---\n\n${body || prompt('the text of this lesson')}\n`;
}
