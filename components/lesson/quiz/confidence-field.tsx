import { type Confidence, confidences, confidenceWords } from '@/rules/assessment/confidence';

type Props = { block: string; said: Confidence | null; onChange: () => void };

/** How sure somebody is of their answer. Nobody has to say, and what was said can be taken back. */
export function ConfidenceField({ block, said, onChange }: Props) {
  const choices = [
    ...confidences.map((value) => ({ value, label: confidenceWords[value] })),
    { value: '', label: 'I do not say' },
  ];
  return (
    <fieldset className="confidence">
      <legend>How sure are you? It changes no points.</legend>
      <div className="confidence-choices">
        {choices.map(({ value, label }) => (
          <label key={value} htmlFor={`${block}-sure-${value}`}>
            <input
              type="radio"
              id={`${block}-sure-${value}`}
              name="confidence"
              value={value}
              defaultChecked={(said ?? '') === value}
              onChange={onChange}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
