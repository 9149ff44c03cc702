import type { MetadataRoute } from 'next';
import { siteAddress } from '@/server/call';

export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/learn', '/teach', '/admin', '/account', '/api/'] },
    sitemap: `${siteAddress()}/sitemap.xml`,
  };
}
