import type { MetadataRoute } from 'next';
import { listCourses } from '@/features/catalog/list-courses';
import { call, siteAddress } from '@/server/call';

export const dynamic = 'force-dynamic';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { courses } = await call(listCourses, {});
  const address = siteAddress();
  return [
    { url: `${address}/` },
    { url: `${address}/courses` },
    { url: `${address}/network` },
    ...courses.map(({ slug, publishedAt }) => ({
      url: `${address}/courses/${slug}`,
      lastModified: publishedAt,
    })),
  ];
}
