import { plainText } from '@/rules/learning/plain-text';
import { Html } from './html';
import type { QuestionProps } from './question';
import type { Given } from './use-answer';

type Props = {
  block: QuestionProps['block'];
  given: Given | null;
  kept: string[] | null;
  onChange: () => void;
};

/** Options to tick, each with what is said of it once it was chosen; under headings where they have some. */
export function OptionFields(props: Props) {
  const { options, ask } = props.block;
  if (ask?.form !== 'one') return <OptionList {...props} options={options} />;
  return ask.groups.map(({ label, ids }) => (
    <fieldset key={label} className="option-group">
      <legend className="option-group-label">{label}</legend>
      <OptionList {...props} options={options.filter(({ id }) => ids.includes(id))} />
    </fieldset>
  ));
}

function OptionList({ block, options, given, kept, onChange }: Props & Pick<Props['block'], 'options'>) {
  const chosen = new Set(kept ?? given?.answer ?? []);
  return (
    <ul className="question-options">
      {options.map((option) => {
        const verdict = given?.verdict.options.find((candidate) => candidate.id === option.id);
        const inputId = `${block.id}-${option.id}`;
        const tone = verdict ? (verdict.right ? 'option-right' : 'option-wrong') : '';
        return (
          <li key={option.id} className={`option ${tone}`}>
            <label htmlFor={inputId} className="option-label">
              <input
                type={block.answerForm === 'many' ? 'checkbox' : 'radio'}
                id={inputId}
                name="option"
                value={option.id}
                required={block.answerForm !== 'many'}
                defaultChecked={chosen.has(option.id)}
                onChange={onChange}
                // Formulas have no text that a label could take its name from.
                aria-label={option.html.includes('<math') ? plainText(option.html) : undefined}
                aria-describedby={verdict ? `${inputId}-said` : undefined}
              />
              <Html as="span" html={option.html} className="option-text" />
            </label>
            {verdict && (
              <div id={`${inputId}-said`} className="option-said">
                <span className="visually-hidden">{verdict.right ? 'Right. ' : 'Not right. '}</span>
                <Html html={verdict.html} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
