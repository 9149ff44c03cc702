import { createHash, randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import postgres from 'postgres';

/** `token` is what the cookie seals; `cookie` is the header that a browser would send. */
export type Student = {
  userId: string;
  sessionId: string;
  enrollmentId: string;
  token: string;
  tokenHash: string;
  cookie: string;
};

type Row = Pick<Student, 'userId' | 'sessionId' | 'enrollmentId' | 'tokenHash'>;

/**
 * Enrolls students in a published course, each with a live session, straight in the database, with the
 * cookies of a site that is served over plain http.
 */
export async function seedStudents(
  url: string,
  options: { count: number; course: string; secret: string },
): Promise<Student[]> {
  const tokens = Array.from({ length: options.count }, () => randomBytes(24).toString('base64url'));
  const byHash = new Map(tokens.map((token) => [createHash('sha256').update(token).digest('hex'), token]));
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const rows = await sql<Row[]>`
    with person as (
      insert into users (email, name, password_hash, email_confirmed_at)
      select hash || '@load.example', 'Student ' || left(hash, 6), 'none', now()
      from unnest(${[...byHash.keys()]}::text[]) hash
      returning id, split_part(email, '@', 1) as hash
    ), device as (
      insert into sessions (token_hash, user_id, user_agent) select hash, id, 'load' from person
      returning id, user_id
    ), place as (
      insert into enrollments (course_id, user_id, edition_id, state)
      select c.id, p.id, c.current_edition_id, 'active'
      from person p join courses c on c.slug = ${options.course}
      returning id, user_id
    )
    select p.id as "userId", d.id as "sessionId", e.id as "enrollmentId", p.hash as "tokenHash"
    from person p join device d on d.user_id = p.id join place e on e.user_id = p.id`;
  await sql.end();
  return Promise.all(
    rows.map(async (row) => {
      const token = byHash.get(row.tokenHash) ?? '';
      const sealed = await encode({
        token: { sub: row.userId, sid: token },
        secret: options.secret,
        salt: 'session',
      });
      return { ...row, token, cookie: `session=${sealed}` };
    }),
  );
}
