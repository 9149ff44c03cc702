import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { questionKinds } from '@/kinds/questions/registry';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { compileCourse } from './compile/course';
import { formatProblem } from './compile/problem';
import { readCourseFolder } from './course-folder';

const root = join(import.meta.dirname, '../../content');

/** The words a learner reads in a lesson: without front matter, answers, attributes and marks. */
function wordsIn(markdown: string): number {
  const text = markdown
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/^:::question[\s\S]*?^:::$/gm, '')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/:cite\[[^\]]*\]/g, '')
    .replace(/\{[#a-z][^}]*\}|^:{2,}[a-z-]*/gm, '')
    .replace(/[^\p{L}\p{N}\s'’-]/gu, ' ');
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

describe.each(readdirSync(root).sort())('the course %s', async (name) => {
  const { course, problems } = await compileCourse(await readCourseFolder(join(root, name)));
  const lessons = course?.lessons ?? [];

  test('has no mistakes', () => {
    expect(problems.filter(stopsPublishing).map(formatProblem)).toEqual([]);
    expect(course?.slug).toBe(name);
  });

  test.each(lessons.map(({ content, keys }) => [content.id, content, keys] as const))(
    'the lesson %s asks four to eight questions, each with a wrong option that names a misconception',
    (_id, content, keys) => {
      const questions = content.blocks.filter(({ question }) => question !== null);
      expect(questions.length).toBeGreaterThanOrEqual(4);
      expect(questions.length).toBeLessThanOrEqual(8);
      for (const { id, question } of questions) {
        const key = keys[id];
        expect([id, key?.kind]).toEqual([id, question?.kind]);
        const wrong = Object.entries(key?.feedback ?? {}).filter(
          ([option]) => !key?.correct.includes(option),
        );
        const named = key?.wrong ? [key.wrong] : wrong.map(([, html]) => html);
        expect(named.length).toBeGreaterThan(0);
        for (const html of named) expect(html).toMatch(/^<p><strong>/);
      }
    },
  );

  test.each(lessons.map(({ content, keys }) => [content.id, content, keys] as const))(
    'the lesson %s tests objectives it names, with answers that pass',
    (_id, content, keys) => {
      for (const { id, question } of content.blocks) {
        const key = keys[id];
        if (!question || !key) continue;
        expect([id, question.objective]).toEqual([id, expect.any(Number)]);
        expect([id, questionKinds.get(key.kind)?.grade(key, key.correct)?.correct]).toEqual([id, true]);
      }
    },
  );

  const files = readdirSync(join(root, name, 'modules'), { recursive: true, encoding: 'utf8' });
  test.each(files.filter((file) => file.endsWith('.md')).sort())('%s is 900 to 1,900 words long', (file) => {
    const words = wordsIn(readFileSync(join(root, name, 'modules', file), 'utf8'));
    expect(words).toBeGreaterThanOrEqual(900);
    expect(words).toBeLessThanOrEqual(1900);
  });
});
