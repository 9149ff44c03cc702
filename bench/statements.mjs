// What the site asks of PostgreSQL, as PostgreSQL itself logs it: statement by statement, with parameters.
import postgres from 'postgres';

const mark = '@@';
/** For the start of PostgreSQL: each entry of its log begins with the name of the program that asked. */
export const logFlags = [`log_line_prefix=${mark}%a${mark}`];

/** The mail worker looks for mail every second, whatever is requested. */
const fromWorker = /\boutbox\b/;

const values = (detail) =>
  [...detail.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(([, text]) =>
    text === undefined ? null : text.replaceAll("''", "'"),
  );

/** The statements in a piece of the log, those of the site alone. */
export function statementsIn(log) {
  const found = [];
  for (const entry of log.split(new RegExp(`^${mark}`, 'm'))) {
    const [program, text = ''] = entry.split(mark);
    if (program !== 'course-platform') continue;
    const said = /^LOG: {2}(?:statement|execute [^:]+): (.*)$/s.exec(text.trim());
    if (said) found.push({ text: said[1].replaceAll('\n\t', '\n').trim(), values: [] });
    const detail = /^DETAIL: {2}Parameters: (.*)$/is.exec(text.trim());
    if (detail && found.length > 0) found.at(-1).values = values(detail[1]);
  }
  return found.filter((statement) => !fromWorker.test(statement.text));
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
