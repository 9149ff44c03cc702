import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fenceOf, fences, importsOf, treeViolations, violations } from '../scripts/fences.mjs';

test('nothing in the tree reaches over a fence', () => {
  expect(treeViolations(fileURLToPath(new URL('..', import.meta.url)))).toEqual([]);
});

/** A file of each fence with imports that must be reported, and some that must not. */
const planted: Record<string, { file: string; bad: string[]; good: string[] }> = {
  rules: {
    file: 'rules/progress.ts',
    bad: ["import * as z from 'zod'", "import type { Db } from '@/db/client'", "import '../kinds/x'"],
    good: ["import { satisfies } from './evidence'"],
  },
  'db/schema': {
    file: 'db/schema/courses.ts',
    bad: ["import { leaseMail } from '../queries/outbox'", "import postgres from 'postgres'"],
    good: [
      "import { text } from 'drizzle-orm/pg-core'",
      "import { siteRoles } from '@/rules/accounts/roles'",
    ],
  },
  'db/queries': {
    file: 'db/queries/learning.ts',
    bad: ["import { connect } from '../client'", "import { env } from '@/server/env'"],
    good: ["import type { Db } from '../client'", "import { users } from '../schema'"],
  },
  'db/seed': {
    file: 'db/seed/prepare.ts',
    bad: ["import { headers } from 'next/headers'", "import { Button } from '@/components/ui/button'"],
    good: ["import { importCourse } from '@/features/authoring/import-course'"],
  },
  db: {
    file: 'db/client.ts',
    bad: ["import { env } from '@/server/env'", "import { enroll } from '@/features/enrollment/enroll'"],
    good: ["import postgres from 'postgres'"],
  },
  kinds: {
    file: 'kinds/blocks/claim/index.ts',
    bad: [
      "import { sql } from 'drizzle-orm'",
      "import { env } from '@/server/env'",
      "import { fsrs } from 'ts-fsrs'",
    ],
    good: ["import { escapeHtml } from '../kind'", "import { toString } from 'mdast-util-to-string'"],
  },
  'features/*': {
    file: 'features/learning/get-lesson.ts',
    bad: [
      "import { enroll } from '@/features/enrollment/enroll'",
      "import { enroll } from '../enrollment/enroll'",
      "const { enroll } = await import('../enrollment/enroll')",
      "export * from '../catalog/get-course'",
      "import { cookies } from 'next/headers'",
      "import { users } from '@/db/schema'",
      "import { connect } from '@/db/client'",
      "import { database } from '@/server/database'",
      "import { eq } from 'drizzle-orm'",
    ],
    good: [
      "import { placeInLesson } from './place'",
      "import type { Db } from '@/db/client'",
      "import { hashPassword } from '@/server/auth/passwords'",
      "import { questionKinds } from '@/kinds/questions/registry'",
    ],
  },
  'components/ui': {
    file: 'components/ui/button.tsx',
    bad: [
      "import { CourseCard } from '../course/course-card'",
      "import type { LessonScreen } from '@/features/learning/get-lesson'",
    ],
    good: ["import Link from 'next/link'", "import type { FormState } from '@/rules/form-state'"],
  },
  'components/lesson': {
    file: 'components/lesson/labs/lab.tsx',
    bad: [
      "import { CourseCard } from '@/components/course/course-card'",
      "import { submitLab } from '@/features/learning/labs/submit-lab'",
    ],
    good: ["import { LabFields } from '@/components/labs/fields'", "import { Html } from '../html'"],
  },
  'components/*': {
    file: 'components/labs/fields.tsx',
    bad: [
      "import { getLesson } from '@/features/learning/get-lesson'",
      "import { type LessonScreen } from '@/features/learning/get-lesson'",
      "import { Html } from '@/components/lesson/html'",
      "import type { EditionRow } from '@/db/queries/editions'",
      "import { call } from '@/server/call'",
      "import { fsrs } from 'ts-fsrs'",
    ],
    good: [
      "import type { LessonScreen } from '@/features/learning/get-lesson'",
      "import { Button } from '@/components/ui/button'",
      "import { LabField } from './field'",
    ],
  },
  app: {
    file: 'app/(public)/page.tsx',
    bad: [
      "import { usersByEmail } from '@/db/queries/users'",
      "import type { Db } from '@/db/client'",
      "import { database } from '@/server/database'",
      "import { sql } from 'drizzle-orm'",
      "import { fsrs } from 'ts-fsrs'",
    ],
    good: ["import { call } from '@/server/call'", "import './globals.css'"],
  },
  'server/operation': {
    file: 'server/operation.ts',
    bad: [
      "import { headers } from 'next/headers'",
      "import { connect } from '@/db/client'",
      "import { database } from './database'",
      "import { enqueueMail } from '@/db/queries/outbox'",
    ],
    good: ["import { recordAudit } from '@/db/queries/audit'", "import type * as z from 'zod'"],
  },
  'server/archive': {
    file: 'server/archive.ts',
    bad: [
      "import { stat } from 'node:fs/promises'",
      "import { importLimits } from '@/rules/authoring/course-paths'",
    ],
    good: ["import yauzl from 'yauzl'"],
  },
  'server/auth/passwords': {
    file: 'server/auth/passwords.ts',
    bad: ["import { env } from '../env'", "import { cookies } from 'next/headers'"],
    good: ["import { hash } from '@node-rs/argon2'"],
  },
  'server/auth/secrets': {
    file: 'server/auth/secrets.ts',
    bad: ["import { env } from '../env'", "import * as z from 'zod'"],
    good: ["import { randomBytes } from 'node:crypto'"],
  },
  'server/auth': {
    file: 'server/auth/session.ts',
    bad: [
      "import { userById } from '@/db/queries/users'",
      "import { register } from '@/features/accounts/register'",
      "import postgres from 'postgres'",
    ],
    good: ["import { liveSession } from '@/db/queries/sessions'", "import { cache } from 'react'"],
  },
  'server/mail': {
    file: 'server/mail/worker.ts',
    bad: ["import { outbox } from '@/db/schema'", "import { headers } from 'next/headers'"],
    good: ["import { leaseMail } from '@/db/queries/outbox'", "import { env } from '../env'"],
  },
  'server/jobs': {
    file: 'server/jobs/worker.ts',
    bad: ["import { courses } from '@/db/schema'", "import { redirect } from 'next/navigation'"],
    good: [
      "import { leasePublication } from '@/db/queries/publications'",
      "import { platform } from '@/features/authoring/import-course'",
    ],
  },
  'server/auth/token': {
    file: 'server/auth/token.ts',
    bad: ["import { cookies } from 'next/headers'", "import { userByEmail } from '@/db/queries/users'"],
    good: ["import { liveToken } from '@/db/queries/api-tokens'", "import { database } from '../database'"],
  },
  'server/solidity': {
    file: 'server/solidity/pool.ts',
    bad: [
      "import { database } from '../database'",
      "import { env } from '@/server/env'",
      "import { labAt } from '@/kinds/labs/registry'",
      "import https from 'node:https'",
    ],
    good: [
      "import { newMachine } from '../../kinds/solidity/machine.mjs'",
      "import type { RunPlan } from '@/kinds/labs/run'",
    ],
  },
  'kinds/solidity': {
    file: 'kinds/solidity/machine.mjs',
    bad: ["import { labAt } from '@/kinds/labs/registry'", "import solc from 'solc'"],
    good: ["import { createEVM } from '@ethereumjs/evm'", "import { clipped } from './limits.mjs'"],
  },
  'server/labs': {
    file: 'server/labs.ts',
    bad: ["import { env } from './env'", "import * as z from 'zod'"],
    good: ["import { createHmac } from 'node:crypto'"],
  },
  'server/version': {
    file: 'server/version.ts',
    bad: ["import { database } from './database'", "import * as z from 'zod'"],
    good: ["import manifest from '@/package.json' with { type: 'json' }"],
  },
  'server/storage': {
    file: 'server/storage/disk.ts',
    bad: [
      "import { database } from '../database'",
      "import { headers } from 'next/headers'",
      "import { recordAsset } from '@/db/queries/assets'",
    ],
    good: ["import { env } from '../env'", "import type { ByteRange } from '@/rules/files/byte-range'"],
  },
  server: {
    file: 'server/call.ts',
    bad: [
      "import { getLesson } from '@/features/learning/get-lesson'",
      "import { liveSession } from '@/db/queries/sessions'",
      "import { Page } from '@/components/ui/page'",
    ],
    good: ["import { isUnavailable } from '@/db/client'", "import { redirect } from 'next/navigation'"],
  },
};

