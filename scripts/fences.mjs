// Import fences: which folder may import what, as data. `node scripts/fences.mjs` checks the whole tree.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Frameworks and drivers: what only the outer layers may know. */
const web = ['next', 'next-auth', 'react', 'react-dom', 'server-only'];
const data = ['drizzle-orm', 'postgres'];
/** The machine that contracts run on. */
const machine = ['@ethereumjs/common', '@ethereumjs/evm', '@ethereumjs/util'];
/** The plan of the daily review is made on the server alone. */
const planning = ['ts-fsrs'];

/**
 * The first fence whose `from` holds a file decides, so narrow ones stand before wide ones.
 *
 * @typedef {object} Fence
 * @property {string} from A folder, or a file without its ending; `*` is one folder's name.
 * @property {string[]} may What of this repository it may import; `*` is the same folder again.
 * @property {string[]} [types] What it may import with `import type` only.
 * @property {string[]} [not] What it may not import although `may` holds it.
 * @property {string[]} [packages] The only packages it may import; without it, any.
 * @property {string[]} [never] Packages it may not import.
 */

/** @type {Fence[]} */
export const fences = [
  { from: 'rules', may: ['rules'], packages: [] },
  { from: 'db/schema', may: ['db/schema', 'rules'], packages: ['drizzle-orm'] },
  {
    from: 'db/queries',
    may: ['db/queries', 'db/schema', 'rules'],
    types: ['db/client'],
    packages: ['drizzle-orm'],
  },
  // Puts a fresh database together: it calls operations, as scripts do.
  { from: 'db/seed', may: ['db', 'rules', 'features', 'server'], never: web },
  { from: 'db', may: ['db'], packages: [...data, 'node:fs', 'node:path', 'node:url'] },
  // The machine that contracts run on: in a process of its own on the server, and in a page.
  { from: 'kinds/solidity', may: ['kinds/solidity'], packages: [...machine, '@noble/hashes'] },
  {
    from: 'kinds',
    may: ['kinds', 'rules', 'components/ui'],
    never: ['next', 'next-auth', ...data, ...planning],
  },
  {
    from: 'features/*',
    may: [
      'features/*',
      'kinds',
      'rules',
      'db/queries',
      'server/archive',
      'server/operation',
      'server/auth/passwords',
      'server/auth/secrets',
      'server/labs',
    ],
    types: ['db/client', 'server/storage'],
    never: [...web, ...data],
  },
  { from: 'components/ui', may: ['components/ui', 'rules'], never: ['next-auth', 'server-only', ...data] },
  // A lesson has labs in it, and knows how a page records them; labs know nothing of lessons.
  {
    from: 'components/lesson',
    may: ['components/lesson', 'components/labs', 'components/ui', 'kinds', 'rules'],
    types: ['features'],
    never: ['next-auth', 'server-only', ...data, ...planning],
  },
  {
    from: 'components/*',
    may: ['components/*', 'components/ui', 'kinds', 'rules'],
    types: ['features'],
    never: ['next-auth', 'server-only', ...data, ...planning],
  },
  {
    from: 'app',
    may: ['app', 'features', 'components', 'kinds', 'rules', 'server'],
    // Without an operation there is no database handle.
    not: ['server/database'],
    never: [...data, ...planning],
  },
  {
    from: 'server/operation',
    may: ['rules', 'db/queries/audit', 'db/queries/sessions'],
    types: ['db/client'],
    never: [...web, ...data],
  },
  { from: 'server/archive', may: [], packages: ['yauzl'] },
  { from: 'server/auth/passwords', may: [], packages: ['@node-rs/argon2'] },
  { from: 'server/auth/secrets', may: [], packages: ['node:crypto'] },
  { from: 'server/labs', may: [], packages: ['node:crypto'] },
  // Another system's way in: no cookie, hence nothing of the framework.
  {
    from: 'server/auth/token',
    may: ['server', 'rules', 'db/queries/api-tokens', 'db/queries/rate-limits'],
    never: [...web, ...data],
  },
  // Who somebody is, and whether they prove it again: the only operations that doors themselves call.
  {
    from: 'server/auth',
    may: [
      'server',
      'rules',
      'db/queries/sessions',
      'features/accounts/sign-in',
      'features/accounts/prove-password',
    ],
    never: data,
  },
  { from: 'server/mail', may: ['server', 'rules', 'db/client', 'db/queries'], never: [...web, ...data] },
  { from: 'server/storage', may: ['server/storage', 'server/env', 'rules'], never: [...web, ...data] },
  // What happens at a time of its own calls operations, as scripts do.
  {
    from: 'server/jobs',
    may: ['server', 'rules', 'db/client', 'db/queries', 'features'],
    never: [...web, ...data],
  },
  // What learners write is compiled and run here: nothing of the platform is at hand, least of all its database.
  {
    from: 'server/solidity',
    may: ['server/solidity', 'kinds/solidity'],
    types: ['kinds/labs/run'],
    packages: [
      '@noble/hashes',
      'solc',
      'node:child_process',
      'node:fs',
      'node:module',
      'node:path',
      'node:v8',
    ],
  },
  // The one place that knows the number of the version.
  { from: 'server/version', may: ['package.json'], packages: [] },
  { from: 'server', may: ['server', 'rules', 'db/client'], never: data },
];

