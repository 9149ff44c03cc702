import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { FileProblem } from '@/rules/authoring/course-files';
import { typesetData } from './typeset';
import { issueWords } from './yaml-words';

export type Parsed<Value> = {
  value: Value;
  /** The line on which a part of the value stands. */
  lineOf: (path: (string | number)[]) => number;
};

/**
 * Parses YAML and checks it against a schema. Every mistake is reported with its line; returns null
 * when there is any. `lineOffset` is added to lines, for front matter that does not begin the file.
 */
export function parseYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  report: (problem: FileProblem) => void,
  lineOffset = 0,
): Parsed<z.output<Schema>> | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => lines.linePos(offset).line + lineOffset;
  for (const error of document.errors) report({ file, line: at(error.pos[0]), message: error.message });
  if (document.errors.length > 0) return null;
  // What is missing has no place of its own: its parent stands in for it.
  const lineOf = (path: (string | number)[]) => {
    let node: unknown;
    for (let length = path.length; length >= 0 && !isNode(node); length -= 1) {
      node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    }
    return at(isNode(node) ? (node.range?.[0] ?? 0) : 0);
  };
  let data: unknown;
  try {
    // Refuses aliases that would multiply a small text into a large one.
    data = document.toJS();
  } catch (error) {
    report({ file, line: 1 + lineOffset, message: error instanceof Error ? error.message : String(error) });
    return null;
  }
  const result = schema.safeParse(data, { error: issueWords });
  if (result.success) return { value: typesetData(result.data), lineOf };
  for (const issue of result.error.issues) {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    report({ file, line: lineOf(path), message: `${path.join('.') || 'file'}: ${issue.message}` });
  }
  return null;
}
