import { sql } from 'drizzle-orm';
import type { SiteRole } from '@/rules/accounts/roles';
import { hashPassword } from '@/server/auth/passwords';
import type { Db } from '../client';
import { courseStaff, courses, users } from '../schema';

export type DemoAccount = { role: SiteRole; name: string; email: string; password: string };

/** For the embedded mode only, where the site answers on this machine alone. */
const accounts: DemoAccount[] = [
  { role: 'student', name: 'Sam Student', email: 'student@demo.example', password: 'demo student 2019' },
  {
    role: 'instructor',
    name: 'Ines Instructor',
    email: 'instructor@demo.example',
    password: 'demo instructor 2019',
  },
  { role: 'admin', name: 'Ada Admin', email: 'admin@demo.example', password: 'demo admin 2019' },
];

/** Makes the demo accounts that are missing; one that was changed by hand is left as it is. */
export async function seedDemoAccounts(db: Db): Promise<DemoAccount[]> {
  const present = await db.select({ email: users.email }).from(users);
  const known = new Set(present.map((row) => row.email));
  for (const { password, ...account } of accounts.filter((entry) => !known.has(entry.email))) {
    const passwordHash = await hashPassword(password);
    await db
      .insert(users)
      .values({ ...account, passwordHash, emailConfirmedAt: sql`now()` as never })
      .onConflictDoNothing();
  }
  const rows = await db.select({ id: users.id, email: users.email }).from(users);
  const instructor = rows.find((row) => row.email === 'instructor@demo.example');
  if (instructor) {
    const all = await db.select({ id: courses.id }).from(courses);
    for (const course of all) {
      await db
        .insert(courseStaff)
        .values({ courseId: course.id, userId: instructor.id, role: 'owner' })
        .onConflictDoNothing();
    }
  }
  return accounts;
}
