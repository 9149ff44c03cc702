/** Signs of page furniture, bylines and datelines, in English and Chinese. */

type Sign = { why: string; pattern: RegExp; most: number; sentences?: true };

/**
 * Lines that belong to a page and not to what it says. `most` is how long such a line can be; only some can be
 * whole sentences, so that “More research is needed.” stays.
 */
const signs: Sign[] = [
  {
    why: 'link of a mobile page',
    most: 40,
    pattern:
      /^exit (the )?mobile (version|site|view)\b|^(view )?desktop (version|site)$|^(退出|返回|切换(到|至)?|访问)?(手机|移动|电脑|桌面)(版|端)(网站|页面)?$/i,
  },
  {
    why: 'caption of a picture',
    most: 400,
    sentences: true,
    pattern:
      /^(file |stock )?(photo|photograph|image|picture|pic|illustration|caption|screenshot)s?( (by|credit|courtesy|source)\b.{0,60})?\s*[:：]|^(photo|image|picture)s? (by|courtesy of|credit)\b|^(图|圖)(片|表|源|注|说)?(来源)?\s*\d*\s*[:：/]|^(资料图|配图|题图|视频截图|图片来源|供图|图源)|^[△▲▼▽].{0,200}$|（?(新华社|中新社|人民网|资料)?(记者|通讯员)?[^。！？]{0,16}(摄|供图)(影)?[）)]?$/i,
  },
  {
    why: 'sharing and following',
    most: 120,
    pattern:
      /^(share( this( (article|story|page|post))?| on\b.*| via\b.*| with friends)?|tweet( this)?|pin it|retweet|like us\b.*|follow (us|@?\w+ on)\b.*|follow|copy link|print( this page)?|e-?mail( this)?|whatsapp|facebook|twitter|linkedin|telegram|reddit|wechat|weibo|\d* ?shares?)[.:：!]?$|^(分享(到|至|给)?|转发|点赞|收藏|扫(一扫|码)|微信|微博|朋友圈|关注(我们|公众号|微信|微博)|长按识别)/i,
  },
  {
    why: 'call to subscribe',
    most: 240,
    sentences: true,
    pattern:
      /^(subscribe|sign up|join (us|our)|get (our|the) (newsletter|latest|daily)|newsletter|register (now|for)|download (the|our) app|open (in|the) app|become a member|support (us|our)|donate)\b(?!.*\bsaid\b)|^(订阅|下载.{0,10}(APP|客户端)|打开.{0,10}(APP|客户端)|点击.{0,10}(下载|订阅|关注))/i,
  },
  {
    why: 'links to other articles',
    most: 240,
    pattern:
      /^(related|recommended|suggested|popular|trending|latest|more|further|most read|read (more|next|also)|also read|see also|you (may|might) (also )?(like|enjoy|be interested)|don[’']t miss|editor[’']s picks?|previous (article|post|story)|next (article|post|story))( (articles?|posts?|stories|story|news|reading|topics?|from|on|in|about)\b.*)?\s*([:：].*)?$|^(相关(阅读|新闻|报道|文章|链接|推荐)|推荐阅读|延伸阅读|更多(新闻|阅读|精彩|内容)|热门(文章|推荐|新闻)|猜你喜欢|上一篇|下一篇|阅读原文|往期)/i,
  },
  {
    why: 'notice about cookies',
    most: 600,
    sentences: true,
    pattern:
      /\bcookies?\b.*\b(accept|consent|agree|settings?|preferences|policy|experience|privacy|browsing)\b|\b(accept|manage|reject)( all)? cookies?\b|^(本网站|我们)使用.{0,6}cookie/i,
  },
  {
    why: 'number of a page',
    most: 24,
    pattern:
      /^(page |p\. ?)?\d{1,4}( ?(of|\/) ?\d{1,4})?$|^[-–—•|] ?\d{1,4} ?[-–—•|]$|^第 ?[\d一二三四五六七八九十]+ ?页(.{0,8}共.{0,6}页)?$/i,
  },
  {
    why: 'advertisement',
    most: 60,
    pattern:
      /^(advertisement|advertising|sponsored( content| by\b.*)?|promoted|ad|paid content|story continues below( advertisement)?|广告|推广|赞助内容)$/i,
  },
  {
    why: 'notice about copyright',
    most: 400,
    sentences: true,
    pattern:
      /^(©|\(c\)|copyright\b|all rights reserved)|\ball rights reserved\b|^(版权所有|版权声明|免责声明|声明[:：]|未经.{0,12}(授权|许可|允许))|京ICP|ICP备|本文.{0,12}(不代表|仅代表).{0,12}(立场|观点)/i,
  },
  {
    why: 'comments of readers',
    most: 160,
    sentences: true,
    pattern:
      /^(leave a (reply|comment)|post a comment|add a comment|\d+ comments?|comments?( \(\d+\))?|join the (conversation|discussion)|your e-?mail address will not be published.*)[:：]?$|^(发表评论|我要评论|网友评论|评论区?([（(]\d+[）)])?$|跟帖|参与互动)/i,
  },
  {
    why: 'credit of the editors',
    most: 80,
    pattern:
      /^[[(（【]?(责任编辑|责编|编辑|网络编辑|审核|校对|监制|值班编委|纠错)[:：\s/]|^(web )?editor\s*[:：]/i,
  },
  {
    why: 'line of tags',
    most: 240,
    pattern:
      /^(tags?|filed under|categor(y|ies)|posted in|topics?|keywords?)\s*[:：]|^(标签|关键词|分类|栏目)\s*[:：]/i,
  },
  {
    why: 'navigation of the page',
    most: 120,
    pattern:
      /^(home|menu|search|log ?in|sign in|register|back to top|top|skip to (main )?content|click here( to .*)?|loading\W*|read in app|toggle navigation|close|listen to this article|text size|font size)$|^home\s*[>›»/]|^(首页|返回(顶部|首页|列表)?|当前位置|您(现在)?(的位置|所在的位置)|字(号|体)|大 ?中 ?小|打印|举报|登录|注册|搜索|菜单|扫描二维码)/i,
  },
];

const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const clock = '\\d{1,2}[:：]\\d{2}([:：]\\d{2})?( ?[ap]\\.?m\\.?)?';
const day = `(\\d{1,2} ${monthName},? \\d{4}|${monthName} \\d{1,2}(st|nd|rd|th)?,? \\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{4} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日)`;
const datelines = [
  new RegExp(
    `^((published|posted|updated|last (updated|modified)|date|time|发布时间|发布|时间|更新)( on| at)?\\s*[:：]?\\s*)?((mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ?|星期. ?)?${day}([ T,|·-]{0,3}(at )?${clock})?( ?(utc|gmt|est|edt|pst|cst|bst)([+-]\\d+)?)?$`,
    'i',
  ),
  /^[\p{Lu}][\p{Lu}\s.,'’-]{2,30},? ([A-Z][a-z]{2,8}\.? \d{1,2}) \([^)]{2,30}\)\s*[-–—]*$/u,
  /^(新华社|中新社|中新网|人民网|央视网|本报)?[^，。]{0,10}\d{1,2}月\d{1,2}日(电|讯)([（(].{1,24}[）)])?$/,
];
const bylines = [
  /^(By|by|BY|(Text|Story|Reported|Written|Words|Translated) by)\s*[:：]?\s+(?=\p{Lu})[^\d.!?。]{2,80}$/u,
  /^(authors?|reporters?|writers?|source|translators?|correspondents?)\s*[:：]\s*.{2,80}$/i,
  /^[（(]?(作者|记者|文|撰文|来源|稿源|通讯员|编译|翻译|译者|署名|本报记者|新华社记者)\s*[:：/|]\s*.{1,40}$/,
  /^(本报|新华社|中新社)?记者\s*[\p{Script=Han}·、\s]{2,16}$/u,
  /^source\s*[:：].*\d{4}-\d{2}-\d{2}.*$/i,
];

/** Whether a line ends as sentences do. */
export const endsSentence = (text: string): boolean => /[.!?。！？…;；:：][”"’'」』）)]*$/.test(text);

/** How wide a line is: a Chinese character says as much as two letters. */
const widthOf = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** Why a line looks like page furniture; null when it does not. */
export function furnitureReason(text: string): string | null {
  const sentence = /[.!?。！？]$/.test(text) && widthOf(text) > 28;
  const sign = signs.find(
    ({ pattern, most, sentences }) => text.length <= most && (sentences || !sentence) && pattern.test(text),
  );
  return sign?.why ?? null;
}

/** Bylines and datelines are one short line. */
const longestLine = 160;
const isOne = (patterns: RegExp[], text: string): boolean =>
  text.length <= longestLine && patterns.some((pattern) => pattern.test(text));

export const isDateline = (text: string): boolean => isOne(datelines, text);
export const isByline = (text: string): boolean => isOne(bylines, text);
