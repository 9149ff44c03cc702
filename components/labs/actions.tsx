import { buttonClass } from '@/components/ui/button-class';

type Props = {
  /** Whether there is somewhere to hand it in. */
  recorded: boolean;
  ready: boolean;
  sending: boolean;
  tryHere: () => void;
  /** What each of these would do; null where there is nothing to do. */
  steps: { label: string; go: (() => void) | null }[];
};

/** What can be done with a form: handed in, looked at by the page, and stepped back. */
export function LabActions({ recorded, ready, sending, tryHere, steps }: Props) {
  return (
    <div className="lab-actions">
      {recorded && (
        <button type="submit" className={buttonClass('primary')} aria-disabled={sending}>
          {sending ? 'The server verifies …' : 'Hand it in'}
        </button>
      )}
      {recorded && !ready && (
        <noscript>
          <button type="submit" name="then" value="save" className={buttonClass('secondary')}>
            Save
          </button>
        </noscript>
      )}
      {ready && (
        <>
          <button type="button" className={buttonClass('secondary')} onClick={tryHere}>
            Check in this page
          </button>
          <span className="lab-steps-back">
            {steps.map(({ label, go }) => (
              <button
                key={label}
                type="button"
                className={buttonClass('quiet')}
                aria-disabled={go === null}
                onClick={() => go?.()}
              >
                {label}
              </button>
            ))}
          </span>
        </>
      )}
    </div>
  );
}
