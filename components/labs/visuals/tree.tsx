import type { ReactNode } from 'react';
import { Digest } from './digest';

/** What a node is for what is looked at; none where it is only there. */
type NodeMark = 'start' | 'way' | 'right' | 'wrong';

export type TreeNode = {
  digest: string;
  /** Its name where there is room for few characters, as `5–8`. */
  short: string;
  /** Its name in a sentence. */
  name: string;
  mark?: NodeMark;
  /** What the mark says, in words. */
  says?: string;
};

type Props = {
  /** The leaves first, the root last; each level has half the nodes of the one below. */
  levels: readonly (readonly TreeNode[])[];
  label: string;
  /** What stands beside a node in the table, as a button. */
  action?: (node: TreeNode) => ReactNode;
};

const width = 352;
const rise = 46;
const tall = 22;

const signs: Record<NodeMark, string> = { start: '●', way: '', right: '✓', wrong: '!' };

/** A binary tree over its leaves with the root on top, and every node again in a table. */
export function Tree({ levels, label, action }: Props) {
  const top = levels.length - 1;
  const x = (level: number, at: number) => ((at + 0.5) * width) / (levels[level]?.length ?? 1);
  const y = (level: number) => (top - level) * rise + tall;
  const wide = (level: number) => Math.min(width / (levels[level]?.length ?? 1) - 3, 44);
  const onWay = (mark?: NodeMark) => mark === 'way' || mark === 'start';
  const marked = levels.flat().filter(({ says }) => says);
  return (
    <figure className="lab-figure">
      <figcaption>{label}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${top * rise + 2 * tall}`}
        role="img"
        aria-label={`${label}. ${marked.map(({ name, says }) => `${name}: ${says}`).join('. ')}`}
        className="lab-tree"
      >
        {levels
          .slice(0, -1)
          .flatMap((nodes, level) =>
            nodes.map((node, at) => (
              <line
                key={node.name}
                x1={x(level, at)}
                y1={y(level)}
                x2={x(level + 1, at >> 1)}
                y2={y(level + 1)}
                className={onWay(node.mark) ? 'lab-tree-edge lab-tree-edge-way' : 'lab-tree-edge'}
              />
            )),
          )}
        {levels.flatMap((nodes, level) =>
          nodes.map((node, at) => (
            <g
              key={node.name}
              transform={`translate(${x(level, at)} ${y(level)})`}
              className={`lab-tree-node ${node.mark ? `lab-tree-${node.mark}` : ''}`}
            >
              <rect x={-wide(level) / 2} y={-tall / 2} width={wide(level)} height={tall} rx={4} />
              <text y={4}>{node.short}</text>
              {node.mark && (
                <text y={node.mark === 'start' ? tall / 2 + 10 : -tall / 2 - 3} className="lab-tree-sign">
                  {signs[node.mark]}
                </text>
              )}
            </g>
          )),
        )}
      </svg>
      <details className="chart-table">
        <summary>The digest of every node</summary>
        <NodeTable levels={levels} action={action} />
      </details>
    </figure>
  );
}

/** Every node, the leaves first, with its digest and what it is. */
function NodeTable({ levels, action }: Pick<Props, 'levels' | 'action'>) {
  return (
    <table className="figure-table lab-said">
      <thead>
        <tr>
          <th scope="col">Node</th>
          <th scope="col">Digest</th>
        </tr>
      </thead>
      <tbody>
        {levels.flat().map((node) => (
          <tr key={node.name}>
            <th scope="row">
              {node.name}
              {node.says && <span className="lab-tree-says">{node.says}</span>}
            </th>
            <td>
              <Digest of={node.digest} />
              {action?.(node)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
