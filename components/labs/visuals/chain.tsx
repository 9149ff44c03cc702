import {
  type ChainBlock,
  cellAt,
  cellHeight,
  chainGap,
  chainWidth,
  heightOf,
  lineHeight,
  linesOf,
  type PlacedBlock,
  placeBlocks,
  shortened,
} from './chain-layout';
import { Scrolled } from './scrolled';

export type { ChainBlock } from './chain-layout';

/** The link of a block: an arrow from it up to the hash of the block before; broken where it does not fit. */
function Link({ from, to }: { from: PlacedBlock; to: PlacedBlock }) {
  const start = cellAt(0, from.cells.length);
  const end = cellAt(to.cells.length - 1, to.cells.length);
  const [x, tip] = [start.x + start.width / 2, end.x + end.width / 2];
  const top = to.top + to.height;
  const middle = top + chainGap / 2;
  const isBroken = Boolean(from.cells[0]?.problem);
  return (
    <g className={isBroken ? 'lab-chain-link lab-chain-broken' : 'lab-chain-link'}>
      <path d={`M${x} ${from.top}V${middle}H${tip}V${top + 6}`} />
      <path d={`M${tip - 4} ${top + 7}L${tip} ${top + 1}L${tip + 4} ${top + 7}Z`} className="lab-chain-tip" />
      {isBroken && (
        <text x={chainWidth / 2} y={middle + 4.5} className="lab-chain-cross">
          ✗
        </text>
      )}
    </g>
  );
}

/** No tone is told by its colour alone. */
const signs = { bad: '✗ ', good: '✓ ', plain: '' };

function Block({ block }: { block: PlacedBlock }) {
  const { top, height, cellsTop, cells, lines } = block;
  const isBad = lines.some(({ tone }) => tone === 'bad');
  return (
    <g>
      <rect
        x={1}
        y={top}
        width={chainWidth - 2}
        height={height}
        rx={7}
        className={isBad ? 'lab-chain-block lab-chain-wrong' : 'lab-chain-block'}
      />
      <text x={10} y={top + 19} className="lab-chain-title">
        {block.title}
      </text>
      {block.mark && (
        <text x={chainWidth - 10} y={top + 19} className="lab-chain-mark">
          {block.mark}
        </text>
      )}
      {block.says && (
        <text x={10} y={top + 37} className="lab-chain-says">
          {shortened(block.says, 46)}
        </text>
      )}
      {cells.map(({ label, value, problem }, index) => {
        const { x, width } = cellAt(index, cells.length);
        return (
          <g key={label} className={problem ? 'lab-chain-cell lab-chain-wrong' : 'lab-chain-cell'}>
            <rect x={x} y={cellsTop} width={width} height={cellHeight} rx={4} />
            <text x={x + 7} y={cellsTop + 14} className="lab-chain-label">
              {problem ? `✗ ${label}` : label}
            </text>
            <text x={x + 7} y={cellsTop + 30} className="lab-chain-value">
              {shortened(value, Math.floor((width - 12) / 7.3)) || '–'}
            </text>
          </g>
        );
      })}
      {lines.map(({ text, tone }, index) => (
        <text
          key={text}
          x={10}
          y={cellsTop + cellHeight + 17 + index * lineHeight}
          className={`lab-chain-${tone}`}
        >
          {signs[tone]}
          {text}
        </text>
      ))}
    </g>
  );
}

/** The same as a table. */
function ChainTable({ blocks, label }: Props) {
  const [first] = blocks;
  const hasMarks = blocks.some(({ mark }) => mark);
  return (
    <details className="chart-table">
      <summary>The same as a table</summary>
      <Scrolled label={`${label}, as a table`}>
        <table className="figure-table lab-chain-table">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">Block</th>
              <th scope="col">What is seen</th>
              {hasMarks && <th scope="col">What you say</th>}
              {first?.cells.map((cell) => (
                <th key={cell.label} scope="col">
                  {cell.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {blocks.map((block) => (
              <tr key={block.title}>
                <th scope="row">
                  {block.title}
                  {block.says && <span>{block.says}</span>}
                </th>
                <td className="lab-chain-seen">
                  {linesOf(block)
                    .map(({ text }) => `${text}.`)
                    .join(' ') || 'All of it fits.'}
                </td>
                {hasMarks && <td>{block.mark ?? '–'}</td>}
                {block.cells.map((cell) => (
                  <td key={cell.label}>
                    <code title={cell.value}>{shortened(cell.value, 13) || '–'}</code>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </details>
  );
}

type Props = {
  /** From the first to the last; the title of each is its own, and all have the same cells. */
  blocks: readonly ChainBlock[];
  label: string;
};

/** A chain of blocks under each other: each points at the hash of the one before, and says what does not fit. */
export function Chain({ blocks, label }: Props) {
  const placed = placeBlocks(blocks);
  const height = heightOf(placed);
  const wrong = placed.filter(({ lines }) => lines.some(({ tone }) => tone === 'bad')).length;
  return (
    <figure className="lab-figure">
      <figcaption>{label}</figcaption>
      <svg
        viewBox={`0 0 ${chainWidth} ${height}`}
        role="img"
        aria-label={`${label}: ${blocks.length} blocks, something does not fit at ${wrong} of them. The table below says what.`}
        className="lab-chain"
      >
        {placed.slice(1).map((block, index) => {
          const before = placed[index];
          return before && <Link key={block.title} from={block} to={before} />;
        })}
        {placed.map((block) => (
          <Block key={block.title} block={block} />
        ))}
      </svg>
      <ChainTable blocks={blocks} label={label} />
    </figure>
  );
}
