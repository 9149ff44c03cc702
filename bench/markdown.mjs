// Tables and figures as Markdown.
const row = (cells) => `| ${cells.join(' | ')} |`;

export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
/** Milliseconds; – where the system does not tell. */
export const milliseconds = (ms) => (ms === null ? '–' : `${ms.toFixed(ms < 20 ? 1 : 0)} ms`);

/** A table whose first column is words and whose others are figures. */
export function table(head, rows) {
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [row(head), row(rule), ...rows.map(row)].join('\n');
}
