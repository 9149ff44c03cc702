import { stringify } from 'yaml';

type NewCourse = {
  slug: string;
  title: string;
  summary: string;
  language: string;
  level: string;
  zone: string;
  outcomes: string[];
  audience: string[];
  author: string;
  /** Today, where the course is. */
  today: string;
};

/** The files a course begins with: its head, and one module with one lesson to write over. */
export function newCourseFiles({ author, today, ...words }: NewCourse): Map<string, string> {
  const { slug, title, summary, language, level, zone, outcomes, audience } = words;
  const head = {
    slug,
    title,
    summary,
    language,
    level,
    zone,
    verified: today,
    outcomes,
    audience,
    authors: [{ name: author, about: 'Writes the lessons and keeps them up to date.' }],
  };
  return new Map([
    ['course.yaml', stringify(head, { lineWidth: 0 })],
    ['modules/1-first-module/module.yaml', firstModule],
    ['modules/1-first-module/1-first-lesson.md', firstLesson(today)],
  ]);
}

const firstModule = `id: first-module
title: First module
summary: What the lessons of this module have in common, in one sentence.
`;

const firstLesson = (today: string) => `---
id: first-lesson
title: First lesson
summary: What this lesson is about, in one sentence for the syllabus.
objectives:
  - Say what readers can do after this lesson that they could not do before.
verified: "${today}"
---

Begin with what makes the reader want to know: a scene, a question, a claim that may be wrong. This text,
before the first heading, is the opening of the lesson.

## The first section {#first-section}

Every heading like the one above begins a section with an id of its own, which readers complete one by one.
Write one idea here, show it in an example, and ask a question about it before the next section begins.
`;
