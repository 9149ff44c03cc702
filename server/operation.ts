import type * as z from 'zod';
import type { Database, Db } from '@/db/client';
import { recordAudit } from '@/db/queries/audit';
import { isProven } from '@/db/queries/sessions';
import type { Actor, Policy } from '@/rules/access';
import { realActor } from '@/rules/accounts/viewing';
import { type RefusalCode, refusals } from '@/rules/refusals';

/** The input is not of the operation's form. `fields` has one sentence per field, for the form to show. */
export class InvalidInput extends Error {
  override name = 'InvalidInput';
  constructor(readonly fields: Record<string, string>) {
    super(`Invalid input: ${Object.keys(fields).join(', ')}`);
  }
}

/** Possible in principle, not now: the code is the literal that also explains the disabled button. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(readonly code: RefusalCode) {
    super(refusals[code]);
  }
}

/** Missing and forbidden are the same answer, so that nobody learns what exists. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** Nobody is signed in, and the operation is for somebody. Pages lead to the sign-in and back. */
export class NotSignedIn extends Error {
  override name = 'NotSignedIn';
}

type ActorBy = { person: Actor; anyone: Actor | null };
type Somebody = keyof ActorBy;
type ActorOf<By extends Somebody> = ActorBy[By];

/** What a write leaves in the audit log. `in-ledger`: its rows are their own record. */
export type AuditEntry = { object: string; detail?: Record<string, unknown>; actorId?: string };
type Audit<Input, Subject, Output> =
  | 'in-ledger'
  | ((of: { input: Input; subject: Subject; output: Output }) => AuditEntry | null);

/** What an operation declares. One shape for reads and writes, so that its types are inferred whole. */
export type Operation<By extends Somebody, Schema extends z.ZodType, Subject, Output> = {
  /** Kebab-case verb, unique: it names the operation in the audit log and the permission snapshot. */
  name: string;
  kind: 'read' | 'write';
  by: By;
  input: Schema;
  /** Loads what is judged, in the scope of the actor. Null means that it does not exist for them. */
  subject: (db: Db, input: z.output<Schema>, actor: ActorOf<By>) => Promise<Subject | null>;
  /** Pure and named: the permission snapshot lists it. */
  allow: Policy<Subject>;
  /** Set for what is of weight: the password must have been given again in this session a moment ago. */
  fresh?: true;
  /** Set for the few writes that are done while one looks at somebody's pages: as oneself, then. */
  whileViewing?: true;
  run: (context: {
    db: Db;
    actor: ActorOf<By>;
    input: z.output<Schema>;
    subject: Subject;
    now: Date;
  }) => Promise<Output>;
  /** Every write says what it leaves in the audit log; a read leaves nothing. */
  audit?: Audit<z.output<Schema>, Subject, Output>;
};
// biome-ignore lint/suspicious/noExplicitAny: stands for every operation, whatever its types
export type AnyOperation = Operation<any, any, any, any>;

/** The output type of an operation, for the components that show it. */
export type OutputOf<Op> = Op extends { run: (context: never) => Promise<infer Output> } ? Output : never;

/** Declares an operation: who may, on what, and what is done. Without `allow` it does not compile. */
export function operation<By extends Somebody, Schema extends z.ZodType, Subject, Output>(
  spec: Operation<By, Schema, Subject, Output>,
): Operation<By, Schema, Subject, Output> {
  if ((spec.kind === 'write') !== (spec.audit !== undefined)) {
    throw new Error(`${spec.name}: a write declares its audit entry, a read has none`);
  }
  return spec;
}

/** For operations that judge nothing but who asks. */
export const noSubject = async (): Promise<Record<string, never>> => ({});

export type PerformContext = { db: Database; actor: Actor | null; now?: Date };

/**
 * Runs an operation: parse, load the subject, allow, run, audit. A write is one transaction. Who looks at
 * the pages of somebody else writes nothing.
 * Throws InvalidInput, NotSignedIn, NotFound (missing or forbidden alike) or Refused.
 */
export async function perform<By extends Somebody, Schema extends z.ZodType, Subject, Output>(
  op: Operation<By, Schema, Subject, Output>,
  raw: unknown,
  { db, actor: asked, now = new Date() }: PerformContext,
): Promise<Output> {
  const actor = asked && op.whileViewing ? realActor(asked) : asked;
  if (op.by === 'person' && actor === null) throw new NotSignedIn(op.name);
  if (op.kind === 'write' && actor?.viewedBy) throw new Refused('viewing-only');
  const who = actor as ActorOf<By>;
  const parsed = op.input.safeParse(raw);
  if (!parsed.success) throw new InvalidInput(fieldErrors(parsed.error));
  const input = parsed.data as z.output<Schema>;

  const steps = async (handle: Db): Promise<Output> => {
    const subject = await op.subject(handle, input, who);
    if (subject === null || !op.allow(actor, subject)) throw new NotFound(op.name);
    if (op.fresh && !(await isProven(handle, actor?.sessionId ?? ''))) throw new Refused('password-again');
    const output = await op.run({ db: handle, actor: who, input, subject, now });
    if (op.audit && op.audit !== 'in-ledger') {
      const entry = op.audit({ input, subject, output });
      if (entry) await recordAudit(handle, { actorId: auditActor(actor), action: op.name, ...entry });
    }
    return output;
  };
  return op.kind === 'read' ? steps(db) : db.transaction(steps);
}

const auditActor = (actor: Actor | null): string | null =>
  actor === null || actor.role === 'platform' ? null : actor.userId;

function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'form');
    fields[field] ??= issue.message;
  }
  return fields;
}
