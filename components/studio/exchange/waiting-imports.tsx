import Link from 'next/link';
import type { WaitingImport } from '@/features/authoring/exchange/list-new-courses';
import { instantWords } from '@/rules/time/ago';

const words = {
  whole: 'A course, to be looked at and applied',
  addition: 'New modules, to be looked at and added',
  former: 'The draft as it was, to be brought back',
} as const;

/** What waits for a day: uploads that were not applied, and drafts that gave way to one. */
export function WaitingImports({ imports, base }: { imports: WaitingImport[]; base: string }) {
  return (
    <ul className="exchange-waiting">
      {imports.map(({ id, name, by, createdAt, way }) => (
        <li key={id}>
          <Link href={`${base}/${id}`} prefetch={false}>
            {way === 'former' ? `Before “${name}”` : name}
          </Link>
          <p>
            {words[way]}. {by}, <time dateTime={createdAt.toISOString()}>{instantWords(createdAt)}</time>
          </p>
        </li>
      ))}
    </ul>
  );
}
