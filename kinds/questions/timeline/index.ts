import type { ListItem, PhrasingContent } from 'mdast';
import { type CompileContext, escapeHtml } from '@/kinds/blocks/kind';
import { eventDateWords, isBefore, isEventDate } from '@/rules/assessment/event-dates';
import { promptOf, readWhole, renderInline } from '../feedback';
import type { QuestionKind } from '../kind';
import { asOrder, gradeOrder } from '../order';

/** Dated events to be put in order. The dates are not shown until it is right. */
export const timeline: QuestionKind = {
  name: 'timeline',
  answerForm: 'order',
  instruction: 'Put the events in order, from first to last.',
  unanswered: 'Give every event its own place, from first to last.',
  parse(node, context) {
    const list = node.children.find((child) => child.type === 'list');
    if (list?.type !== 'list' || !list.ordered || list.children.length < 3 || list.children.length > 8) {
      context.problem(node, 'kind="timeline" needs a numbered list of three to eight events');
      return null;
    }
    const whole = readWhole(node, context);
    const events = list.children.flatMap((item) => readEvent(item, context) ?? []);
    if (!whole || events.length < list.children.length || !isInOrder(events, context)) return null;
    const items = events.map(({ html }) => html);
    if (new Set(items).size < items.length) {
      context.problem(list, 'two events of kind="timeline" read the same');
      return null;
    }
    const { options, correct } = asOrder(items);
    return {
      student: { kind: 'timeline', prompt: promptOf(node, [list, whole.quotation], context), options },
      key: {
        kind: 'timeline',
        correct,
        feedback: Object.fromEntries(correct.map((id, index) => [id, dateHtml(events[index]?.date ?? '')])),
        right: whole.right,
        wrong: whole.wrong,
      },
    };
  },
  grade: gradeOrder,
};

type DatedEvent = { date: string; html: string; item: ListItem };

/** An item that begins with its date; reports it when it does not. */
function readEvent(item: ListItem, context: CompileContext): DatedEvent | null {
  const [paragraph, ...others] = item.children;
  const [first, ...rest] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  const [lead = '', date = ''] = (first?.type === 'text' && /^(\S+)\s+—\s*/.exec(first.value)) || [];
  if (first?.type !== 'text' || !isEventDate(date)) {
    const form = 'reads "date — event", with its date as 2019, 2019-10 or 2019-10-24';
    context.problem(item, `an item of kind="timeline" ${form}`);
    return null;
  }
  const said: PhrasingContent = { type: 'text', value: first.value.slice(lead.length) };
  const children = said.value === '' ? rest : [said, ...rest];
  const event = [...(children.length > 0 ? [{ type: 'paragraph' as const, children }] : []), ...others];
  if (event.length === 0) context.problem(item, `nothing is said to have happened on ${date}`);
  return event.length === 0 ? null : { date, html: renderInline(event, context), item };
}

/** Whether the dates tell the order that the events are written in; reports where they do not. */
function isInOrder(events: DatedEvent[], context: CompileContext): boolean {
  const amiss = events.slice(1).filter(({ date, item }, index) => {
    const before = events[index]?.date ?? '';
    if (isBefore(before, date)) return false;
    const why = isBefore(date, before)
      ? `${date} stands below ${before}, and was before it: write the events in their order`
      : `${before} and ${date} do not tell which of the two was first: give more exact dates`;
    context.problem(item, why);
    return true;
  });
  return amiss.length === 0;
}

const dateHtml = (date: string): string =>
  `<p><time datetime="${escapeHtml(date)}">${escapeHtml(eventDateWords(date))}</time></p>`;
