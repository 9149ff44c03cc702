import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { questionKinds } from '@/kinds/questions/registry';
import { contentProblems } from '@/rules/content/check';
import { compileCourse } from './compile/course';
import { formatProblem } from './compile/problem';
import { contentCourse } from './content-course';
import { readCourseFolder } from './course-folder';

const root = join(import.meta.dirname, '../../content');
const specs = readdirSync(join(import.meta.dirname, '../../test/worked-numbers'));
const computed = new Set(specs.map((name) => name.replace('.spec.ts', '')));
const today = new Date().toISOString().slice(0, 10);

describe.each(readdirSync(root).sort())('the course %s', async (name) => {
  const files = await readCourseFolder(join(root, name));
  const { course, problems } = await compileCourse(files);
  const lessons = course?.lessons ?? [];

  test('has no mistakes, and leaves no advice open', () => {
    expect(problems.map(formatProblem)).toEqual([]);
    expect(course?.slug).toBe(name);
  });

  test('keeps the rules on content', async () => {
    const content = course && (await contentCourse(files, course));
    expect(content && contentProblems(content, { today, computed }).map(formatProblem)).toEqual([]);
  });

  test.each(lessons.map(({ content, keys }) => [content.id, content, keys] as const))(
    'the questions of %s have keys that pass',
    (_id, content, keys) => {
      for (const { id, question } of content.blocks) {
        const key = keys[id];
        if (!question || !key) continue;
        expect([id, key.kind]).toEqual([id, question.kind]);
        expect([id, questionKinds.get(key.kind)?.grade(key, key.correct)?.correct]).toEqual([id, true]);
      }
    },
  );

  test('no question of the bank asks what a lesson asks', () => {
    // A question of the bank that two quizzes draw is one question.
    const questions = new Map(
      lessons.flatMap(({ content }) =>
        content.blocks.flatMap(({ id, question }) =>
          question ? [[id.includes('--') ? id : `${content.id} ${id}`, question] as const] : [],
        ),
      ),
    );
    const wordings = [...questions.values()].map(({ prompt, options }) =>
      [prompt, ...options.map(({ html }) => html).sort()].join('\n'),
    );
    expect(new Set(wordings).size).toBe(wordings.length);
  });
});
