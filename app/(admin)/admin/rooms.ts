import {
  canGrantRoles,
  canManageTokens,
  canReadAudit,
  canReadDashboards,
  canReadEnrollments,
  canReadMail,
  canReadPeople,
  type Policy,
} from '@/rules/access';

type Room = {
  href: string;
  label: string;
  /** Where else its pages are. */
  also?: readonly string[];
  /** Whether the addresses below its own belong to other tabs. */
  alone?: boolean;
  /** Who is shown the tab: the policy that the pages' operations ask for. */
  may: Policy<unknown>;
  /** Only where the platform runs on one's own machine. */
  embeddedOnly?: boolean;
};

/** The rooms of the administration, in the order of their tabs. A new one is a line here. */
export const rooms: readonly Room[] = [
  { href: '/admin', label: 'Dashboard', may: canReadDashboards, alone: true },
  { href: '/admin/people', label: 'People', may: canReadPeople },
  { href: '/admin/enrollments', label: 'Enrollments', may: canReadEnrollments },
  { href: '/admin/roles', label: 'Roles', may: canGrantRoles },
  { href: '/admin/audit', label: 'Audit', may: canReadAudit },
  { href: '/admin/api-tokens', label: 'API', may: canManageTokens, also: ['/admin/api'] },
  { href: '/admin/mails', label: 'Undelivered mail', may: canReadMail },
  { href: '/admin/mailbox', label: 'Mailbox', may: canReadMail, embeddedOnly: true },
];
