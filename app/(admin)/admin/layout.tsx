import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Tabs } from '@/components/ui/tabs';
import { isEmbedded, missing, signInPath, viewer } from '@/server/call';
import { rooms } from './rooms';

/** The operations decide who may; this only keeps tabs from those for whom there is nothing behind them. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await viewer();
  if (!actor) redirect(await signInPath());
  const open = rooms.filter(({ may, embeddedOnly }) => may(actor, {}) && (!embeddedOnly || isEmbedded()));
  if (open.length === 0) missing();
  return (
    <>
      <Tabs label="Administration" tabs={open.map(({ may: _may, embeddedOnly: _only, ...tab }) => tab)} />
      {children}
    </>
  );
}
