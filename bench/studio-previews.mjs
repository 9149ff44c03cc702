// How long the live preview of the editor takes, from the request to the last byte of its answer, beside the
// time in which the same Markdown becomes html and nothing else.
import { post } from './capture.mjs';
import { cpuTime } from './processes.mjs';
import { spread } from './spread.mjs';

/** Each preview is of a text that differs from the last in a word, as when somebody writes. */
async function previews({ site, slug, person, lesson, warmUp, count }) {
  const { markdownRenderer, parseMarkdown } = await import('../features/authoring/compile/markdown.ts');
  const { splitFrontMatter } = await import('../features/authoring/compile/lesson.ts');
  const { typedInto } = await import('./studio-texts.ts');
  const render = await markdownRenderer();
  const took = { preview: [], alone: [] };
  let used = null;
  for (let turn = 0; turn < warmUp + count; turn++) {
    if (turn === warmUp) used = cpuTime(site.pid);
    const text = typedInto(lesson.text, turn);
    const before = performance.now();
    const { view } = await post(site, `/api/teach/${slug}/preview`, person, { file: lesson.id, text });
    const between = performance.now();
    if (!view) throw new Error('A preview of the bench shows no lesson.');
    render(parseMarkdown(splitFrontMatter(text).body));
    if (turn < warmUp) continue;
    took.preview.push(between - before);
    took.alone.push(performance.now() - between);
  }
  const cpu = used === null ? null : (cpuTime(site.pid) - used) / count;
  return { count, cpu, ...spread(took.preview), alone: spread(took.alone).p50 };
}

export async function measurePreviews({ site, bench: { slug, people, lesson, long } }) {
  return {
    bundled: await previews({ site, slug, person: people.bundled, lesson, warmUp: 5, count: 100 }),
    long: await previews({ site, slug, person: people.long, lesson: long, warmUp: 2, count: 10 }),
  };
}
