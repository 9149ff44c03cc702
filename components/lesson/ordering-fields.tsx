'use client';

import { useEffect, useState } from 'react';
import { plainText } from '@/rules/learning/plain-text';
import { Html } from './html';
import type { QuestionProps } from './question';
import type { Given } from './use-answer';

type Props = {
  block: QuestionProps['block'];
  given: Given | null;
  kept: string[] | null;
  onOrder: (order: string[]) => void;
  onChange: () => void;
};

/**
 * Items to be put in order. With JavaScript each has two buttons, up and down; without, each has a
 * list of places. Nothing needs dragging.
 */
export function OrderingFields({ block, given, kept, onOrder, onChange }: Props) {
  const [order, setOrder] = useState(kept ?? given?.answer ?? block.options.map((option) => option.id));
  const [hydrated, setHydrated] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => setHydrated(true), []);

  const move = (index: number, by: -1 | 1) => {
    const next = [...order];
    const [item] = next.splice(index, 1);
    if (item === undefined) return;
    next.splice(index + by, 0, item);
    setOrder(next);
    onOrder(next);
    onChange();
    setSaid(`Now in place ${index + by + 1} of ${order.length}.`);
  };

  const sameAsGiven = given !== null && given.answer.join() === order.join();
  return (
    <>
      <ol className="question-options">
        {order.map((id, index) => {
          const option = block.options.find((candidate) => candidate.id === id);
          const verdict = sameAsGiven ? given.verdict.options[index] : undefined;
          const tone = verdict ? (verdict.right ? 'option-right' : 'option-wrong') : '';
          return (
            <li key={id} className={`option ${tone}`}>
              <div className="option-label option-ordered">
                {hydrated ? (
                  <span className="order-buttons">
                    <button type="button" onClick={() => move(index, -1)} disabled={index === 0}>
                      <span className="visually-hidden">Move up: {plainText(option?.html ?? '')}</span>
                      <span aria-hidden="true">↑</span>
                    </button>
                    <button
                      type="button"
                      onClick={() => move(index, 1)}
                      disabled={index === order.length - 1}
                    >
                      <span className="visually-hidden">Move down: {plainText(option?.html ?? '')}</span>
                      <span aria-hidden="true">↓</span>
                    </button>
                  </span>
                ) : (
                  <select
                    name={`place-${id}`}
                    defaultValue={index + 1}
                    aria-label={`Place of: ${plainText(option?.html ?? '')}`}
                  >
                    {order.map((other, place) => (
                      <option key={other} value={place + 1}>
                        {place + 1}
                      </option>
                    ))}
                  </select>
                )}
                <Html as="span" html={option?.html ?? ''} className="option-text" />
                {verdict && (
                  <span className={verdict.right ? 'order-right' : 'order-wrong'}>
                    {verdict.right ? 'in place' : 'not here'}
                  </span>
                )}
              </div>
              {verdict?.html && <Html html={verdict.html} className="option-said" />}
            </li>
          );
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
