import type { ChartPoint } from '@/rules/tables/chart';

/** Counts by name as a table whose cells are bars: for names that would not fit below an axis. */
export function RowChart({
  title,
  axis,
  unit,
  points,
}: {
  title: string;
  axis: string;
  unit: string;
  points: readonly ChartPoint[];
}) {
  const most = Math.max(1, ...points.map(({ value }) => value));
  return (
    <table className="chart-rows">
      <caption>{title}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{axis}</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect className="chart-bar" width={(value / most) * 100} height="10" />
              </svg>
              <span className="figure-count">{value.toLocaleString('en')}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
