import { Scrolled } from './scrolled';

type Lane = { name: string; notes: readonly string[]; bad: boolean };

export type RoundMessage = {
  /** In words, for the table: who says what to whom. */
  text: string;
  from: number;
  to: readonly number[];
  /** Which of the things that can be said, by its place in the legend. */
  says: number;
  /** What comes of it, for the table. */
  outcome: string;
  /** Set where it reaches nobody: its arrow ends on the way. */
  lost?: true;
};

export type Round = {
  name: string;
  messages: readonly RoundMessage[];
  /** How far each lane is at its end, with what it is about as its last word; empty where nothing has changed. */
  marks: readonly string[];
};

type Props = {
  /** Unique on the page: names the parts for screen readers. */
  id: string;
  title: string;
  lanes: readonly Lane[];
  rounds: readonly Round[];
  /** What can be said, at most two things: the second is dashed. */
  legend: readonly string[];
};

const left = 62;
const top = 46;
const lane = 60;
const leastWide = 96;

const looks = ['lab-rounds-first', 'lab-rounds-second'];

/** Messages between replicas: a line for each of them, an arrow for each message, a column for each round. */
export function Rounds({ id, title, lanes, rounds, legend }: Props) {
  const columns = Math.max(3, rounds.length);
  const width = left + columns * leastWide;
  const height = top + lanes.length * lane - 24;
  const y = (at: number) => top + at * lane;
  return (
    <figure className="lab-figure lab-rounds">
      <figcaption>{title}</figcaption>
      <Scrolled label={title}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          // Three rounds fit a phone; with more of them the drawing keeps its size and is scrolled.
          width={columns > 3 ? width : undefined}
          role="img"
          aria-labelledby={`${id}-title`}
        >
          <title id={`${id}-title`}>{`${title}. The same messages stand in the table below.`}</title>
          {lanes.map(({ name, notes, bad }, at) => (
            <g key={name} className={bad ? 'lab-rounds-liar' : undefined}>
              <line className="lab-rounds-lane" x1={left} x2={width} y1={y(at)} y2={y(at)} />
              <text className="lab-rounds-name" x={0} y={y(at)} dy="0.35em">
                {name}
              </text>
              <Lines x={0} y={y(at)} lines={notes} />
            </g>
          ))}
          {rounds.map((round, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a round is told apart by its place alone
            <g key={at} transform={`translate(${left + at * leastWide} 0)`}>
              <line className="lab-rounds-rule" x1={0} x2={0} y1={8} y2={height} />
              <text className="lab-rounds-name" x={6} y={16}>
                {round.name}
              </text>
              {round.messages.flatMap(({ from, to, says, lost }, message) =>
                to.map((receiver) => (
                  <Arrow
                    // biome-ignore lint/suspicious/noArrayIndexKey: messages of a round are told apart by their place
                    key={`${message} ${receiver}`}
                    look={looks[says] ?? ''}
                    fromY={y(from)}
                    toY={y(receiver)}
                    lost={lost === true}
                  />
                )),
              )}
              {round.marks.map((mark, replica) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lane is what it is
                <g key={replica} className="lab-rounds-mark">
                  <Lines x={leastWide - 6} y={y(replica)} lines={linesOf(mark)} anchor="end" />
                </g>
              ))}
            </g>
          ))}
        </svg>
      </Scrolled>
      <ul className="lab-rounds-legend">
        {legend.map((said, at) => (
          <li key={said}>
            <svg viewBox="0 0 28 8" width={28} height={8} aria-hidden="true">
              <line className={looks[at]} x1={0} x2={28} y1={4} y2={4} />
            </svg>
            <code>{said}</code> {at === 0 ? '(solid line)' : '(dashed line)'}
          </li>
        ))}
      </ul>
      <RoundsTable title={title} rounds={rounds} />
    </figure>
  );
}

/** The last word on a line of its own; no line for nothing. */
const linesOf = (mark: string) => mark.split(/ (?=\S+$)/).filter((line) => line !== '');

/** Words below a lane, a line each. */
function Lines({ x, y, lines, anchor }: { x: number; y: number; lines: readonly string[]; anchor?: 'end' }) {
  return lines.map((line, at) => (
    <text key={line} x={x} y={y + 15 + at * 13} textAnchor={anchor}>
      {line}
    </text>
  ));
}

/** From one lane to another, with a head that points the way the line goes; one that is lost ends half-way in a cross. */
function Arrow({ look, fromY, toY, lost }: { look: string; fromY: number; toY: number; lost: boolean }) {
  const [fromX, farX] = [10, leastWide - 14];
  const turn = (Math.atan2(toY - fromY, farX - fromX) * 180) / Math.PI;
  const [toX, endY] = lost ? [(fromX + farX) / 2, (fromY + toY) / 2] : [farX, toY];
  const head = lost ? 'M-4 -4 L4 4 M-4 4 L4 -4' : 'M-8 -3.5 L0 0 L-8 3.5 Z';
  return (
    <g className={look}>
      <circle cx={fromX} cy={fromY} r={2.5} />
      <line x1={fromX} y1={fromY} x2={toX} y2={endY} />
      <path d={head} transform={`translate(${toX} ${endY}) rotate(${turn.toFixed(1)})`} />
    </g>
  );
}

function RoundsTable({ title, rounds }: Pick<Props, 'title' | 'rounds'>) {
  const messages = rounds.flatMap((round) => round.messages);
  return (
    <details className="chart-table">
      <summary>The messages as a table</summary>
      {messages.length === 0 ? <p>Nobody has said anything yet.</p> : null}
      <table className="figure-table lab-rounds-table" hidden={messages.length === 0}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Message</th>
            <th scope="col">What comes of it</th>
          </tr>
        </thead>
        <tbody>
          {messages.map(({ text, outcome }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same message may be sent twice
            <tr key={at}>
              <th scope="row">
                {at + 1}. {text}
              </th>
              <td>{outcome}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
