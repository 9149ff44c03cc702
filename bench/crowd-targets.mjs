// The pages that others ask for while a list is worked off, with who asks for them.
import postgres from 'postgres';
import { doorHeaders } from './capture.mjs';

const slug = 'reading-a-blockchain-policy';

/** A lesson, the catalog, a roster, and the door by which a view is recorded. */
export async function crowdTargets({ url, secret, site }) {
  const { seedStudents } = await import('../test/students.ts');
  const students = await seedStudents(url, { count: 200, course: slug, secret });
  const [owner] = await seedStudents(url, { count: 1, course: slug, secret });
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`insert into course_staff (course_id, user_id, role) select id, ${owner.userId}, 'owner' from courses where slug = ${slug}`;
  const [{ lesson }] = await sql`
    select e.manifest #> '{modules,0,lessons,1}' as lesson from courses c join editions e on e.id = c.current_edition_id
    where c.slug = ${slug}`;
  await sql.end();
  const cookies = students.map(({ cookie }) => cookie);
  return [
    { name: 'lesson page', path: `/learn/${slug}/${lesson.id}`, cookies },
    { name: 'catalog', path: '/courses' },
    { name: 'roster of a course', path: `/teach/${slug}/roster`, cookies: [owner.cookie] },
    {
      name: 'recording a view',
      method: 'POST',
      path: `/api/learn/${slug}/${lesson.id}/views`,
      headers: doorHeaders(site),
      body: JSON.stringify({ blocks: [lesson.blocks[0].id] }),
      cookies,
    },
  ];
}
