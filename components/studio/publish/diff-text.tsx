import type { TextPart } from '@/features/authoring/publishing/word-diff';

/** A text with the words that were added and removed marked, for eyes and for screen readers. */
export function DiffText({ parts }: { parts: TextPart[] }) {
  return (
    <p className="pub-text">
      {parts.map(({ text, change }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
        if (change === 'same') return <span key={index}>{text}</span>;
        const Tag = change === 'added' ? 'ins' : 'del';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Tag key={index}>
            <span className="visually-hidden">{change === 'added' ? ' [added: ' : ' [removed: '}</span>
            {text}
            <span className="visually-hidden">] </span>
          </Tag>
        );
      })}
    </p>
  );
}
