import type { Attribution } from './speech';

const claims = [
  'says?|said|stress(?:es|ed)|emphasi[sz](?:es|ed)|point(?:s|ed) out|not(?:es|ed)|call(?:s|ed) (?:on|for|upon)',
  'urg(?:es|ed)|add(?:s|ed)|tells?|told|stat(?:es|ed)|announc(?:es|ed)|argu(?:es|ed)|warn(?:s|ed)|explain(?:s|ed)',
  'claim(?:s|ed)|vow(?:s|ed)|pledg(?:es|ed)|demand(?:s|ed)|request(?:s|ed)|suggest(?:s|ed)|propos(?:es|ed)',
  'believ(?:es|ed)|wrote|writes|declar(?:es|ed)|affirm(?:s|ed)|reiterat(?:es|ed)|underlin(?:es|ed)',
  'underscor(?:es|ed)|highlight(?:s|ed)|insist(?:s|ed)|acknowledg(?:es|ed)|admit(?:s|ted)|report(?:s|ed)',
  'reveal(?:s|ed)|mention(?:s|ed)|remark(?:s|ed)|maintain(?:s|ed)|promis(?:es|ed)|ask(?:s|ed)|instruct(?:s|ed)',
  'encourag(?:es|ed)|caution(?:s|ed)|observ(?:es|ed)|comment(?:s|ed)|confirm(?:s|ed)|conced(?:es|ed)|den(?:ies|ied)',
].join('|');
const summaries = [
  'discuss(?:es|ed)|outlin(?:es|ed)|describ(?:es|ed)|review(?:s|ed)|summari[sz](?:es|ed)|(?:spoke|speaks|talked|talks) (?:about|on|of)',
  'lectured|gave an? (?:lecture|talk|speech|overview|briefing)|made the remarks|elaborated on|touched on|presided over',
].join('|');

const verbs = new RegExp(`\\b(?:(${claims})|(${summaries}))\\b`, 'g');

const word = "\\p{Lu}[\\p{L}\\p{M}'’.&-]*";
const day =
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December';
const name = `${word}(?:(?:\\s(?:of|for|the|and|on(?!\\s(?:${day}))|de|van|von|bin|al))*\\s${word}){0,8}`;
const group =
  'article|report|paper|statement|document|notice|communiqu[eé]|ministry|bank|commission|court|committee|council|company|government|agency|newspaper|authors?|authorit(?:y|ies)|plan|meeting|session|group|firm|study|officials?|experts?|analysts?|researchers?|critics|scholars|source';
const person =
  'president|minister|premier|professor|general secretary|leader|official|spokes(?:person|man|woman)|chairman|director|governor|academician|scholar|author';
const common = `(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Ss]everal|[Ii]ts|[Tt]his)\\s(?:[\\p{L}’'-]+\\s){0,3}?(?:${group}|${person})|[Oo]fficials|[Ee]xperts|[Aa]nalysts|[Rr]esearchers|[Cc]ritics|[Aa]uthorities`;
const pronoun = '[Hh]e|[Ss]he|[Tt]hey';
const subject = `(?:${name}|${common}|\\b(?:${pronoun}))`;

const atEnd = new RegExp(`(?:^|[\\s“”"(])(${subject})$`, 'u');
const withAside = new RegExp(`(?:^|[\\s“”"(])(${subject}),\\s[^“”"]{2,140}?[,)]$`, 'u');
const atStart = new RegExp(`^(${subject})`, 'u');
const according = new RegExp(
  `\\b([Aa]ccording to|[Ii]n the words of|[Aa]s reported by)\\s(?:an?\\s|the\\s)?(${name}|(?:[\\p{L}’'-]+\\s){0,3}?(?:${group}|${person})\\b)`,
  'gu',
);

const adverbs =
  /\s(?:also|further|then|repeatedly|again|later|earlier|once|clearly|explicitly|recently|has|have|had|strongly|specifically|thereby|therefore|reportedly|publicly|today|yesterday)$/;
