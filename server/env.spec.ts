import { describe, expect, test } from 'vitest';
import { readEnv } from './env';

const right = {
  DATABASE_URL: 'postgres://somebody@localhost:5432/platform',
  AUTH_SECRET: 'kq3Zr8Wc1Vn6Xt0Lp5Ys2Bd7Fg4Hj9Mq',
  AUTH_URL: 'https://learn.example.org',
};
const read = (changes: Record<string, string | undefined>) =>
  readEnv({ ...right, ...changes } as unknown as NodeJS.ProcessEnv);

describe('the settings', () => {
  test('that are enough are three; the rest has safe values', () => {
    expect(read({})).toEqual({
      ...right,
      PLATFORM_MODE: 'hosted',
      MAIL_FROM: expect.stringContaining('@'),
      TRUST_PROXY: '0',
      SOLIDITY_WORKERS: '1',
      BENCH: '0',
      ASSETS_DIR: '.data/assets',
      S3_REGION: 'us-east-1',
    });
  });

  test('for an S3-compatible store are read together', () => {
    const s3 = {
      S3_ENDPOINT: 'https://store.example.org',
      S3_BUCKET: 'courses',
      S3_ACCESS_KEY: 'key',
      S3_SECRET_KEY: 'secret',
    };
    expect(read(s3)).toMatchObject({ ...s3, S3_REGION: 'us-east-1' });
  });

  test.each<[string, Record<string, string | undefined>, string]>([
    ['no database', { DATABASE_URL: undefined }, 'DATABASE_URL must be a postgres:// address'],
    ['another database', { DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL must be'],
    ['no secret', { AUTH_SECRET: undefined }, 'AUTH_SECRET is missing'],
    ['an empty secret', { AUTH_SECRET: '' }, 'AUTH_SECRET is too short'],
    ['a short secret', { AUTH_SECRET: right.AUTH_SECRET.slice(1) }, 'AUTH_SECRET is too short'],
    [
      'a sample as secret',
      { AUTH_SECRET: `change-me-${right.AUTH_SECRET}` },
      'AUTH_SECRET looks like a sample',
    ],
    ['one letter as secret', { AUTH_SECRET: 'a'.repeat(40) }, 'AUTH_SECRET looks like a sample'],
    ['no address', { AUTH_URL: undefined }, 'AUTH_URL is missing'],
    ['an address that is none', { AUTH_URL: 'learn.example.org' }, 'AUTH_URL'],
    ['an address of another kind', { AUTH_URL: 'ftp://learn.example.org' }, 'AUTH_URL'],
    ['a mode that is none', { PLATFORM_MODE: 'demo' }, 'PLATFORM_MODE'],
    ['a mail server that is none', { SMTP_URL: 'https://mail.example.org' }, 'SMTP_URL'],
    ['a proxy that is neither', { TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
    ['half of a store', { S3_ENDPOINT: 'https://store.example.org' }, 'S3_BUCKET is missing'],
    ['a store without its address', { S3_BUCKET: 'courses' }, 'S3_ENDPOINT is missing'],
    ['a store that is no address', { S3_ENDPOINT: 'store.example.org' }, 'S3_ENDPOINT must be'],
    ['a bucket that is none', { S3_BUCKET: '../x' }, 'S3_BUCKET is not'],
    ['an empty folder', { ASSETS_DIR: '' }, 'ASSETS_DIR'],
    ['a bench that is neither', { BENCH: 'true' }, 'BENCH'],
  ])('are refused by name: %s', (_title, changes, message) => {
    expect(() => read(changes)).toThrow(message);
  });

  test('are all named at once', () => {
    const wrong = { AUTH_SECRET: 'short', AUTH_URL: 'x', TRUST_PROXY: '2' };
    expect(() => read(wrong)).toThrow(/AUTH_SECRET[\s\S]*AUTH_URL[\s\S]*TRUST_PROXY/);
  });

  test('that are refused are not repeated: a secret stays out of the log', () => {
    expect(() => read({ AUTH_SECRET: 'hunter2' })).toThrow(/^(?![\s\S]*hunter2)/);
  });
});
