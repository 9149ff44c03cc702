import type { Attribution } from './speech';

/** Verbs of reporting; those that are nouns too are looked at more closely. */
const claims =
  '强调|指出|表示|要求|提出|认为|宣布|呼吁|透露|坦言|写道|解释说?|重申|介绍说|补充说?|建议|警告|主张|承诺|希望|提到|回应称?|声称|报道称|说道?|称';
const summaries = '介绍了?|讲解|阐述了?|讨论|谈及|谈到|谈了|主持|总结了?|概括了?|汇报|讲话';
const alsoNouns = new Set([
  '要求',
  '建议',
  '主张',
  '承诺',
  '希望',
  '讨论',
  '讲话',
  '总结',
  '介绍',
  '汇报',
  '警告',
]);

/** Words in which 说 and 称 report nothing. */
const otherWords = /(?:名|号|简|全|统|堪|对|人|职|俗|据|小|学|传|来|也就是|总的来|换句话)$/;
const wordsAfter = /^(?:为|作|之|谓|明|法|服|书|者|职|霸|赞|号|呼)/;

/** Adverbs and light verbs between the subject and the verb. */
const between =
  /(?:还|也|则|并|又|同时|再次|进一步|特别|多次|明确|曾|已|着重|随后|接着|最后|强烈|郑重|作了?|发表了?|进行了?|给予了?)+$/u;
const verbs = new RegExp(`(${claims})|(${summaries})`, 'gu');
/** A stretch without a comma, a stop or a quotation: the subject and its verb stand in one. */
const stretches = /[^。！？；，、：:“”「」『』（）()\s]+/gu;
const reported = /据([^，。；：“”]{2,20}?)(?:\d{1,2}月)?(?:\d{1,2}日)?(报道|消息|介绍|透露|统计|披露)/gu;

const office =
  '总书记|国家主席|副主席|主席|副总理|总理|副部长|部长|副主任|主任|副局长|局长|副行长|行长|院长|校长|副教授|教授|院士|博士|研究员|发言人|负责人|董事长|总裁|首席执行官|创始人|秘书长|书记|省长|市长|委员|代表|专家|律师|分析师|法官|记者';
const behindOffice = new RegExp(`^.*(?:${office})([\\p{Script=Han}·]{2,12})$`, 'u');
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文习栗汪韩丘温俞樊葛';
const nameThenOffice = new RegExp(
  `^([${surnames}][\\p{Script=Han}]{1,2}?)(?:同志|先生|女士|${office})$`,
  'u',
);
const pronoun = /^(?:他|她|他们|她们|其|后者)$/;

/** Who the part of a clause before the verb names. */
function subjectOf(found: string): Pick<Attribution, 'speaker' | 'stands'> | null {
  let part = found.replace(/^(?:当天|当日|今天|今日|昨天|昨日|近日|日前)的?/u, '');
  if (/^(?:在|当|随着|对于|关于|针对|就)/.test(part))
    part = part.replace(/^.*(?:上|中|时|后|里|期间|前|下)/u, '');
  part = part.replace(
    /(?:在|就|对|于|向|从|通过|接受|主持|出席|率|近日|日前|当天|当日|昨日|今日|今天|昨天|\d{1,2}日).*$/u,
    '',
  );
  if (part === '') return { speaker: null, stands: null };
  if (pronoun.test(part)) return { speaker: null, stands: part };
  if (/^(?:有(?!关)|是|这|那|要|不|可以|应|被|为|所|并|而|但|以|将|会(?!议)|把|据|按|根据|符合)/.test(part))
    return null;
  if (/的$|有关$|这些$|按照|根据|符合/.test(part) || part.length < 2) return null;
  const person = part.replace(behindOffice, '$1').replace(nameThenOffice, '$1');
  return person.length > 20 ? null : { speaker: person, stands: null };
}

/** Where a Chinese text says who says it, in order. What stands in quotation marks is not looked at. */
export function chineseAttributions(text: string, isQuoted: (at: number) => boolean): Attribution[] {
  const found: Attribution[] = [];
  for (const match of text.matchAll(reported) as Iterable<RegExpExecArray & [string, string, string]>) {
    const [, speaker, verb] = match;
    if (isQuoted(match.index)) continue;
    found.push({
      speaker,
      stands: null,
      at: match.index,
      verb: `据…${verb}`,
      side: 'before',
      summary: false,
    });
  }
  for (const { 0: stretch, index } of text.matchAll(stretches)) {
    if (stretch.startsWith('据')) continue;
    for (const match of stretch.matchAll(verbs)) {
      const [verb, claim] = match;
      const at = index + match.index;
      const named = isQuoted(at) ? null : subjectAt(text, at, stretch.slice(0, match.index), verb);
      if (named) found.push({ ...named, at, verb, side: 'before', summary: claim === undefined });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Who a verb at some place belongs to; null where the word is no verb of reporting there. */
function subjectAt(text: string, at: number, before: string, verb: string) {
  const rest = text.slice(at + verb.length);
  if (/^[说称]/.test(verb) && (otherWords.test(before) || wordsAfter.test(rest))) return null;
  if (alsoNouns.has(verb) && /^(?:的|是|为|和|与|等|下|者|书|会|符)/.test(rest)) return null;
  const subject = subjectOf(before.replace(between, ''));
  // Without a subject it is a verb only where what was said follows at once.
  const bare = subject?.speaker === null && subject.stands === null;
  return bare && !/^[，,：:“「]/.test(rest) ? null : subject;
}
