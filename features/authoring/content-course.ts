import { type CourseFiles, modulesIn } from '@/rules/authoring/course-files';
import { readContentText } from '@/rules/content/content-text';
import type { ContentCourse } from '@/rules/content/course';
import type { CompiledCourse } from './compile/course';
import { readLibrary } from './compile/library';

/** A course that compiles, with its texts, as the rules on content ask for it. */
export async function contentCourse(files: CourseFiles, course: CompiledCourse): Promise<ContentCourse> {
  const { texts } = files;
  const { library } = await readLibrary(files, () => {});
  // Lessons are compiled in the order of their files.
  const paths = modulesIn(texts.keys()).flatMap(({ lessons }) => lessons);
  const text = (path: string) => readContentText(path, texts.get(path) ?? '');
  const places = placesOfIds(texts);
  const placed = <Entry extends { id: string }>(entries: ReadonlyMap<string, Entry>, below: RegExp) =>
    [...entries.values()].map((entry) => ({ ...entry, ...placeIn(places, entry.id, below) }));
  return {
    verified: {
      day: course.manifest.verified,
      file: 'course.yaml',
      line: lineOf(texts.get('course.yaml') ?? ''),
    },
    lessons: course.lessons.map(({ content }, index) => ({ ...text(paths[index] ?? ''), content })),
    bank: [...texts.keys()]
      .filter((path) => path.startsWith('bank/'))
      .sort()
      .map(text),
    glossary: placed(library.glossary, /^glossary\//),
    sources: placed(library.sources, /^(sources|documents)\//),
    passages: placed(library.passages, /^(passages|documents)/),
  };
}

type Place = { file: string; line: number };

const lineOf = (head: string) => head.split('\n').findIndex((line) => line.startsWith('verified:')) + 1;

/** Where ids stand in the YAML of a course. */
function placesOfIds(texts: ReadonlyMap<string, string>): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const [file, text] of texts) {
    if (!file.endsWith('.yaml')) continue;
    for (const [index, line] of text.split('\n').entries()) {
      const id = /^\s*(?:- )?id: *["']?([A-Za-z0-9-]+)/.exec(line)?.[1];
      if (id) places.set(id, [...(places.get(id) ?? []), { file, line: index + 1 }]);
    }
  }
  return places;
}

const placeIn = (places: Map<string, Place[]>, id: string, below: RegExp): Place =>
  places.get(id)?.find(({ file }) => below.test(file)) ?? { file: 'course.yaml', line: 1 };