/** Roots that put everything together (scripts, tests, benchmarks) have no fence; nor have specs. */
const fenceless = /(^|\/)[^/]+\.spec\.tsx?$/;

/** Whether a folder or file of the table holds a path; `own` is what `*` stands for there. */
function holds(entry, path, own) {
  const named = entry.replace('*', own ?? '*').split('/');
  const parts = path.replace(/\.(tsx?|mjs|js)$/, '').split('/');
  return named.every((name, index) => (name === '*' ? index < parts.length - 1 : name === parts[index]));
}

/** The fence around a file, or null where there is none. */
export function fenceOf(file) {
  return fenceless.test(file) ? null : (fences.find(({ from }) => holds(from, file)) ?? null);
}

const statements = [
  /^\s*(?:import|export)\s+(type\s+)?(?:[\w$]+\s*,\s*)?(?:\*|\{|[\w$]+\s+from)[^'"`;]*?['"]([^'"]+)['"]/gm,
  /^\s*import\s+()['"]([^'"]+)['"]/gm,
  /\b(?:import|require)\s*()\(\s*['"`]([^'"`]+)['"`]/g,
];

/** Every import of a source: its line, what it names, and whether it is of types alone. */
export function importsOf(source) {
  const found = statements.flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => {
      const at = match.index + match[0].length;
      const before = source.slice(0, at).split('\n');
      return { line: before.length, text: before.at(-1), names: match[2], typeOnly: Boolean(match[1]) };
    }),
  );
  return found.filter(({ text }) => !/^\s*(\/\/|\*|\/\*)/.test(text)).sort((a, b) => a.line - b.line);
}

/** The path inside the repository that an import names, or null when it is a package. */
function pathOf(file, names) {
  if (names.startsWith('@/')) return posix.normalize(names.slice(2));
  return names.startsWith('.') ? posix.join(posix.dirname(file), names) : null;
}

const isPackage = (names, listed) => listed.some((name) => names === name || names.startsWith(`${name}/`));

/** Why a file may not import something, or null when it may. */
function refusal(fence, file, { names, typeOnly }) {
  const path = pathOf(file, names);
  if (path === null) {
    if (fence.packages && !isPackage(names, fence.packages)) return `does not import the package "${names}"`;
    return isPackage(names, fence.never ?? []) ? `never imports the package "${names}"` : null;
  }
  const own = file.split('/')[fence.from.split('/').indexOf('*')];
  const among = (list) => (list ?? []).some((entry) => holds(entry, path, own));
  if (among(fence.may) && !among(fence.not)) return null;
  if (!among(fence.types)) return `does not import ${path}`;
  return typeOnly ? null : `imports ${path} only with "import type"`;
}

/**
 * The imports of a file that its fence does not allow, one sentence each.
 * @param {string} file The path inside the repository, with forward slashes.
 * @param {string} source
 * @returns {string[]}
 */
export function violations(file, source) {
  const fence = fenceOf(file);
  if (!fence) return [];
  return importsOf(source).flatMap((entry) => {
    const why = refusal(fence, file, entry);
    return why ? [`${file}:${entry.line}: ${fence.from} ${why}`] : [];
  });
}

/** Every violation in the files that git knows or would add. */
export function treeViolations(root) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed
    .split('\0')
    .filter((file) => /\.(tsx?|mjs|js)$/.test(file) && existsSync(posix.join(root, file)))
    .flatMap((file) => violations(file, readFileSync(posix.join(root, file), 'utf8')));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = treeViolations(fileURLToPath(new URL('..', import.meta.url)));
  for (const line of found) console.error(line);
  process.exit(found.length === 0 ? 0 : 1);
}
