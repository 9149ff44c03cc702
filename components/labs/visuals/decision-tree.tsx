type Props = {
  /** The questions from top to bottom, each with the answer that leaves the tree there and where it leads. */
  steps: readonly { asks: string; exit: 'yes' | 'no'; to: string }[];
  /** Where it ends if nothing leaves it before. */
  last: string;
  /** The answers so far, from the top; the first that is missing is the question that is asked now. */
  answers: readonly ('yes' | 'no')[];
  label: string;
};

const [width, row, box, asking, exits] = [350, 54, 40, 204, 238];

/** Breaks a text in two where it is too long for one line of a box. */
function linesOf(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const half = text.lastIndexOf(' ', Math.ceil(text.length / 2) + 3);
  return [text.slice(0, half), text.slice(half + 1)];
}

function Box({
  x,
  y,
  wide,
  text,
  state,
}: {
  x: number;
  y: number;
  wide: number;
  text: string;
  state: string;
}) {
  const lines = linesOf(text, wide / 7);
  return (
    <g className={`lab-question lab-question-${state}`}>
      <rect x={x + 1} y={y + 1} width={wide - 2} height={box - 2} rx={5} />
      {lines.map((line, at) => (
        <text key={line} x={x + wide / 2} y={y + box / 2 + 4.5 + (at - (lines.length - 1) / 2) * 15}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** An arrow from one box to the next, with the answer that it stands for. */
function Arrow({
  path,
  at,
  answer,
  taken,
}: {
  path: string;
  at: [number, number];
  answer: string;
  taken: boolean;
}) {
  return (
    <g className={taken ? 'lab-way lab-way-taken' : 'lab-way'}>
      <path d={path} />
      <text x={at[0]} y={at[1]}>
        {answer}
      </text>
    </g>
  );
}

/** Questions in their order, each with a way out and a way on, and the way that was taken drawn bold. */
export function DecisionTree({ steps, last, answers, label }: Props) {
  const left = answers.findIndex((answer, at) => answer === steps[at]?.exit);
  const ended = left >= 0 || answers.length >= steps.length;
  const stateOf = (at: number) =>
    at < answers.length ? 'taken' : at === answers.length && !ended ? 'now' : 'open';
  const height = steps.length * row + box;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="lab-decisions">
      {steps.map(({ asks, exit, to }, at) => {
        const y = at * row;
        const went = answers[at];
        return (
          <g key={asks}>
            <Arrow
              path={`M${asking} ${y + box / 2} H${exits - 2} l-6 -4 m6 4 l-6 4`}
              at={[(asking + exits) / 2 - 1, y + box / 2 - 5]}
              answer={exit}
              taken={went === exit}
            />
            <Arrow
              path={`M${asking / 2} ${y + box} V${y + row - 1} l-4 -6 m4 6 l4 -6`}
              at={[asking / 2 + 18, y + box + 11]}
              answer={exit === 'yes' ? 'no' : 'yes'}
              taken={went !== undefined && went !== exit}
            />
            <Box x={0} y={y} wide={asking} text={asks} state={stateOf(at)} />
            <Box x={exits} y={y} wide={width - exits} text={to} state={left === at ? 'end' : 'open'} />
          </g>
        );
      })}
      <Box
        x={0}
        y={steps.length * row}
        wide={asking}
        text={last}
        state={ended && left < 0 ? 'end' : 'open'}
      />
    </svg>
  );
}
