import { expect } from '@playwright/test';
import { openArchive } from '@/server/archive';
import { address } from '../address';
import type { Call } from './calls';

export type Answer = { status: number; text: string; cache: string; html: string };

/** The files of an archive as one text, with their names. */
async function unpacked(bytes: Buffer): Promise<string> {
  const { entries, close } = await openArchive(bytes, { most: 10_000 });
  const parts: string[] = [];
  for (const { path, open } of entries) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await open()) chunks.push(chunk);
    parts.push(path, Buffer.concat(chunks).toString());
  }
  close();
  return parts.join('\n');
}

/** Asks, and again where somebody has asked too much in this minute. */
async function patiently(path: string, init: RequestInit): Promise<Response> {
  for (let again = 0; ; again += 1) {
    const answer = await fetch(new URL(path, address), init);
    if (answer.status !== 429 || again === 10) return answer;
    await answer.arrayBuffer();
    await new Promise((resolve) => setTimeout(resolve, 10_000));
  }
}

async function fetched(path: string, init: RequestInit, identity: Record<string, string>): Promise<Answer> {
  const headers = { origin: address, ...identity, ...init.headers };
  // Where it leads is an answer like any other, and where that leads is asked by itself.
  const answer = await patiently(path, { ...init, headers, redirect: 'manual' });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const what = `${init.method ?? 'GET'} ${path}`;
  // Neither is an answer that says what somebody may read.
  expect(answer.status, what).toBeLessThan(500);
  expect(answer.status, what).not.toBe(429);
  const html = bytes.toString();
  const body = html.startsWith('PK\u0003\u0004') ? await unpacked(bytes) : html;
  const cache = answer.headers.get('cache-control') ?? '';
  return { status: answer.status, html, text: `${JSON.stringify([...answer.headers])}\n${body}`, cache };
}

/** What one call is answered with: its headers, its body, and whatever an archive has in it; and the page a form leads to. */
export async function ask({ path, form, init }: Call, identity: Record<string, string>): Promise<Answer> {
  const answer = await fetched(path, init, identity);
  const [, to] = /\["location","([^"]+)"\]/.exec(answer.text) ?? [];
  if (form !== 'form' || !to) return answer;
  const page = await fetched(to.split('#')[0] ?? to, {}, identity);
  return { ...answer, text: `${answer.text}\n${page.text}` };
}

/** Asks all of them, so many at a time. */
export async function askAll(
  calls: Call[],
  identity: Record<string, string>,
  each: (call: Call, answer: Answer) => void,
  atOnce = 4,
): Promise<void> {
  const left = [...calls];
  const some = async () => {
    for (let call = left.shift(); call; call = left.shift()) each(call, await ask(call, identity));
  };
  await Promise.all(Array.from({ length: atOnce }, some));
}
