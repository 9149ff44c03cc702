import { Button } from '@/components/ui/button';
import type { OfferedAction } from '@/rules/enrollment/roster-actions';

type Props = {
  action: string;
  /** Fields that the address keeps: the filter and who was chosen. */
  fields: readonly (readonly [name: string, value: string])[];
  actions: readonly OfferedAction[];
  /** The action that is open. */
  open: string | null;
  /** Whether to say for how many of the chosen an action is. */
  counted: boolean;
};

/** Every action as a button; those that the states do not allow are disabled and say why. */
export function ChosenActions({ action, fields, actions, open, counted }: Props) {
  const possible = actions.filter(({ otherwise }) => otherwise === null);
  const not = actions.filter(({ otherwise }) => otherwise !== null);
  return (
    <form action={action} className="roster-actions">
      {fields.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field can be there twice, and their order stands
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <ul className="flex flex-wrap gap-2">
        {possible.map((offered) => (
          <li key={offered.action}>
            <Button
              name="do"
              value={offered.action}
              look={open === offered.action ? 'primary' : 'secondary'}
              aria-current={open === offered.action ? 'true' : undefined}
            >
              {offered.label}
              {counted && <span className="font-normal"> ({offered.people.toLocaleString('en')})</span>}
            </Button>
          </li>
        ))}
      </ul>
      {not.length > 0 && (
        <ul className="roster-not" aria-label="Not possible now">
          {not.map((offered) => (
            <li key={offered.action}>
              <Button type="button" look="secondary" disabled aria-describedby={`why-${offered.action}`}>
                {offered.label}
              </Button>
              <span id={`why-${offered.action}`}>{offered.otherwise}</span>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
