import { plainText } from '@/rules/learning/plain-text';
import type { AnswerFieldsProps } from './answer-fields';
import { Html } from './html';
import { Said } from './said';
import { useUnchanged } from './use-unchanged';

/** Places, each with a list of the options that can be put there: items to match, or to sort into groups. */
export function PlaceFields({ block, given, kept, onChange }: AnswerFieldsProps) {
  const { verdictOn, change } = useUnchanged(given);
  if (block.ask?.form !== 'places') return null;
  const chosen = kept ?? given?.answer ?? [];
  const offered = block.options.map((option) => ({ id: option.id, words: plainText(option.html) }));
  const { heads, places } = block.ask;
  return (
    <>
      {heads && (
        <p className="place-row place-heads">
          <span>{heads.place}</span>
          <span>{heads.option}</span>
        </p>
      )}
      <ol className="question-options">
        {places.map(({ id, html }, index) => {
          const fieldId = `${block.id}-${id}`;
          const verdict = verdictOn(index);
          return (
            <li
              key={id}
              className={`option place ${verdict ? (verdict.right ? 'option-right' : 'option-wrong') : ''}`}
            >
              <div className="place-row">
                <label htmlFor={fieldId} className="place-label">
                  <Html as="span" html={html} className="option-text" />
                </label>
                <select
                  id={fieldId}
                  name="option"
                  defaultValue={chosen[index] ?? ''}
                  onChange={() => {
                    change(index);
                    onChange();
                  }}
                  aria-describedby={verdict ? `${fieldId}-said` : undefined}
                >
                  <option value="">Choose …</option>
                  {offered.map((option) => (
                    <option key={option.id} value={option.id}>
                      {option.words}
                    </option>
                  ))}
                </select>
              </div>
              {verdict && <Said id={`${fieldId}-said`} verdict={verdict} />}
            </li>
          );
        })}
      </ol>
    </>
  );
}
