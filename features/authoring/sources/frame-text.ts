import { Document, isSeq } from 'yaml';
import { formatSourceDate } from '@/rules/sources/source-date';
import type { SourceDocument } from '../compile/schemas';
import type { DocumentPassage } from './document-file';

/** What somebody still has to write. The compiler stops at it, so that nothing unfinished is published. */
const prompt = (wanted: string): string => `[[write: ${wanted}]]`;

/** Text as Markdown that means just that text. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~$&]|:(?=[\p{L}:])/gu, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');

/** Text as the value of a directive's attribute. */
export const attributeValue = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().replace(/&/g, '&amp;').replace(/"/g, '&quot;');

const passageBlock = ({ id }: DocumentPassage): string => `::passage{#p-${id.toLowerCase()} ref="${id}"}`;

/** A passage that claims something: it has an evidence level, which descriptions and headings have not. */
export const isClaim = ({ evidence }: DocumentPassage): boolean => evidence != null;

function claimCard(
  { id, speaker, paraphrase, evidence }: DocumentPassage,
  { id: source, date }: SourceDocument,
): string {
  const attributes = `#claim-${id.toLowerCase()} speaker="${attributeValue(speaker)}" date="${formatSourceDate(date)}" evidence="${evidence}" source="${source}"`;
  return `:::claim{${attributes}}
${paraphrase ? plainMarkdown(paraphrase) : prompt(`what ${id} claims, in your own words`)}

> What would change this rating: ${prompt('the finding or figure that would move it up or down')}
:::`;
}

const questionSkeleton = (
  { id }: DocumentPassage,
  index: number,
): string => `:::question{#q-${index + 1} kind="single" objective="1" passage="${id}"}
${prompt(`a question about ${id} that the lesson answers`)}

- [ ] ${prompt('a wrong option that somebody would choose')}
  > **${prompt('the misconception behind it')}** ${prompt('why it is wrong, and what is so instead')}
- [x] ${prompt('the right option')}
  > ${prompt('why it is right')}
- [ ] ${prompt('another wrong option')}
  > **${prompt('the misconception behind it')}** ${prompt('why it is wrong, and what is so instead')}
:::`;

/** Questions to begin with: more than these would be left empty. */
const mostQuestions = 4;

/**
 * The draft of a lesson framed from passages: each passage with its place, a claim card for what claims
 * something, and prompts for all that only a person can write.
 */
export function framedLesson(
  document: SourceDocument,
  passages: DocumentPassage[],
  { id, title, today }: { id: string; title: string; today: string },
): string {
  const head = new Document({
    id,
    title,
    summary: prompt('one sentence for the syllabus'),
    directives: passages.map((passage) => passage.id),
    objectives: [
      prompt('what learners can do afterwards, beginning with a verb'),
      prompt('a second objective, or take this line out'),
    ],
    verified: today,
  });
  const directives = head.get('directives');
  if (isSeq(directives)) directives.flow = true;
  const body = passages.flatMap((passage) => [
    passageBlock(passage),
    ...(isClaim(passage) ? [claimCard(passage, document)] : []),
  ]);
  return [
    `---\n${head.toString({ lineWidth: 0, flowCollectionPadding: false })}---`,
    `${prompt('an opening: why these passages matter, in two or three sentences')} :cite[${document.id}]`,
    '## What the source says {#what-the-source-says}',
    prompt('who speaks here, to whom, and on what occasion'),
    ...body,
    '## What it takes to check it {#what-it-takes}',
    prompt('what a reader would have to see to believe it, and what is missing here'),
    '## Check what you have read {#check}',
    prompt('one sentence that leads to the questions'),
    ...passages.slice(0, mostQuestions).map(questionSkeleton),
    `:::callout{#c-log kind="claim-log" title="For your claim log"}\n${prompt('which of these claims learners enter, and what they note about its speaker and its evidence')}\n:::`,
    '',
  ].join('\n\n');
}
