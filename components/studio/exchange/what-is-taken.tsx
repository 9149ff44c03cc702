import Link from 'next/link';

const rows = [
  [
    'A course of this platform',
    'The folder or zip that its export gives. Every file stays as it is, byte for byte, so that exporting it again gives the same archive.',
  ],
  [
    'Markdown of another system',
    'MkDocs, mdBook, Docusaurus, Hugo, Jekyll, or plain folders. Folders become modules, pages become lessons, boxes become callouts. The order follows the table of contents or the numbers of the names.',
  ],
  [
    'Pictures and media',
    'PNG, JPEG, WebP, PDF, MP3, M4A, MP4, WebM and captions, judged by their content. What no page uses is left out.',
  ],
  [
    'What is left out',
    'Comments, scripts and raw HTML (its text stays), programs, and everything nobody would read. The report names each of them.',
  ],
] as const;

/** What an import makes of which files. */
export function WhatIsTaken() {
  return (
    <dl className="exchange-taken">
      {rows.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The way back from a dry run. */
export function BackToImport({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} prefetch={false} className="exchange-back">
      ← {label}
    </Link>
  );
}
