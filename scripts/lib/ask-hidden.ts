import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks for a line on a terminal without showing what is typed; otherwise takes the first line of stdin. */
export function askHidden(question: string): Promise<string> {
  const terminal = process.stdin.isTTY === true;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (terminal) process.stderr.write(question);
  const lines = createInterface({ input: process.stdin, output: silent, terminal });
  return new Promise((resolve) => {
    let answer = '';
    lines.once('line', (line) => {
      answer = line;
      lines.close();
    });
    lines.once('SIGINT', () => {
      process.stderr.write('\n');
      process.exit(130);
    });
    lines.once('close', () => {
      if (terminal) process.stderr.write('\n');
      resolve(answer);
    });
  });
}
