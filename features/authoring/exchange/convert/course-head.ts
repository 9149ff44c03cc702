import { parseDocument, stringify } from 'yaml';
import { languageNamed, proposedSlug } from '@/rules/authoring/course-draft';
import { prompt } from '@/rules/authoring/foreign-course';
import { idOf, isIndex, titleOf } from '@/rules/authoring/foreign-course-names';
import type { Page } from './page';
import { summaryOf, titleOfPage } from './plan';

/** What a site's own settings say of the course. */
export type SiteSettings = {
  title: string | null;
  summary: string | null;
  language: string | null;
  nav: unknown;
  docs: string;
};

/** Reads mkdocs.yml and Jekyll's _config.yml, the first that is there. Tags of its own extensions do not matter. */
export function siteSettings(texts: ReadonlyMap<string, string>): SiteSettings & { file: string | null } {
  const file =
    ['mkdocs.yml', 'mkdocs.yaml', '_config.yml', '_config.yaml'].find((name) => texts.has(name)) ?? null;
  const data = file ? mapIn(texts.get(file) ?? '') : {};
  const words = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
  return {
    file,
    title: words(data.site_name) ?? words(data.title),
    summary: words(data.site_description) ?? words(data.description),
    language: words(data.lang),
    nav: data.nav,
    docs: words(data.docs_dir) ?? 'docs',
  };
}

function mapIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = parseDocument(text, { prettyErrors: false, logLevel: 'silent' }).toJS();
    return value !== null && typeof value === 'object' ? { ...value } : {};
  } catch {
    return {};
  }
}

/** YAML as people would write it: long lines stay whole. */
export const asYaml = (value: unknown): string => stringify(value, { lineWidth: 0 });

/** The title of a course: of its site, of its front page, or of the folder it came in. */
export function courseTitleOf(site: SiteSettings, front: Page | undefined, name: string): string {
  // A page with several titles is a row of lessons, and none of them names the course.
  const heading = front && (front.pieces.length === 1 || isIndex(front.path)) ? front.pieces[0]?.title : null;
  const own = front?.front.title ?? heading;
  return site.title ?? own ?? (titleOf(name) || 'Imported course');
}

/** The page that speaks for the whole course. */
export const frontPage = (pages: readonly Page[], docs: string): Page | undefined =>
  pages.find(({ path }) => !path.includes('/') && isIndex(path)) ??
  pages.find(
    ({ path }) =>
      path.split('/').length === 2 &&
      isIndex(path) &&
      /^(docs|src|content|book)$/i.test(path.split('/')[0] ?? ''),
  ) ??
  pages.find(({ path }) => path.startsWith(`${docs}/`) && isIndex(path) && path.split('/').length === 2) ??
  (pages.length === 1 && pages[0] && titleOfPage(pages[0]) ? pages[0] : undefined);

/** The course.yaml of a course that had none. What only a person can say stands there as a prompt. */
export function courseHead(of: {
  title: string;
  site: SiteSettings;
  front: Page | undefined;
  texts: Iterable<string>;
  verified: string;
}): string {
  const { title, site, front, texts, verified } = of;
  const summary = site.summary ?? (front ? summaryOf(front) : null);
  const language = languageNamed(site.language ?? front?.front.language ?? '') ?? languageOf(texts);
  return asYaml({
    slug: proposedSlug(title) ?? (idOf(title) || 'imported-course'),
    title,
    summary: summary ?? prompt('one or two sentences for the catalog'),
    language,
    level: prompt('what learners know before they begin'),
    zone: 'UTC',
    verified,
    outcomes: [prompt('what learners can do afterwards')],
    audience: [prompt('for whom it is')],
    authors: [{ name: prompt('who wrote it'), about: prompt('one sentence about them') }],
  });
}

/** Chinese where most letters are, else English. */
function languageOf(texts: Iterable<string>): string {
  let [han, latin] = [0, 0];
  for (const text of texts) {
    const sample = text.slice(0, 20_000);
    han += sample.match(/\p{Script=Han}/gu)?.length ?? 0;
    latin += sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  }
  // A Chinese character stands for about as much as two letters and a half.
  return han * 2.5 > latin ? 'zh' : 'en';
}
