import type { ReactNode } from 'react';
import { axisMarks, type ChartPoint, chartWords, isLabelled } from '@/rules/tables/chart';

/** The units of the drawing; it is scaled to its place. */
const size = { width: 480, height: 240 };
const box = { left: 46, right: 452, top: 14, bottom: 200 };

export type ChartProps = {
  /** Unique on the page: names the parts for screen readers. */
  id: string;
  title: string;
  /** What one value counts, as the head of its column. */
  unit: string;
  /** What a label is, as the head of its column. */
  axis: string;
  points: readonly ChartPoint[];
};

/** Where the point of an index and a value lies. */
export type Scale = {
  x: (index: number) => number;
  y: (value: number) => number;
  wide: number;
  zero: number;
};

const number = new Intl.NumberFormat('en');

/**
 * The frame of every chart: its title, its axes and, below it, the same numbers as a table. Drawn on the server;
 * colours are the theme's.
 */
export function Chart({
  id,
  title,
  unit,
  axis,
  points,
  draw,
}: ChartProps & { draw: (scale: Scale) => ReactNode }) {
  const marks = axisMarks(points.map(({ value }) => value));
  const most = marks.at(-1) ?? 1;
  const wide = (box.right - box.left) / Math.max(1, points.length);
  const x = (index: number) => box.left + wide * (index + 0.5);
  const y = (value: number) => box.bottom - (value / most) * (box.bottom - box.top);
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{`${unit}. ${chartWords(points)}`}</desc>
        {marks.map((mark) => (
          <g key={mark}>
            <line className="chart-rule" x1={box.left} x2={box.right} y1={y(mark)} y2={y(mark)} />
            <text x={box.left - 8} y={y(mark)} dy="0.35em" textAnchor="end">
              {number.format(mark)}
            </text>
          </g>
        ))}
        {draw({ x, y, wide, zero: box.bottom })}
        <line className="chart-axis" x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} />
        {points.map(({ label }, index) =>
          isLabelled(index, points.length, 4) ? (
            <text key={label} x={x(index)} y={box.bottom + 26} textAnchor="middle">
              {label}
            </text>
          ) : null,
        )}
      </svg>
      <ChartTable title={title} axis={axis} unit={unit} points={points} />
    </figure>
  );
}

function ChartTable({ title, axis, unit, points }: Omit<ChartProps, 'id'>) {
  return (
    <details className="chart-table">
      <summary>The numbers</summary>
      <table className="figure-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{axis}</th>
            <th scope="col">{unit}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="figure-count">{number.format(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
