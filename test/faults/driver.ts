import { randomUUID } from 'node:crypto';
import type { LessonOutline } from '@/rules/editions/edition';
import type { Student } from '../students';
import { sleep } from './site';

export type Deed = { student: Student; lesson: LessonOutline } & (
  | { what: 'complete' }
  | { what: 'views'; blocks: string[] }
  | { what: 'answer'; block: string; key: string; answer: string[] }
);

/** What became of a deed. Without a status there was no answer at all, so nobody knows whether it was done. */
export type Entry = { deed: Deed; status: number | null; ms: number; done: string[] | null };

/** Answers that a student might give to a question: the right one, and one that may be wrong. */
export type Answers = (lessonId: string, blockId: string) => string[][];

const pick = <Value>(values: readonly Value[]): Value => {
  const value = values[Math.floor(Math.random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
};

/** Something a student might do in a lesson: read some of it, answer a question, call it complete. */
function anyDeed(student: Student, lesson: LessonOutline, answers: Answers): Deed {
  const questions = lesson.blocks.filter(({ completesBy, lab }) => completesBy !== 'viewed' && !lab);
  const kind = Math.random();
  if (kind < 0.35) return { student, lesson, what: 'complete' };
  if (kind < 0.65 && questions.length > 0) {
    const block = pick(questions).id;
    const answer = pick(answers(lesson.id, block));
    return { student, lesson, what: 'answer', block, key: randomUUID(), answer };
  }
  const blocks = Array.from({ length: 3 }, () => pick(lesson.blocks).id);
  return { student, lesson, what: 'views', blocks };
}

function bodyOf(deed: Deed): unknown {
  if (deed.what === 'views') return { blocks: deed.blocks };
  if (deed.what === 'answer') return { block: deed.block, key: deed.key, answer: deed.answer };
  return {};
}

/** Sends a deed by its real door and notes what came back. */
export async function send(origin: string, course: string, deed: Deed): Promise<Entry> {
  const start = performance.now();
  const note = (status: number | null, done: string[] | null): Entry => ({
    deed,
    status,
    done,
    ms: performance.now() - start,
  });
  try {
    const response = await fetch(`${origin}/api/learn/${course}/${deed.lesson.id}/${deed.what}`, {
      method: 'POST',
      headers: {
        origin,
        'content-type': 'application/json',
        accept: 'application/json',
        cookie: deed.student.cookie,
      },
      body: JSON.stringify(bodyOf(deed)),
    });
    const body = await response.json();
    const progress = deed.what === 'answer' ? body.progress : body;
    return note(response.status, response.status === 200 ? progress.done : null);
  } catch {
    return note(null, null);
  }
}

type Drive = {
  origin: string;
  course: string;
  students: Student[];
  lessons: LessonOutline[];
  answers: Answers;
};

/** Has every student work at random, each sending again what got no good answer, until it is stopped. */
export function drive({ origin, course, students, lessons, answers }: Drive) {
  const ledger: Entry[] = [];
  let stopped = false;
  const study = async (student: Student) => {
    let again: Deed | null = null;
    while (!stopped) {
      await sleep(200 + Math.random() * 1_800);
      const deed: Deed = again ?? anyDeed(student, pick(lessons), answers);
      // Now and then twice at once, as a double click does.
      const times = Math.random() < 0.1 ? 2 : 1;
      const entries: Entry[] = await Promise.all(
        Array.from({ length: times }, () => send(origin, course, deed)),
      );
      ledger.push(...entries);
      again = entries.some((entry) => entry.status === 200) ? null : deed;
    }
  };
  const all = Promise.all(students.map(study));
  return {
    ledger,
    stop: async () => {
      stopped = true;
      await all;
    },
  };
}
