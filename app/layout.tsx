import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ConfirmBanner } from '@/components/account/confirm-banner';
import { ViewingBanner } from '@/components/account/viewing-banner';
import { RouteFocus } from '@/components/site/route-focus';
import { SiteFooter } from '@/components/site/site-footer';
import { SiteHeader } from '@/components/site/site-header';
import { themeFrom } from '@/components/site/theme';
import { siteName } from '@/rules/site';
import { siteAddress, viewer } from '@/server/call';
import { inter, sourceSerif } from './fonts';
import './globals.css';

export const dynamic = 'force-dynamic';

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(siteAddress()),
    title: { default: siteName, template: `%s · ${siteName}` },
    description: 'Courses on blockchain technology and policy that show their sources.',
    openGraph: { siteName, type: 'website', locale: 'en' },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f4' },
    { media: '(prefers-color-scheme: dark)', color: '#15130f' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [actor, jar] = await Promise.all([viewer(), cookies()]);
  const theme = themeFrom(jar.get('theme')?.value);
  return (
    <html lang="en" data-theme={theme ?? undefined} className={`${inter.variable} ${sourceSerif.variable}`}>
      <body>
        <a href="#main" className="skip-link">
          Skip to the content
        </a>
        <SiteHeader person={actor ? { name: actor.name, role: actor.role } : null} theme={theme} />
        {actor?.viewedBy && <ViewingBanner name={actor.name} until={actor.viewedBy.until.toISOString()} />}
        {actor && !actor.viewedBy && !actor.emailConfirmed && <ConfirmBanner email={actor.email} />}
        <main id="main">{children}</main>
        <SiteFooter />
        <RouteFocus />
      </body>
    </html>
  );
}
