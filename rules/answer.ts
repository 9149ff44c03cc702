import type { RefusalCode } from './refusals';

/**
 * What an operation answers when a no must not undo what it counted: a thrown refusal would roll the
 * counters of the limits back with everything else.
 */
export type Answer<Yes = object> = ({ ok: true } & Yes) | { ok: false; code: RefusalCode };
