import { Chart, type ChartProps } from './chart';

/** One count over time. Every point is marked, so that a line between two of them claims nothing more. */
export function LineChart(props: ChartProps) {
  return (
    <Chart
      {...props}
      draw={({ x, y }) => {
        const places = props.points.map(({ label, value }, index) => ({ label, x: x(index), y: y(value) }));
        return (
          <>
            <polyline
              className="chart-line"
              points={places.map((place) => `${place.x.toFixed(1)},${place.y.toFixed(1)}`).join(' ')}
            />
            {places.map((place) => (
              <circle key={place.label} className="chart-dot" cx={place.x} cy={place.y} r="4" />
            ))}
          </>
        );
      }}
    />
  );
}
