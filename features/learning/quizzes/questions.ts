import type { CompiledBlock, CompiledLesson } from '@/rules/editions/edition';

/** The ids of what a quiz can ask, in the order in which it is written. */
export const questionsOf = ({ blocks }: { blocks: CompiledBlock[] }): string[] =>
  blocks.filter(({ question }) => question !== null).map(({ id }) => id);

/** A block of a lesson by its id. */
export const blockOf = (lesson: CompiledLesson, id: string): CompiledBlock | undefined =>
  lesson.blocks.find((block) => block.id === id);
