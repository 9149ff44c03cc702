import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { labs } from '@/kinds/labs/registry';
import { courseFiles } from './course-folder';
import { makeStudio } from './editions';

const labLesson = (name: string, title: string) => `---
id: lab-${name}
title: ${JSON.stringify(title)}
summary: A lab.
objectives: [Do it.]
verified: "2026-01-01"
---

:::lab{#task name="${name}"}
Why this lab stands in this lesson.
:::
`;

/** A published course with a lesson `lab-<name>` for each of these labs, whose block is `task`. */
export async function makeLabCourse(db: Database, names: readonly string[] = [...labs.keys()]) {
  const studio = await makeStudio(db, {});
  const { 'course.yaml': head, 'modules/1-first/1-one.md': _lesson, ...shared } = courseFiles;
  const files = new Map<string, string>([
    ['course.yaml', head.replace('small-course', studio.slug)],
    ...Object.entries(shared),
    ...names.map(
      (name, index) =>
        [`modules/1-first/${index + 1}-${name}.md`, labLesson(name, labs.get(name)?.title ?? name)] as const,
    ),
  ]);
  await replaceDraftFiles(db, studio.courseId, files, studio.owner.userId, randomUUID());
  await studio.publish();
  return studio;
}
