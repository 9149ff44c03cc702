import { Button } from '@/components/ui/button';

const actions = [
  ['remind', 'Remind …'],
  ['extend', 'Give more time …'],
  ['pause', 'Pause …'],
  ['withdraw', 'Withdraw …'],
] as const;

/** Whom to act on, and what to do: each leads to a page that shows it before it is done. */
export function ActBar({ matching, onPage }: { matching: number; onPage: number }) {
  return (
    <div className="care-bar">
      <fieldset>
        <legend className="visually-hidden">Whom</legend>
        <label>
          <input type="radio" name="who" value="ticked" defaultChecked />
          Those ticked
        </label>
        <label>
          <input type="radio" name="who" value="all" />
          {matching === onPage ? `All ${matching}` : `All ${matching.toLocaleString('en')} matching`}
        </label>
      </fieldset>
      <div className="flex flex-wrap gap-2">
        {actions.map(([action, label]) => (
          <Button key={action} look={action === 'remind' ? 'primary' : 'secondary'} name="do" value={action}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
