import { Section } from '@/components/account/section';
import { Form } from '@/components/ui/form';
import type { SeenPerson } from '@/features/accounts/get-person';
import { restorePersonAction, suspendPersonAction } from './actions';

/** Shuts somebody out or lets them in again, or says why not. */
export function StandingSection({ person, why }: { person: SeenPerson; why: string | null }) {
  return (
    <Section
      id="standing"
      title="Access"
      about={
        person.suspended
          ? 'Suspended: every device was signed out, and signing in is refused.'
          : 'Suspending signs the person out on every device at once. Nothing of theirs is deleted.'
      }
    >
      {why ? (
        <p className="text-soft">{why}</p>
      ) : (
        <Form
          key={person.suspended ? 'restore' : 'suspend'}
          action={person.suspended ? restorePersonAction : suspendPersonAction}
          submitLabel={person.suspended ? `Restore ${person.name}` : `Suspend ${person.name}`}
          pendingLabel="Changing …"
          look={person.suspended ? 'secondary' : 'danger'}
          className="grid justify-items-start gap-5"
        >
          <input type="hidden" name="userId" value={person.id} />
        </Form>
      )}
    </Section>
  );
}
