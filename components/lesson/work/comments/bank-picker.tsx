import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type BankComment, findInBank } from '@/rules/work/comment-bank';

type Props = {
  bank: readonly BankComment[];
  /** The criteria that are graded by: what is kept for them comes first. */
  criteria: readonly string[];
  onTake: (text: string) => void;
  onClose: () => void;
};

/** So many are shown; a search narrows them. */
const mostShown = 8;

/** A comment is found in the bank and taken: a field to search in, the arrow keys to choose, Enter to take. */
export function BankPicker({ bank, criteria, onTake, onClose }: Props) {
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => input.current?.focus(), []);
  const found = findInBank(bank, search, criteria).slice(0, mostShown);
  const chosen = Math.min(at, found.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const taken = found[chosen];
    if (event.key === 'Escape') onClose();
    else if (step) setAt((chosen + step + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Enter' && taken) onTake(taken.text);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="bank-picker">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Find in the comment bank"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        value={search}
        placeholder="Words of it"
        onChange={(event) => {
          setSearch(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={`${id}-list`} aria-label="Comments of the bank">
        {found.map((kept, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names what is chosen
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={kept.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => onTake(kept.text)}
          >
            <strong>{kept.title}</strong> <span>{kept.text}</span>
          </div>
        ))}
      </div>
      <p role="status" className="work-hint">
        {found.length === 0
          ? bank.length === 0
            ? 'The bank is empty: keep a comment for later, and it is here.'
            : 'None has these words.'
          : 'Arrow keys choose, Enter takes, Escape goes back.'}
      </p>
    </div>
  );
}
