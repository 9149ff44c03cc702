import type { AnswerFieldsProps } from './answer-fields';
import { Html } from './html';
import { Said } from './said';
import { useUnchanged } from './use-unchanged';

/** A text with gaps in it, each typed or chosen where it stands. */
export function GapFields({ block, given, kept, onChange }: AnswerFieldsProps) {
  const { verdictOn, change } = useUnchanged(given);
  if (block.ask?.form !== 'gaps') return null;
  const { parts, gaps } = block.ask;
  const answer = kept ?? given?.answer ?? [];
  return (
    <>
      <div className="gap-text">
        {parts.map((html, index) => {
          const gap = gaps[index];
          const verdict = verdictOn(index);
          const tone = verdict ? (verdict.right ? 'gap-right' : 'gap-wrong') : '';
          const shared = {
            name: 'option',
            className: `gap ${tone}`,
            'aria-label': `Gap ${index + 1} of ${gaps.length}`,
            'aria-describedby': verdict
              ? `${block.id}-gap-${index}-${verdict.html ? 'said' : 'mark'}`
              : undefined,
            'aria-invalid': verdict && !verdict.right ? true : undefined,
            defaultValue: answer[index] ?? '',
            onChange: () => {
              change(index);
              onChange();
            },
          };
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the gaps of a published question never change places
            <span key={index}>
              <Html as="span" html={html} />
              {gap?.kind === 'typed' && (
                <input
                  {...shared}
                  type="text"
                  size={gap.letters}
                  maxLength={500}
                  autoComplete="off"
                  autoCapitalize="off"
                  spellCheck={false}
                />
              )}
              {gap?.kind === 'chosen' && (
                <select {...shared}>
                  <option value="">…</option>
                  {gap.options.map((option) => (
                    <option key={option}>{option}</option>
                  ))}
                </select>
              )}
              {verdict && (
                <span id={`${block.id}-gap-${index}-mark`} className="gap-mark">
                  <span aria-hidden="true">{verdict.right ? '✓' : '✗'}</span>
                  <span className="visually-hidden">{verdict.right ? 'Right' : 'Not right'}</span>
                </span>
              )}
              {/* A word joiner: a comma that follows stays with its gap. */}
              {gap && '\u2060'}
            </span>
          );
        })}
      </div>
      {given?.verdict.options.map(
        (verdict, index) =>
          verdict.html !== '' && (
            <div key={verdict.id} className={`gap-said ${verdict.right ? 'option-right' : 'option-wrong'}`}>
              <span className="gap-number">Gap {index + 1}</span>
              <Said id={`${block.id}-gap-${index}-said`} verdict={verdict} />
            </div>
          ),
      )}
    </>
  );
}
