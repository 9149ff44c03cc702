import { parseDocument } from 'yaml';
import { ImportRefused } from './import-refused';

/** Refuses YAML that unfolds itself without end, in a file or in front matter. Mere mistakes are no matter here. */
export function checkYaml(path: string, text: string): void {
  const yaml = /\.ya?ml$/i.test(path) ? text : /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1];
  if (!yaml?.includes('*')) return;
  try {
    parseDocument(yaml, { prettyErrors: false }).toJS();
  } catch (error) {
    if (error instanceof Error && /alias/i.test(error.message))
      throw new ImportRefused('yaml-too-deep', path);
  }
}
