import { Instant } from '@/components/ui/when';
import type { PersonEntry } from '@/features/accounts/get-person';
import { roleWords } from './role-words';

const words: Record<string, string> = {
  register: 'Registered',
  'confirm-email': 'Confirmed the e-mail address',
  'resend-confirmation': 'Asked for the confirmation mail again',
  'sign-in': 'Signed in',
  'sign-out': 'Signed out',
  'request-password-reset': 'A password reset was asked for',
  'reset-password': 'Set a new password by mail',
  'change-password': 'Changed the password',
  'change-name': 'Changed the name',
  'revoke-session': 'Signed out a device',
  'revoke-other-sessions': 'Signed out every other device',
  'suspend-person': 'Suspended',
  'restore-person': 'Restored',
  'create-admin': 'Created as the administrator of this server',
};

const roleName = (role: unknown): string => roleWords[role as keyof typeof roleWords] ?? String(role);

function entryWords({ action, detail }: PersonEntry): string {
  if (action === 'set-role') return `Role changed from ${roleName(detail.from)} to ${roleName(detail.to)}`;
  if (action === 'register' && detail.outcome === 'address-known')
    return 'Somebody tried to register with this address';
  return words[action] ?? action;
}

/** What happened to an account, newest first. Who did it is said where it was not the person. */
export function AuditList({ entries }: { entries: PersonEntry[] }) {
  if (entries.length === 0) return <p className="text-soft">Nothing is recorded yet.</p>;
  return (
    <ol className="border-t border-rule">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-2.5"
        >
          <span>
            {entryWords(entry)}
            {entry.by && <span className="text-soft"> · by {entry.by}</span>}
          </span>
          <span className="text-sm text-soft">
            <Instant at={entry.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
