/** The text of a mail as it was written, with its links made clickable. Only web addresses become links. */
export function MailText({ body }: { body: string }) {
  const parts = body.split(/(https?:\/\/[^\s<>"]+)/);
  return (
    <div className="font-serif text-lg leading-relaxed break-words whitespace-pre-wrap">
      {parts.map((part, index) => {
        // The parts of a text that never changes: their places are their identity.
        const key = `${index}`;
        return index % 2 === 1 ? (
          <a key={key} href={part} rel="noopener noreferrer" className="break-all text-accent underline">
            {part}
          </a>
        ) : (
          <span key={key}>{part}</span>
        );
      })}
    </div>
  );
}
