/** A set of the question bank: a file beside the lessons. Its name stands in the ids of what is drawn from it. */
const setPath = /^bank\/([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;

/** As long as the name of a set may be. */
export const longestSetName = 30;

/** The name of the set that stands at a path; null for what is no set. */
export function setNameOf(path: string): string | null {
  const name = setPath.exec(path)?.[1] ?? '';
  return name !== '' && name.length <= longestSetName ? name : null;
}

export const setPathOf = (name: string): string => `bank/${name}.md`;

/** Whether a path is meant for the bank, well named or not. */
export const isBankPath = (path: string): boolean => path.startsWith('bank/');

/** The id that a question of the bank has in the quizzes that draw it: no id that is written has two hyphens. */
export const drawnId = (set: string, question: string): string => `${set}--${question}`;

/** As long as a tag may be. */
export const longestTag = 40;

/** The tags in a list with commas, each once: capitals and spaces around them do not matter. */
export function tagsIn(list: string): string[] {
  const tags = list
    .split(/[,，]/)
    .map((tag) => tag.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase())
    .filter((tag) => tag !== '');
  return [...new Set(tags)];
}

/** Whether a question carries all the tags that are asked for; whoever asks for none takes any. */
export const hasTags = (tags: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((tag) => tags.includes(tag));

/** What a quiz draws: so many of its own questions (`from` is null), or of a set those that carry all the tags. */
export type Draw = { from: string | null; tags: string[]; count: number };

/** From how many places a quiz may draw. */
export const mostDraws = 20;
