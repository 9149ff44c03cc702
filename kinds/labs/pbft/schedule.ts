import {
  type Broken,
  isBroken,
  type Kind,
  type Message,
  type Setting,
  type State,
  silence,
  step,
} from './machine';

/** The most lines that a schedule may have. */
const mostLines = 40;

/** A message with the number of its line, from 1. */
export type Line = { at: number; message: Message };

/** What is wrong with a schedule at one of its lines. */
export type Problem = Broken & { at: number };

/** The lines that can be replayed, with the states before the first and after each, and what stops the next one. */
export type Replay = { lines: readonly Line[]; states: readonly State[]; problem: Problem | null };

const kinds: Record<string, Kind> = {
  'pre-prepare': 'pre-prepare',
  preprepare: 'pre-prepare',
  prepare: 'prepare',
  commit: 'commit',
};

/** The message of one line: `kind from to digest`, where `to` is `all` or numbers with commas; else what is wrong. */
function readLine(text: string, { replicas }: Setting, digests: readonly string[]): Message | string {
  const [kindName = '', fromText = '', toText = '', digest = '', ...rest] = text.toLowerCase().split(/\s+/);
  const kind = Object.hasOwn(kinds, kindName) ? kinds[kindName] : undefined;
  if (!kind) return 'it begins with pre-prepare, prepare or commit.';
  const isReplica = (word: string) => /^\d$/.test(word) && Number(word) < replicas;
  if (!isReplica(fromText)) return `second comes who sends it, a number from 0 to ${replicas - 1}.`;
  const from = Number(fromText);
  const others = Array.from({ length: replicas }, (_, at) => at).filter((at) => at !== from);
  const named = toText.split(',');
  const to = toText === 'all' ? others : others.filter((at) => named.includes(String(at)));
  if (to.length === 0 || (toText !== 'all' && !named.every(isReplica)))
    return 'third comes who gets it: all, or numbers of others with commas between them.';
  if (!digests.includes(digest) || rest.length > 0)
    return `it ends with one of the digests, ${digests.join(' or ')}.`;
  return { kind, from, to, digest };
}

/** Replays a schedule, a message a line, until its end or until something in it could not be. */
export function replay(setting: Setting, digests: readonly string[], schedule: string): Replay {
  const lines: Line[] = [];
  let state = silence(setting);
  const states = [state];
  const stop = (at: number, code: Problem['code'], says: string): Replay => ({
    lines,
    states,
    problem: { at, code, says },
  });
  for (const [index, text] of schedule.split('\n').entries()) {
    const at = index + 1;
    if (text.trim() === '') continue;
    if (lines.length === mostLines) return stop(at, 'E_LINE', `${mostLines} lines are more than enough.`);
    const message = readLine(text.trim(), setting, digests);
    if (typeof message === 'string') return stop(at, 'E_LINE', message);
    const next = step(setting, state, message);
    if (isBroken(next)) return stop(at, next.code, next.says);
    lines.push({ at, message });
    state = next;
    states.push(state);
  }
  return { lines, states, problem: null };
}