test('every fence has a planted import', () => {
  expect(Object.keys(planted).sort()).toEqual(fences.map(({ from }) => from).sort());
});

describe.each(Object.entries(planted))('%s', (from, { file, bad, good }) => {
  test('is the fence of its files', () => {
    expect(fenceOf(file)?.from).toBe(from);
  });

  test.each(bad)('does not allow: %s', (statement) => {
    expect(violations(file, `// first line\n${statement};\n`)).toEqual([
      expect.stringMatching(new RegExp(`^${file.replace(/[()]/g, '\\$&')}:2: `)),
    ]);
  });

  test.each(good)('allows: %s', (statement) => {
    expect(violations(file, `${statement};\n`)).toEqual([]);
  });
});

test('scripts, tests and specs have no fence', () => {
  for (const file of ['scripts/start.mjs', 'test/factories.ts', 'rules/progress.spec.ts', 'e2e/learn.ts']) {
    expect(fenceOf(file)).toBeNull();
  }
});

test('an import over several lines is found, one in a comment is not', () => {
  const source = [
    "// import { a } from 'next/link'",
    'import type {',
    '  One,',
    '  Two,',
    "} from './several';",
    " * import('next')",
  ];
  expect(importsOf(source.join('\n'))).toMatchObject([{ line: 5, names: './several', typeOnly: true }]);
});
