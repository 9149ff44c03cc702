import { parseDocument } from 'yaml';
import { modulesIn } from '@/rules/authoring/course-files';

/** The modules of a draft in their order: the folder, and the title as far as it can be read. */
export function modulesOf(texts: ReadonlyMap<string, string>): { folder: string; title: string }[] {
  return modulesIn(texts.keys()).map(({ folder }) => {
    const yaml = parseDocument(texts.get(`modules/${folder}/module.yaml`) ?? '', { prettyErrors: false });
    const title: unknown = yaml.errors.length === 0 ? yaml.get('title') : null;
    return { folder, title: typeof title === 'string' && title.trim() !== '' ? title : folder };
  });
}
