'use client';
import { Button } from '@/components/ui/button';

type Props = {
  /** What is stepped through, as the name of the group. */
  label: string;
  /** How many steps are shown, of how many there are. */
  at: number;
  steps: number;
  /** What stands there now, read out as one steps. */
  says: string;
  onStep: (at: number) => void;
};

/** Steps forwards and backwards through what happened, to its start and to its end. */
export function Stepper({ label, at, steps, says, onStep }: Props) {
  const moves = [
    { name: 'Start', to: 0, off: at === 0 },
    { name: 'Back', to: at - 1, off: at === 0 },
    { name: 'Step', to: at + 1, off: at === steps },
    { name: 'End', to: steps, off: at === steps },
  ];
  return (
    <fieldset className="lab-stepper">
      <legend className="visually-hidden">{label}</legend>
      <p aria-live="polite">
        {at} of {steps}: {says}
      </p>
      <div>
        {moves.map(({ name, to, off }) => (
          // A button that is off keeps its focus, so that nobody who steps with the keyboard falls out of the group.
          <Button
            key={name}
            type="button"
            look="secondary"
            className="px-1!"
            aria-disabled={off}
            onClick={() => (off ? undefined : onStep(to))}
          >
            {name}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