const occasion = /\s(?:on|last|this|in|at|during|while)\s[\p{L}\d,.’' -]{2,60}$/u;

/** Words that begin a sentence and look like the beginning of a name. */
const openers = new Set(
  'In On At The This That These Those However Meanwhile But And Also Later Earlier Yesterday Today When While As After Before For If According Speaking Moreover Furthermore Finally First Second Third Instead Still Indeed Although Though Since During Then By From To With Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Yet So Or Nor Here There It Its Last Next A An'.split(
    ' ',
  ),
);
const roles = new Set(
  'President Premier Minister Secretary Chairman Chairwoman Chair Professor Prof. Dr. Mr. Mrs. Ms. Sir CEO Director Governor Senator Academician Chancellor Spokesman Spokeswoman Spokesperson King Queen Judge Justice Mayor Officer Ambassador Commissioner Analyst Researcher Founder'.split(
    ' ',
  ),
);

/** A name without what stands before it: the start of a sentence, an office or a title. */
function bareName(found: string): string | null {
  let words = found.replace(/[’']s$/, '').split(/\s+/);
  while (openers.has(`${words[0]}`)) words = words.slice(1);
  const office = words.findLastIndex(
    (each, index) => roles.has(each) && /^\p{Lu}/u.test(`${words[index + 1]}`),
  );
  const bare = words
    .slice(office + 1)
    .join(' ')
    .replace(/[.,]$/, '');
  return bare === '' ? null : bare;
}

type Who = Pick<Attribution, 'speaker' | 'stands'>;

/** Who a subject names: a name, a group by its noun, or (null) somebody who was named before. */
function who(found: string): Who | null {
  if (new RegExp(`^(?:${pronoun})$`).test(found)) return { speaker: null, stands: found };
  if (new RegExp(`^[Tt]he (?:${person})$`).test(found)) return { speaker: null, stands: found };
  if (new RegExp(`^(?:${common})$`, 'u').test(found))
    return { speaker: found.charAt(0).toUpperCase() + found.slice(1), stands: null };
  const speaker = bareName(found);
  return speaker === null ? null : { speaker, stands: null };
}

function subjectBefore(text: string): Who | null {
  let rest = text.trimEnd();
  while (adverbs.test(rest)) rest = rest.replace(adverbs, '');
  const place = rest.replace(/,$/, '').replace(occasion, '').replace(/,$/, '');
  const found = [rest, place].flatMap((each) => atEnd.exec(each)?.[1] ?? withAside.exec(each)?.[1] ?? []);
  return found.map(who).find((named) => named !== null) ?? null;
}

/** Behind a quotation the subject may stand after the verb: “…,” said Lin Wei. */
function subjectAfter(text: string, at: number, verb: string): Who | null {
  if (!/["”’']\s*$/.test(text.slice(0, at))) return null;
  const found = atStart.exec(text.slice(at + verb.length).trimStart())?.[1];
  return found ? who(found) : null;
}

/** Where an English text says who says it, in order. What stands in quotation marks is not looked at. */
export function englishAttributions(text: string, isQuoted: (at: number) => boolean): Attribution[] {
  const found: Attribution[] = [];
  for (const match of text.matchAll(verbs)) {
    const [verb, claim] = match;
    if (isQuoted(match.index)) continue;
    const head = text.slice(0, match.index);
    // “… discussed it and said …” has one subject for both.
    const before = subjectBefore(head) ?? (/\sand\s$/.test(head) ? found.at(-1) : null);
    const named = before ?? subjectAfter(text, match.index, verb);
    if (named)
      found.push({ ...named, at: match.index, verb, side: before ? 'before' : 'after', summary: !claim });
  }
  for (const match of text.matchAll(according) as Iterable<RegExpExecArray & [string, string, string]>) {
    const [, verb, whom] = match;
    const named = { speaker: bareName(whom), stands: null };
    if (!isQuoted(match.index))
      found.push({ ...named, at: match.index, verb: verb.toLowerCase(), side: 'after', summary: false });
  }
  return found.sort((a, b) => a.at - b.at);
}
