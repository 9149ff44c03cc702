/** Who has to sign: a name, or at least so many of some parts. `and` is all of them and `or` is one. */
export type Policy<Name extends string = string> =
  | { kind: 'name'; name: Name }
  | { kind: 'of'; least: number; parts: Policy<Name>[] };

/** Why a line is no policy. */
type PolicyProblem = { kind: 'problem'; code: `E_${string}`; says: string };

/** Characters of a policy, and brackets that may stand in each other. */
export const longestPolicy = 160;
export const deepestPolicy = 4;

type Read<Name extends string> = Policy<Name> | PolicyProblem;

const problem = (says: string, code: PolicyProblem['code'] = 'E_POLICY'): PolicyProblem => ({
  kind: 'problem',
  code,
  says,
});

/** The words, numbers and signs of a line; null where something stands in it that is none of these. */
function tokensOf(line: string): string[] | null {
  const tokens = line.toLowerCase().match(/[a-z]+|\d+|[(),]|\S/g) ?? [];
  return tokens.every((token) => /^([a-z]+|\d+|[(),])$/.test(token)) ? tokens : null;
}

/**
 * Reads a policy: `Bank`, `Bank and Regulator`, `Bank or Buyer`, `2 of (Bank, Buyer, Customs)`, and brackets of these.
 * There is no `not`: in what can be said, one signature more never undoes an approval.
 */
export function readPolicy<Name extends string>(line: string, names: readonly Name[]): Read<Name> {
  if (line.length > longestPolicy) return problem(`A policy has at most ${longestPolicy} characters.`);
  const tokens = tokensOf(line);
  if (!tokens) return problem('A policy has words, numbers, commas and round brackets, and nothing else.');
  if (tokens.length === 0) return problem('There is no policy yet.');
  let at = 0;
  const next = () => tokens[at] ?? '';
  const takes = (token: string): boolean => {
    const is = next() === token;
    if (is) at += 1;
    return is;
  };

  /** At least so many of the parts, unless one organisation stands among them twice. */
  const joined = (least: number, parts: Policy<Name>[]): Read<Name> => {
    const named = parts.flatMap((part) => (part.kind === 'name' ? [part.name] : []));
    if (new Set(named).size < named.length)
      return problem('The same name stands twice in one list, and would count twice.', 'E_TWICE');
    return { kind: 'of', least, parts };
  };

  /** What stands between brackets after `2 of`. */
  const counted = (depth: number): Read<Name> => {
    const least = Number(next());
    at += 1;
    if (!takes('of')) return problem('After a number comes “of”, as in “2 of (Bank, Buyer, Customs)”.');
    if (!takes('(')) return problem('After “of” comes a round bracket with a list.');
    const parts: Policy<Name>[] = [];
    do {
      const part = terms(depth + 1);
      if (part.kind === 'problem') return part;
      parts.push(part);
    } while (takes(','));
    if (!takes(')')) return problem('A round bracket is not closed, or a comma is missing.');
    if (least < 1 || least > parts.length)
      return problem('The number before “of” has to be 1 or more, and not above the list.', 'E_COUNT');
    return joined(least, parts);
  };

  const part = (depth: number): Read<Name> => {
    if (depth > deepestPolicy)
      return problem(`At most ${deepestPolicy} brackets may stand in each other.`, 'E_DEPTH');
    if (/^\d/.test(next())) return counted(depth);
    if (takes('(')) {
      const inner = terms(depth + 1);
      if (inner.kind === 'problem') return inner;
      return takes(')') ? inner : problem('A round bracket is not closed.');
    }
    const word = next();
    if (word === 'not')
      return problem('There is no “not”: one signature more never undoes an approval.', 'E_MONOTONE');
    if (!/^[a-z]/.test(word) || word === 'and' || word === 'or' || word === 'of')
      return problem('A name is missing, or something stands in its place.');
    const name = names.find((one) => one === word);
    if (!name) return problem('This names somebody who is not of the consortium.', 'E_NAME');
    at += 1;
    return { kind: 'name', name };
  };

  /** Parts with one and the same word between them. */
  const terms = (depth: number): Read<Name> => {
    const first = part(depth);
    if (first.kind === 'problem') return first;
    const word = next();
    if (word !== 'and' && word !== 'or') return first;
    const parts = [first];
    while (takes(word)) {
      const another = part(depth);
      if (another.kind === 'problem') return another;
      parts.push(another);
    }
    if (next() === 'and' || next() === 'or')
      return problem('Where “and” and “or” meet, round brackets have to say which comes first.');
    return joined(word === 'and' ? parts.length : 1, parts);
  };

  const read = terms(0);
  if (read.kind === 'problem') return read;
  if (next() === 'not')
    return problem('There is no “not”: one signature more never undoes an approval.', 'E_MONOTONE');
  return at === tokens.length ? read : problem('Something stands behind the end of the policy.');
}

/** Whether those who signed are enough. */
export function approves<Name extends string>(policy: Policy<Name>, signed: ReadonlySet<Name>): boolean {
  if (policy.kind === 'name') return signed.has(policy.name);
  return policy.parts.filter((part) => approves(part, signed)).length >= policy.least;
}

/** Everybody whom a policy names. */
export const namedIn = <Name extends string>(policy: Policy<Name>): ReadonlySet<Name> =>
  new Set(policy.kind === 'name' ? [policy.name] : policy.parts.flatMap((part) => [...namedIn(part)]));
