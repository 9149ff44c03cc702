import { evidenceLevels } from '@/rules/sources/evidence-levels';

const receipts = [
  { at: '09:14', what: 'Read', where: 'Section 1' },
  { at: '09:21', what: 'Answered, not right yet', where: 'Question 2' },
  { at: '09:22', what: 'Answered right', where: 'Question 2' },
];

/** Three entries of a ledger, as an example. A wrong answer stays beside the right one. */
export function LedgerFigure() {
  return (
    <figure>
      <table className="w-full border-t border-rule text-sm">
        <caption className="visually-hidden">An example of three entries in a learner's ledger</caption>
        <tbody>
          {receipts.map((receipt) => (
            <tr key={receipt.at} className="border-b border-rule">
              <td className="border-r border-accent/40 py-2.5 pr-3 align-top text-soft tabular-nums">
                {receipt.at}
              </td>
              <td className="py-2.5 pl-3 align-top font-semibold">{receipt.what}</td>
              <td className="py-2.5 pl-3 text-right align-top text-soft">{receipt.where}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

const steps = [1, 2, 3, 4];

/** The evidence scale: a square is filled for every step that a claim stands above mere assertion. */
export function EvidenceFigure() {
  return (
    <ul className="grid gap-1.5 text-sm" aria-label="The evidence scale">
      {Object.entries(evidenceLevels).map(([level, words], index) => (
        <li key={level} className="grid grid-cols-[1.75rem_3.75rem_minmax(0,1fr)] items-baseline gap-x-2">
          <span className="font-semibold tabular-nums">{level}</span>
          <svg viewBox="0 0 60 12" aria-hidden="true" className="w-15">
            {steps.map((step) => (
              <rect
                key={step}
                x={step * 14 - 13}
                y="1"
                width="10"
                height="10"
                rx="1.5"
                fill={step <= index ? 'var(--accent)' : 'none'}
                stroke="var(--accent)"
                strokeWidth="1.25"
              />
            ))}
          </svg>
          <span className="text-soft">{words}</span>
        </li>
      ))}
    </ul>
  );
}

const editions = [
  { number: 1, x: 30 },
  { number: 2, x: 130 },
  { number: 3, x: 230 },
];

/** Three editions of a course, and a learner who stays on the one they began with. */
export function EditionsFigure() {
  return (
    <svg
      viewBox="0 0 300 128"
      role="img"
      aria-label="Three editions in a row; you learn from the second."
      className="w-full max-w-sm"
    >
      <path d="M70 40H130M170 40H230" stroke="var(--ink-soft)" strokeWidth="1.5" />
      {editions.map(({ number, x }) => (
        <g key={number}>
          <rect
            x={x}
            y="12"
            width="42"
            height="56"
            rx="2.5"
            fill={number === 2 ? 'var(--accent)' : 'var(--raised)'}
            stroke={number === 2 ? 'var(--accent)' : 'var(--ink-soft)'}
            strokeWidth="1.5"
          />
          <text
            x={x + 21}
            y="47"
            textAnchor="middle"
            fontSize="20"
            fontFamily="var(--font-serif)"
            fontStyle="italic"
            fill={number === 2 ? 'var(--on-accent)' : 'var(--ink-soft)'}
          >
            {number}
          </text>
        </g>
      ))}
      <path d="M151 92V74" stroke="var(--accent)" strokeWidth="1.75" />
      <path d="M146 80l5-6 5 6" fill="none" stroke="var(--accent)" strokeWidth="1.75" />
      <text x="151" y="110" textAnchor="middle" fontSize="14" fontFamily="var(--font-sans)" fill="var(--ink)">
        you began here, and stay
      </text>
    </svg>
  );
}
