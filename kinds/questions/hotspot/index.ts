import type { List } from 'mdast';
import { type CompileContext, type DirectiveNode, escapeHtml } from '@/kinds/blocks/kind';
import type { Area } from '@/rules/learning/answer-forms';
import { gradeChoice, parseChoice } from '../choice';
import type { QuestionKind } from '../kind';

/** At the beginning of an option: left, top, width and height of its area, in hundredths of the picture. */
const areaForm = /^\s*\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)\s*\)\s*/;

/** The picture as html: a drawn figure of the platform, or a picture of the course with its words. */
function pictureOf(node: DirectiveNode, context: CompileContext): string | null {
  const { figure = '', src = '', alt = '' } = node.attributes ?? {};
  if (figure) {
    const drawn = context.figure(figure);
    if (drawn) return drawn.svg;
    context.problem(node, `there is no figure "${figure}"`);
    return null;
  }
  const found = src ? context.asset(src) : null;
  if (!found || !/^image\//.test(found.asset.type)) {
    context.problem(node, 'kind="hotspot" needs figure="…", or src="…" with a picture of the course');
    return null;
  }
  if (!alt?.trim()) context.problem(node, 'kind="hotspot" needs alt="…": what the picture shows, in words');
  const { width, height } = found.asset;
  const shape = width && height ? ` width="${width}" height="${height}"` : '';
  return `<img src="${escapeHtml(found.href)}" alt="${escapeHtml(alt ?? '')}"${shape} loading="lazy" decoding="async">`;
}

/** Takes the areas off the beginnings of the options; null for one that has none or does not fit the picture. */
function takeAreas(list: List): (Area | null)[] {
  return list.children.map((item, index) => {
    const first = item.children[0];
    const text = first?.type === 'paragraph' ? first.children[0] : undefined;
    const found = text?.type === 'text' ? areaForm.exec(text.value) : null;
    if (!found || text?.type !== 'text') return null;
    text.value = text.value.slice(found[0].length);
    const [left = 0, top = 0, width = 0, height = 0] = found.slice(1).map(Number);
    const fits = width > 0 && height > 0 && left + width <= 100 && top + height <= 100;
    return fits ? { id: String.fromCharCode(97 + index), left, top, width, height } : null;
  });
}

/** Of numbered areas on a picture the right one is chosen. Its words stand in a list below the picture. */
export const hotspot: QuestionKind = {
  name: 'hotspot',
  answerForm: 'areas',
  instruction: 'Choose one place on the picture, or in the list below it.',
  unanswered: 'Choose a place first.',
  parse(written, context) {
    // The areas are taken off the text, and the same block may be compiled again.
    const node = structuredClone(written);
    const picture = pictureOf(node, context);
    const list = node.children.find((child) => child.type === 'list');
    const areas = list?.type === 'list' ? takeAreas(list) : [];
    if (areas.includes(null)) {
      context.problem(
        node,
        'every option of kind="hotspot" begins with its area, (left top width height) in hundredths of the picture',
      );
    }
    const parsed = parseChoice('hotspot', node, context);
    if (parsed && parsed.key.correct.length !== 1) {
      context.problem(node, `kind="hotspot" has exactly one [x], not ${parsed.key.correct.length}`);
    }
    if (!parsed || picture === null) return null;
    const placed = areas.flatMap((area) => area ?? []);
    return { ...parsed, student: { ...parsed.student, ask: { form: 'areas', picture, areas: placed } } };
  },
  grade: (key, answer) => (answer.length === 1 ? gradeChoice(key, answer) : null),
};
