'use client';

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong</title>
      </head>
      <body
        style={{ fontFamily: 'Georgia, serif', maxWidth: '34rem', margin: '15vh auto', padding: '0 1.5rem' }}
      >
        <main>
          <h1>Something went wrong on our side</h1>
          <p>Everything that was confirmed to you is safe. Reload the page to try again.</p>
          {error.digest && <p>Error {error.digest}</p>}
        </main>
      </body>
    </html>
  );
}
