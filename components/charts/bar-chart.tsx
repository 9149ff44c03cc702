import { Chart, type ChartProps } from './chart';

/** Counts beside each other, one bar each. */
export function BarChart(props: ChartProps) {
  return (
    <Chart
      {...props}
      draw={({ x, y, wide, zero }) =>
        props.points.map(({ label, value }, index) => (
          <rect
            key={label}
            className="chart-bar"
            x={x(index) - wide * 0.34}
            y={y(value)}
            width={wide * 0.68}
            height={zero - y(value)}
          />
        ))
      }
    />
  );
}
