import { Form } from '@/components/ui/form';
import { Ago } from '@/components/ui/when';
import type { ListedSession } from '@/features/accounts/list-sessions';
import { revokeOtherSessionsAction, revokeSessionAction } from './actions';

/** Where the person is signed in, each with a way to end it. */
export function Devices({ sessions, now }: { sessions: ListedSession[]; now: Date }) {
  return (
    <>
      <ul className="border-t border-rule">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3"
          >
            <div className="min-w-0">
              <p className="font-semibold">
                {session.device}
                {session.current && (
                  <span className="ml-2 rounded bg-good-soft px-2 py-0.5 text-sm text-good">This device</span>
                )}
              </p>
              <p className="text-sm text-soft">
                Last seen <Ago at={session.lastSeenAt} now={now} />
                {session.ip && ` from ${session.ip}`}
              </p>
            </div>
            {!session.current && (
              // biome-ignore lint/a11y/useSemanticElements: names which device the button in it signs out
              <div role="group" aria-label={session.device}>
                <Form
                  action={revokeSessionAction}
                  submitLabel="Sign out"
                  pendingLabel="Signing out …"
                  look="secondary"
                >
                  <input type="hidden" name="sessionId" value={session.id} />
                </Form>
              </div>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="mt-5">
          <Form
            action={revokeOtherSessionsAction}
            submitLabel="Sign out everywhere else"
            pendingLabel="Signing out …"
            look="danger"
          />
        </div>
      )}
    </>
  );
}
