/** The signs of the outline, drawn once a page and used by name. */
const signs = {
  up: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  down: 'M8 3v10M3.5 8.5 8 13l4.5-4.5',
  move: 'M2 4h6M2 8h4M2 12h6M10 8h4.5M12 5.5 14.5 8 12 10.5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  edit: 'M3 4.5h10M3 8h10M3 11.5h6',
  delete: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
} as const;

export type Sign = keyof typeof signs;

export function OutlineSigns() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      {Object.entries(signs).map(([name, path]) => (
        <symbol key={name} id={`toc-${name}`} viewBox="0 0 16 16">
          <path
            d={path}
            fill="none"
            stroke="currentColor"
            strokeWidth={name === 'more' ? 2.2 : 1.5}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </symbol>
      ))}
    </svg>
  );
}
