import { callout } from './callout';
import { claim } from './claim';
import { compare } from './compare';
import { figure } from './figure';
import type { BlockKind } from './kind';
import { labBlock } from './lab';
import { media } from './media';
import { passage } from './passage';
import { question } from './question';
import { timeline } from './timeline';

/** Every kind of block beside plain prose. A line here adds one. */
const kinds: BlockKind[] = [callout, claim, compare, figure, labBlock, media, passage, question, timeline];

export const blockKinds: ReadonlyMap<string, BlockKind> = new Map(kinds.map((kind) => [kind.name, kind]));
