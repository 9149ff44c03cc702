import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';

/** The language of the field of an answer, for spoken and on-screen keyboards; null where none is named. */
export function languageOf(node: DirectiveNode, context: CompileContext): string | null {
  const lang = node.attributes?.lang ?? '';
  const known = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang);
  if (lang && !known) context.problem(node, `lang="${lang}" is not a language, as en or zh`);
  return lang || null;
}
