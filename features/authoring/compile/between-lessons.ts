import type { FileProblem } from '@/rules/authoring/course-files';
import { passageForm } from '@/rules/claims/entry';
import type { CompiledLesson, ModuleOutline, Release } from '@/rules/editions/edition';
import type { InternalLink } from './checks';

// What only the whole course can tell of a lesson: where its links lead, what it waits for, builds on or covers.

type Report = (problem: FileProblem) => void;
/** Where a problem is told. */
export type At = { file: string; line: number };

/** Says which links lead to a lesson or a block that is not there. */
export function checkLinks(
  links: { file: string; from: string; link: InternalLink }[],
  lessons: { content: CompiledLesson }[],
  report: Report,
): void {
  const blocks = new Map(
    lessons.map(({ content }) => [content.id, new Set(content.blocks.map(({ id }) => id))]),
  );
  for (const { file, from, link } of links) {
    const target = blocks.get(link.lesson ?? from);
    if (!target) report({ file, line: link.line, message: `there is no lesson "${link.lesson}"` });
    else if (link.block && !target.has(link.block) && !link.block.startsWith('src-'))
      report({ file, line: link.line, message: `there is no block "${link.block}" in that lesson` });
  }
}

/** Says which releases wait for what is not there, or for themselves. */
export function checkReleases(
  waits: { release: Release; at: At; own: string }[],
  modules: ModuleOutline[],
  report: Report,
): void {
  const order = new Map(modules.map(({ id }, index) => [id, index]));
  const lessonOrder = new Map(modules.flatMap(({ lessons }) => lessons).map(({ id }, index) => [id, index]));
  for (const { release, at, own } of waits) {
    if (release.after !== undefined) {
      const index = order.get(release.after);
      if (index === undefined) report({ ...at, message: `after: there is no module "${release.after}"` });
      else if (index >= (order.get(own) ?? 0))
        report({ ...at, message: `after: "${release.after}" does not come before this` });
    }
    for (const id of release.prerequisites ?? []) {
      if (!lessonOrder.has(id)) report({ ...at, message: `prerequisites: there is no lesson "${id}"` });
    }
  }
  checkCircles(modules, lessonOrder, report);
}

/** Says which lessons build on what is not there, or on what comes only after them. */
export function checkPreparation(
  prepared: { lesson: string; by: string[]; at: At }[],
  modules: ModuleOutline[],
  report: Report,
): void {
  const order = new Map(modules.flatMap(({ lessons }) => lessons).map(({ id }, index) => [id, index]));
  for (const { lesson, by, at } of prepared) {
    for (const id of by) {
      const index = order.get(id);
      if (index === undefined) report({ ...at, message: `preparation: there is no lesson "${id}"` });
      else if (index >= (order.get(lesson) ?? 0))
        report({ ...at, message: `preparation: "${id}" does not come before this` });
    }
  }
}

/** Says which lessons a claim log asks entries from that no entry can come from. */
export function checkCovers(
  logs: { covers: string[]; at: At }[],
  lessons: { content: CompiledLesson }[],
  report: Report,
): void {
  const known = new Map(lessons.map(({ content }) => [content.id, content]));
  for (const { covers, at } of logs) {
    for (const name of covers.filter((one) => !passageForm.test(one))) {
      const lesson = known.get(name);
      if (!lesson) report({ ...at, message: `work: covers: there is no lesson "${name}"` });
      else if (lesson.quiz || lesson.work)
        report({ ...at, message: `work: covers: no entry comes from "${name}", a quiz or written work` });
    }
  }
}

/** A prerequisite stands before what needs it: then nothing can wait in a circle. */
function checkCircles(modules: ModuleOutline[], order: Map<string, number>, report: Report): void {
  for (const lesson of modules.flatMap(({ lessons }) => lessons)) {
    for (const id of lesson.prerequisites ?? []) {
      if ((order.get(id) ?? -1) >= (order.get(lesson.id) ?? 0))
        report({
          file: 'modules',
          line: 1,
          message: `${lesson.id}: its prerequisite "${id}" does not come before it`,
        });
    }
  }
}
