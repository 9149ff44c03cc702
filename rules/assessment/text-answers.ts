/** Around a word these say nothing: quotation marks, brackets, and what ends a sentence or a clause. */
const edge = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'.,;:!?…。、،؟¡¿]/u;

/** Letters without what stands above or below them, as pinyin is typed: only Latin ones have it to spare. */
const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC');

/** A word without what surrounds it. */
function bare(word: string): string {
  const signs = [...word];
  const isWord = (sign: string) => !edge.test(sign);
  const first = signs.findIndex(isWord);
  return first < 0 ? '' : signs.slice(first, signs.findLastIndex(isWord) + 1).join('');
}

/**
 * A text as it is compared: NFKC, small letters, Latin letters without accents and tones, hyphens as spaces,
 * no apostrophes, single spaces and none between Chinese characters, no punctuation around words, and no
 * English article at the beginning. Takes a time that grows with the length of the text and nothing else.
 */
export function normalText(text: string): string {
  const signs = text
    .normalize('NFKC')
    // Twice down: ẞ becomes ß, which becomes SS.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/[\p{Cf}'’‘ʼ`]/gu, '');
  const words = withoutMarks(signs)
    .normalize('NFKC')
    .replace(/[\p{Pd}_−]/gu, ' ')
    .replaceAll('ς', 'σ')
    .split(/[\s\p{Cc}]+/u)
    .map(bare)
    .filter((word) => word !== '');
  const start = words.findIndex((word) => !['a', 'an', 'the'].includes(word));
  return words
    .slice(start < 0 ? -1 : start)
    .join(' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

/** Whether one text becomes the other by one letter added, left out or changed, or two neighbours swapped. */
export function isOneMistakeAway(text: string, other: string): boolean {
  const [one, two] = [[...text], [...other]];
  if (Math.abs(one.length - two.length) > 1 || text === other) return false;
  const at = one.findIndex((sign, index) => sign !== two[index]);
  const first = at < 0 ? one.length : at;
  const rest = (signs: string[], from: number) => signs.slice(first + from).join('');
  if (one.length > two.length) return rest(one, 1) === rest(two, 0);
  if (one.length < two.length) return rest(one, 0) === rest(two, 1);
  const swapped = one[first] === two[first + 1] && one[first + 1] === two[first];
  return rest(one, 1) === rest(two, 1) || (swapped && rest(one, 2) === rest(two, 2));
}

/** A word in which a mistake of typing can be told from another word. */
const long = /^\p{Script=Latin}{6,}$/u;

/** Whether a text, in normal form, is the form with one mistake of typing in one of its long Latin words. */
export function isNearly(text: string, form: string): boolean {
  const [words, wanted] = [text.split(' '), form.split(' ')];
  if (words.length !== wanted.length) return false;
  const unlike = (some: string[], others: string[]) => some.filter((word, at) => word !== others[at]);
  const [word = '', ...more] = unlike(wanted, words);
  const [typed = ''] = unlike(words, wanted);
  return more.length === 0 && long.test(word) && isOneMistakeAway(word, typed);
}

/** The forms of a text answer, as they are written. `near` allows a mistake of typing. */
export type TextForms = { accepted: readonly string[]; wrong: readonly string[]; near: boolean };

/** What an answer is: which accepted or foreseen form, by its place, whether it is spelt like it; or none. */
export type TextMatch = { list: 'accepted' | 'wrong'; at: number; exact: boolean };

/**
 * Finds the form that an answer has. What is spelt like a form is that form; of what is nearly spelt like an
 * accepted and a wrong one, the wrong one counts.
 */
export function matchText(answer: string, { accepted, wrong, near }: TextForms): TextMatch | null {
  const text = normalText(answer);
  const lists = { accepted: accepted.map(normalText), wrong: wrong.map(normalText) };
  const spelt = (list: readonly string[]) => list.indexOf(text);
  const nearly = (list: readonly string[]) => (near ? list.findIndex((form) => isNearly(text, form)) : -1);
  const matches: TextMatch[] = [
    { list: 'accepted', at: spelt(lists.accepted), exact: true },
    { list: 'wrong', at: spelt(lists.wrong), exact: true },
    { list: 'wrong', at: nearly(lists.wrong), exact: false },
    { list: 'accepted', at: nearly(lists.accepted), exact: false },
  ];
  return matches.find(({ at }) => at >= 0) ?? null;
}
