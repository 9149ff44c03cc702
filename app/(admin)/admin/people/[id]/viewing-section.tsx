import { Section } from '@/components/account/section';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import type { SeenPerson } from '@/features/accounts/get-person';
import { lifetimes } from '@/rules/accounts/accounts';
import { startViewingAction } from './actions';

/** The way to a student's own pages; first to the page that asks for one's password, if it is not fresh. */
export function ViewingSection({ person, fresh }: { person: SeenPerson; fresh: boolean }) {
  return (
    <Section
      id="viewing"
      title="Their pages"
      about={`You see what they see, for ${lifetimes.viewingMinutes} minutes on this device, and change nothing. It is noted in the audit log and in their own history.`}
    >
      {fresh ? (
        <Form
          action={startViewingAction}
          submitLabel={`See the pages of ${person.name}`}
          pendingLabel="Opening …"
          look="secondary"
        >
          <input type="hidden" name="userId" value={person.id} />
        </Form>
      ) : (
        <ButtonLink look="secondary" href={`/account/prove?next=/admin/people/${person.id}`}>
          Give your password first
        </ButtonLink>
      )}
    </Section>
  );
}
