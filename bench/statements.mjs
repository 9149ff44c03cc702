// What the site asks of PostgreSQL, as PostgreSQL itself logs it: statement by statement, with parameters.
import postgres from 'postgres';

const mark = '@@';
/** For the start of PostgreSQL: each entry of its log begins with the program that asked, and its connection. */
export const logFlags = [`log_line_prefix=${mark}%a %p${mark}`];

/** What the jobs of the site ask every second or so, whatever is requested. */
const fromJobs =
  /\boutbox\b|\benrollment_batches\b|\bpublications\b|\bcourse_imports\b|\brosters\b|valid_until <= now\(\)|e\.state = 'waitlisted'/;

const values = (detail) =>
  [...detail.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(([, text]) =>
    text === undefined ? null : text.replaceAll("''", "'"),
  );

/** The statements in a piece of the log, those that requests led the site to. */
export function statementsIn(log) {
  const found = [];
  /** By connection, the transaction that is open in it: whether it is a job's is known when it has ended. */
  const open = new Map();
  for (const entry of log.split(new RegExp(`^${mark}`, 'm'))) {
    const [who, text = ''] = entry.split(mark);
    const [program, connection] = who.split(' ');
    if (program !== 'course-platform') continue;
    const said = /^LOG: {2}(?:statement|execute [^:]+): (.*)$/s.exec(text.trim());
    if (said) {
      const statement = said[1].replaceAll('\n\t', '\n').trim();
      if (statement === 'begin') open.set(connection, []);
      const unit = open.get(connection) ?? [];
      const row = { text: statement, values: [], unit };
      unit.push(row);
      found.push(row);
      if (/^(commit|rollback)/.test(statement)) open.delete(connection);
    }
    const detail = /^DETAIL: {2}Parameters: (.*)$/is.exec(text.trim());
    if (detail && found.length > 0) found.at(-1).values = values(detail[1]);
  }
  return found
    .filter(({ unit }) => !unit.some((row) => fromJobs.test(row.text)))
    .map((row) => ({ text: row.text, values: row.values }));
}

/** Listens to the log of a PostgreSQL started with `logFlags` and the `onLog` of this recorder. */
export function recorder() {
  let log = '';
  const settled = () => new Promise((done) => setTimeout(done, 60));
  return {
    onLog: (chunk) => {
      log += chunk;
    },
    /** Has PostgreSQL log every statement while `work` runs. */
    async during(url, work) {
      const sql = postgres(url, { max: 1, onnotice: () => {} });
      const set = async (value) => {
        await sql.unsafe(`alter system set log_statement = ${value}`);
        await sql`select pg_reload_conf()`;
        await settled();
      };
      await set("'all'");
      await work();
      await set('default');
      await sql.end();
    },
    /** The statements that one request leads to. */
    async of(request) {
      log = '';
      await request();
      await settled();
      return statementsIn(log);
    },
  };
}
