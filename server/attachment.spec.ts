import { expect, test } from 'vitest';
import { memoryStore } from '@/test/assets';
import { attachmentAnswer } from './attachment';
import { type RequestContext, requests } from './request-context';

const hash = 'ab'.repeat(32);

test('a file that somebody sent is saved under its name, and neither shown nor kept on its way', async () => {
  const store = memoryStore();
  await store.write(hash, new TextEncoder().encode('<script>'));
  const context: RequestContext = { id: '', unavailable: false, missing: false };
  const file = { hash, type: 'text/plain', name: "区块链 'a'.txt" };
  const answer = await requests.run(context, () => attachmentAnswer(file, store));
  expect(await answer?.text()).toBe('<script>');
  expect({ ...Object.fromEntries(answer?.headers ?? []), ...context.headers }).toEqual({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="-----a-.txt"; filename*=UTF-8''${encodeURIComponent('区块链 ')}%27a%27.txt`,
    'cache-control': 'private, no-store, no-transform',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-length': '8',
  });
  expect(await attachmentAnswer({ ...file, hash: 'cd'.repeat(32) }, store)).toBeNull();
});
