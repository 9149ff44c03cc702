import { connect, type Database } from '@/db/client';
import { env } from './env';

const holder = globalThis as { platformDatabase?: Database };

/** The pool of this process. Kept on `globalThis`, because bundles would each make one of their own. */
export function database(): Database {
  holder.platformDatabase ??= connect(env().DATABASE_URL).db;
  return holder.platformDatabase;
}
