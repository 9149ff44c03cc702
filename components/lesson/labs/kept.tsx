import { buttonClass } from '@/components/ui/button-class';
import { clockWords } from '@/rules/time/ago';
import type { DraftState } from '../work/draft-store';

const troubles = {
  offline: 'You are offline. Your work is kept on this device and sent when you are back.',
  'signed-out': 'You are signed out. Sign in again in another tab: your work is kept on this device.',
  over: 'This task is closed or was renewed. Reload the page; what stands here is kept on this device.',
} as const;

type Props = {
  state: DraftState;
  /** Whether there is anything that the server does not have. */
  saving: boolean;
  takeAside: () => void;
  dropAside: () => void;
};

/** Whether what stands in the form is kept, and what another device was faster with. */
export function Kept({ state, saving, takeAside, dropAside }: Props) {
  const { trouble, savedAt, aside } = state;
  return (
    <>
      <p role="status" className={trouble ? 'lab-problem' : 'lab-help'}>
        {trouble
          ? troubles[trouble]
          : savedAt
            ? `Saved ${clockWords(new Date(savedAt))}`
            : saving
              ? 'Saving …'
              : ''}
      </p>
      {aside !== null && (
        <div className="lab-aside">
          <p>This was changed on another device meanwhile, and that is shown. What stood here is kept.</p>
          <div className="lab-actions">
            <button type="button" className={buttonClass('secondary')} onClick={takeAside}>
              Use what stood here
            </button>
            <button type="button" className={buttonClass('quiet')} onClick={dropAside}>
              Let it go
            </button>
          </div>
        </div>
      )}
    </>
  );
}
