// A steady stream of requests from a process of its own: they leave when their time has come, whether or not the ones
// before are answered. So a server that falls behind shows in the times, not in fewer requests.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
/** By its name, when each request was due and how long it took from then to its last byte. */
let answers = [];
let failed = 0;
let timer;

function ask({ name, path, method = 'GET', headers, body }, origin, cookie, due) {
  const done = (ok) => {
    if (ok) answers.push({ name, at: due, ms: performance.now() - due });
    else failed += 1;
  };
  const sent = request(
    new URL(path, origin),
    { method, agent, headers: { ...headers, ...(cookie && { cookie }) } },
    (answer) => {
      answer.resume();
      answer.once('end', () => done(answer.statusCode >= 200 && answer.statusCode < 300));
    },
  );
  sent.once('error', () => done(false));
  sent.end(body);
}

/** @param job `perSecond` requests to `origin`, the `targets` in turns, each with the next of its cookies. */
function start({ origin, perSecond, targets }) {
  const begun = performance.now();
  let n = 0;
  timer = setInterval(() => {
    for (;;) {
      const due = begun + (n * 1000) / perSecond;
      if (due > performance.now()) return;
      const target = targets[n % targets.length];
      ask(target, origin, target.cookies?.[Math.floor(n / targets.length) % target.cookies.length], due);
      n += 1;
    }
  }, 2);
}

// Also when whoever started it is gone.
process.once('disconnect', () => {
  clearInterval(timer);
  agent.destroy();
});
process.on('message', (message) => {
  if (message === 'stop') process.disconnect();
  else if (message === 'read') {
    process.send({ answers, failed });
    [answers, failed] = [[], 0];
  } else start(message);
});
