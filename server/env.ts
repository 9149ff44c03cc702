import * as z from 'zod';

const samples = /^(change|secret|example|sample|test|password|your)/i;

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }),
  AUTH_SECRET: z
    .string({
      error: 'is missing: give it at least 32 random characters, for example from `openssl rand -base64 32`',
    })
    .min(32, 'is too short: give it at least 32 random characters')
    .refine(
      (value) => !samples.test(value) && new Set(value).size >= 10,
      'looks like a sample, not like a random value',
    ),
  /**
   * From which the tasks of labs are made; without it AUTH_SECRET is. Whoever changes AUTH_SECRET first sets this one
   * to the old value: else no lab that was handed in can be verified again.
   */
  LAB_SECRET: z.string().min(32, 'is too short: give it at least 32 random characters').optional(),
  AUTH_URL: z.url({
    protocol: /^https?$/,
    error: 'is missing: the address people open, for example https://learn.example.org',
  }),
  /** `embedded`: the database is ours under `.data/`, with demo accounts and a local mailbox. */
  PLATFORM_MODE: z.enum(['embedded', 'hosted']).default('hosted'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Course platform <no-reply@localhost>'),
  /** `1` behind a reverse proxy that overwrites X-Forwarded-For: the last entry is then the client. */
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  /**
   * The folder for pictures, recordings, films and documents; `npm start` sets it to `assets` in the data
   * folder. Replicas that share a PostgreSQL must share this folder too, or use a store of the kind below:
   * what one of them stored would be missing on the others.
   */
  ASSETS_DIR: z.string().min(1).default('.data/assets'),
  /** An S3-compatible store instead of the folder: address, bucket and keys, all of them or none. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be the https:// address of the store' }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,62}$/, 'is not the name of a bucket')
    .optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY: z.string().min(1).optional(),
  S3_SECRET_KEY: z.string().min(1).optional(),
  /** How many contracts of learners are compiled and run at once: 200 MB each. */
  SOLIDITY_WORKERS: z.enum(['1', '2']).default('1'),
  /** `1` only for `npm run bench`: serves the empty page that is the framework's floor. */
  BENCH: z.enum(['0', '1']).default('0'),
});

const ofS3 = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const;

const schema = settings.superRefine((values, context) => {
  const missing = ofS3.filter((name) => values[name] === undefined);
  if (missing.length === ofS3.length) return;
  for (const name of missing) {
    const message = 'is missing: the S3 settings are set all together or not at all';
    context.addIssue({ code: 'custom', path: [name], message });
  }
});

export type Env = z.output<typeof schema>;

/** Reads the settings, or throws one error whose message names every setting that is wrong. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new Error(`These settings must be right before the platform starts:\n${lines.join('\n')}`);
}

let read: Env | undefined;
/** The settings of this process, read once. */
export const env = (): Env => {
  read ??= readEnv();
  return read;
};
