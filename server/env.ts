import * as z from 'zod';

const samples = /^(change|secret|example|sample|test|password|your)/i;

const schema = z.object({
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
  /** `1` only for `npm run bench`: serves the empty page that is the framework's floor. */
  BENCH: z.enum(['0', '1']).default('0'),
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
