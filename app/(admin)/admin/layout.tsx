import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Tabs } from '@/components/ui/tabs';
import { isEmbedded, missing, signInPath, viewer } from '@/server/call';

/** The operations decide who may; this only keeps the tabs from being shown to others. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await viewer();
  if (!actor) redirect(await signInPath());
  if (actor.role !== 'admin') missing();
  const tabs = [
    { href: '/admin/people', label: 'People' },
    ...(isEmbedded() ? [{ href: '/admin/mailbox', label: 'Mailbox' }] : []),
  ];
  return (
    <>
      <Tabs label="Administration" tabs={tabs} />
      {children}
    </>
  );
}
