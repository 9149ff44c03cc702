import 'server-only';
import type { z } from 'zod';
import type { RefusalCode } from '@/rules/refusals';
import { call } from './call';
import { type Operation, Refused } from './operation';

/** Like `call`, for a page that shows why something is not possible instead of what it asked for. */
export async function callOrRefusal<Schema extends z.ZodType, Output extends object>(
  // biome-ignore lint/suspicious/noExplicitAny: an operation by anybody
  op: Operation<any, Schema, any, Output>,
  input: z.input<Schema>,
): Promise<Output | RefusalCode> {
  try {
    return await call(op, input);
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}
