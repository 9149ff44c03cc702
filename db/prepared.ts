import type { Sql, TransactionSql } from 'postgres';

type Unsafe = Sql['unsafe'];
type Work = (transaction: TransactionSql) => Promise<unknown>;

/** What has no parameters (`begin`, for one) stays a simple query. */
const preparing = (unsafe: Unsafe): Unsafe =>
  ((text, args = [], options = {}) =>
    unsafe(text, args, args.length > 0 ? { ...options, prepare: true } : options)) as Unsafe;

/**
 * Has the queries of drizzle prepared once per connection, in transactions too. Drizzle itself asks for
 * each to be parsed anew, which costs a second round trip and a new plan every time.
 */
export function prepared(sql: Sql): Sql {
  const begin = sql.begin as (work: Work) => Promise<unknown>;
  sql.unsafe = preparing(sql.unsafe);
  sql.begin = ((work: Work) =>
    begin((transaction) => {
      transaction.unsafe = preparing(transaction.unsafe);
      return work(transaction);
    })) as Sql['begin'];
  return sql;
}
