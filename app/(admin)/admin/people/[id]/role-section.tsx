import { ProofField } from '@/components/account/proof-field';
import { RoleField } from '@/components/account/role-field';
import { Section } from '@/components/account/section';
import { Form } from '@/components/ui/form';
import type { SeenPerson } from '@/features/accounts/get-person';
import { setRoleAction } from './actions';

/** Gives another role, or says why not. */
export function RoleSection({
  person,
  fresh,
  why,
}: {
  person: SeenPerson;
  fresh: boolean;
  why: string | null;
}) {
  return (
    <Section
      id="role-heading"
      title="Role"
      about="It holds at once. The person is signed out everywhere and signs in again with it."
    >
      {why ? (
        <p className="text-soft">{why}</p>
      ) : (
        <Form
          action={setRoleAction}
          submitLabel="Change the role"
          pendingLabel="Changing …"
          doneMessage="The role is changed."
          look="secondary"
          className="grid justify-items-start gap-5"
        >
          <input type="hidden" name="userId" value={person.id} />
          <input type="hidden" name="version" value={person.version} />
          <div className="w-full">
            <RoleField current={person.role} />
          </div>
          <ProofField fresh={fresh} why="Asked again because a role opens other people's work." />
        </Form>
      )}
    </Section>
  );
}
