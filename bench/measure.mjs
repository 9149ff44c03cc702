// Requests/s, latencies and processor time of several targets, taken in turns so that a busy moment of the
// machine falls on all of them.
import { cpuTime, load } from './processes.mjs';

const connections = 10;
const rounds = 3;
const warmUp = 2;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const sum = (values) => values.reduce((total, value) => total + value, 0);

async function round(target, seconds) {
  const { origin, pid } = target.server;
  const before = cpuTime(pid);
  const { server, ...request } = target;
  const result = await load({ origin, target: request, seconds, connections });
  if (result.failed > 0) throw new Error(`${target.name}: ${result.failed} requests failed.`);
  // The next round goes on where this one ended, so that a write is never measured twice.
  target.start = (target.start ?? 0) + result.sent;
  return { ...result, cpu: before === null ? null : cpuTime(pid) - before };
}

/** Measures each target for about `seconds`, warmed up. @returns its figures by its name. */
export async function measure(targets, seconds) {
  const results = new Map(targets.map(({ name }) => [name, []]));
  for (const target of targets) await round(target, warmUp);
  for (let turn = 0; turn < rounds; turn++) {
    for (const target of targets) results.get(target.name).push(await round(target, seconds / rounds));
  }
  return new Map(
    [...results].map(([name, parts]) => {
      const requests = sum(parts.map((part) => part.requests));
      return [
        name,
        {
          rate: requests / sum(parts.map((part) => part.seconds)),
          p50: median(parts.map((part) => part.p50)),
          p99: median(parts.map((part) => part.p99)),
          cpu: parts[0].cpu === null ? null : sum(parts.map((part) => part.cpu)) / requests,
        },
      ];
    }),
  );
}
