import type { AnswerFieldsProps } from './answer-fields';

/**
 * One line to type an answer into, with the unit beside it where there are units to choose from. A number is
 * typed on the whole keyboard: the one for decimals has neither minus nor stroke on a phone.
 */
export function TextFields({ block, given, kept, onChange }: AnswerFieldsProps) {
  if (block.ask?.form !== 'text') return null;
  const { numeric, units, lang } = block.ask;
  const [text = '', unit = ''] = kept ?? given?.answer ?? [];
  const fieldId = `${block.id}-text`;
  return (
    <div className="text-answer">
      <label htmlFor={fieldId}>{numeric ? 'Your number' : 'Your answer'}</label>
      <div className="text-answer-row">
        <input
          id={fieldId}
          name="option"
          type="text"
          lang={lang ?? undefined}
          defaultValue={text}
          onChange={onChange}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={500}
          className={numeric ? 'text-answer-number' : undefined}
        />
        {units.length > 0 && (
          <select name="option" aria-label="Unit" defaultValue={unit} onChange={onChange}>
            <option value="">Unit …</option>
            {units.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </div>
    </div>
  );
}
