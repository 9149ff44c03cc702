import type { CompileError, GasReport, RunReport, RunTrace, TestReport } from '@/kinds/labs/run';
import { Scrolled } from './scrolled';

/** A test that everybody may know of before anything is run. */
export type KnownTest = { name: string; title: string };

const failures = {
  time: 'It took longer than it may on this server.',
  memory: 'The compiler took more memory than it may on this server.',
  crash: 'The process that ran it ended.',
  busy: 'Too many are waiting just now.',
  plan: 'The tests themselves could not be carried out.',
};

function Errors({ errors }: { errors: readonly CompileError[] }) {
  return (
    <>
      <p className="lab-is-bad">✗ It could not be compiled, so no test was run.</p>
      <ul className="lab-errors">
        {errors.map(({ file, line, column, says }) => (
          <li key={`${file} ${line} ${column} ${says}`}>
            <strong>
              {file}, line {line}, column {column}
            </strong>
            : {says}
          </li>
        ))}
      </ul>
    </>
  );
}

type Row = KnownTest & { result: TestReport | null };

function Tests({ rows }: { rows: readonly Row[] }) {
  return (
    <table className="figure-table lab-tests">
      <caption className="visually-hidden">Tests</caption>
      <thead>
        <tr>
          <th scope="col">Test</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, title, result }) => (
          <tr key={name}>
            <th scope="row">
              {title}
              {result?.hidden && <span className="lab-help"> (its numbers are not shown)</span>}
              {result?.why && <p className="lab-why">{result.why}</p>}
            </th>
            {result ? (
              <td className={result.passed ? 'lab-is-good' : 'lab-is-bad'}>
                {result.passed ? '✓ passes' : '✗ fails'}
              </td>
            ) : (
              <td className="lab-help">not run yet</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Trace({ trace }: { trace: RunTrace }) {
  return (
    <>
      <h4>The lines that it went through</h4>
      <p>
        {trace.call}
        {trace.before > 0 && `; the last ${trace.lines.length} of ${trace.before + trace.lines.length} lines`}
        :
      </p>
      <Scrolled label="The lines that the failing call went through">
        <ol className="lab-trace">
          {trace.lines.map(({ depth, contract, file, line, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a loop goes through the same line again
            <li key={at} style={{ paddingLeft: `${Math.min(depth, 6) * 1.25}rem` }}>
              <span>
                {depth > 0 && `called from inside, ${depth} deep: `}
                {contract}, {file}:{line}
              </span>
              <code>{text}</code>
            </li>
          ))}
        </ol>
      </Scrolled>
      <p className="lab-is-bad">✗ {trace.ends}</p>
    </>
  );
}

function Gas({ gas }: { gas: readonly GasReport[] }) {
  if (gas.length === 0) return null;
  return (
    <details className="chart-table">
      <summary>What it took, in gas</summary>
      <p className="lab-help">
        Gas counts the work of the machine. Each call begins with 21,000; a place in storage that is written
        for the first time takes some 20,000.
      </p>
      <Scrolled label="Gas by function">
        <table className="figure-table">
          <thead>
            <tr>
              <th scope="col">Function</th>
              <th scope="col">Calls</th>
              <th scope="col">Least</th>
              <th scope="col">Most</th>
            </tr>
          </thead>
          <tbody>
            {gas.map(({ call, times, least, most }) => (
              <tr key={call}>
                <th scope="row">{call.includes('.') ? call : `${call} (to deploy)`}</th>
                <td>{times}</td>
                <td>{least.toLocaleString('en-GB')}</td>
                <td>{most.toLocaleString('en-GB')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </details>
  );
}

/** What came of the last run: the tests with what is wrong, the lines of the call that failed, and the gas. */
export function RunReportTable({ tests, report }: { tests: readonly KnownTest[]; report: RunReport | null }) {
  const ran = report?.outcome === 'ran' ? report : null;
  const rows = ran
    ? ran.tests.map((result) => ({ ...result, result }))
    : tests.map((test) => ({ ...test, result: null }));
  return (
    <section className="lab-run">
      <h4>Tests</h4>
      {report?.outcome === 'system-error' && (
        <p className="lab-is-bad">
          ✗ {failures[report.why]} That is our failure and not yours: nothing was counted. Hand it in again.
        </p>
      )}
      {report?.outcome === 'refused' && (
        <p className="lab-is-bad">
          ✗ {report.file}: {report.says}
        </p>
      )}
      {report?.outcome === 'not-compiled' && <Errors errors={report.errors} />}
      <Tests rows={rows} />
      {!ran && (
        <p className="lab-help">After these there are tests with other numbers, which are not shown.</p>
      )}
      {ran?.trace && <Trace trace={ran.trace} />}
      {ran && <Gas gas={ran.gas} />}
    </section>
  );
}
