// One round of load in a process of its own, so that the client does not share the server's event loop.
import autocannon from 'autocannon';

process.once('message', async ({ origin, target, seconds, connections }) => {
  const { method, path, paths, cookies, headers = {}, body, start = 0 } = target;
  let at = start;
  const requests = [
    {
      method,
      path: path ?? paths[0],
      body,
      setupRequest(request) {
        const n = at++;
        const cookie = cookies[n % cookies.length];
        // With several paths every cookie meets every path once before anything comes again.
        const here = paths ? paths[Math.floor(n / cookies.length) % paths.length] : path;
        return { ...request, path: here, headers: { ...headers, ...(cookie ? { cookie } : {}) } };
      },
    },
  ];
  const result = await autocannon({ url: origin, connections, duration: seconds, requests });
  process.send({
    sent: at,
    requests: result['2xx'],
    failed: result.non2xx + result.errors + result.timeouts,
    seconds: result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  });
  process.disconnect();
});
