import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { questionKinds } from '@/kinds/questions/registry';
import { lessonPath, stopsPublishing } from '@/rules/authoring/course-files';
import type { AnswerKey } from '@/rules/editions/edition';
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

/** What is said of a wrong answer, in all the ways in which it may be wrong. */
function saidOfWrong(key: AnswerKey | undefined): string[] {
  const options = Object.entries(key?.feedback ?? {})
    .filter(([option]) => !key?.correct.includes(option))
    .map(([, html]) => html);
  return key?.wrong ? [key.wrong] : options;
}

describe.each(readdirSync(root).sort())('the course %s', async (name) => {
  const { course, problems } = await compileCourse(await readCourseFolder(join(root, name)));
  const lessons = course?.lessons ?? [];

  test('has no mistakes', () => {
    expect(problems.filter(stopsPublishing).map(formatProblem)).toEqual([]);
    expect(course?.slug).toBe(name);
  });

  const taught = lessons.filter(({ content }) => !content.quiz && !content.work);
  test.each(taught.map(({ content }) => [content.id, content] as const))(
    'the lesson %s asks four to eight questions',
    (_id, content) => {
      const questions = content.blocks.filter(({ question }) => question !== null);
      expect(questions.length).toBeGreaterThanOrEqual(4);
      expect(questions.length).toBeLessThanOrEqual(8);
    },
  );

  test.each(lessons.map(({ content, keys }) => [content.id, content, keys] as const))(
    'every question of %s has a wrong answer that names a misconception',
    (_id, content, keys) => {
      for (const { id, question } of content.blocks.filter((block) => block.question !== null)) {
        expect([id, keys[id]?.kind]).toEqual([id, question?.kind]);
        const named = saidOfWrong(keys[id]);
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

  const quizzes = lessons.filter(({ content }) => content.quiz);
  const drawn = quizzes.filter(({ content }) => content.quiz?.draw);
  test.each(drawn.map(({ content }) => [content.id, content] as const))(
    'the quiz %s draws from three times as many questions as it asks, and on every objective',
    (_id, { blocks, draws, quiz, objectives }) => {
      const asked = new Map(blocks.flatMap(({ id, question }) => (question ? [[id, question]] : [])));
      expect(asked.size).toBeGreaterThanOrEqual(3 * (quiz?.draw ?? asked.size));
      const certain = (draws ?? []).map(({ ids }) => new Set(ids.map((id) => asked.get(id)?.objective)));
      for (const objective of objectives.keys()) expect(certain).toContainEqual(new Set([objective + 1]));
    },
  );

  test('no question of the bank asks what a lesson asks', () => {
    const wordings = (of: typeof lessons) =>
      of
        .flatMap(({ content }) => content.blocks.flatMap(({ question }) => question ?? []))
        .map(({ prompt, options }) => [prompt, ...options.map(({ html }) => html).sort()].join('\n'));
    const all = [...wordings(taught), ...wordings(quizzes)];
    expect(new Set(all).size).toBe(all.length);
  });

  const files = readdirSync(join(root, name), { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => lessonPath.test(file))
    .map((file) => [file, readFileSync(join(root, name, file), 'utf8')] as const)
    .filter(([, text]) => !/^(quiz|work):$/m.test(text));
  test.each(texts.sort())('%s is 900 to 1,900 words long', (_file, text) => {
    expect(wordsIn(text)).toBeGreaterThanOrEqual(900);
    expect(wordsIn(text)).toBeLessThanOrEqual(1900);
  });
});
