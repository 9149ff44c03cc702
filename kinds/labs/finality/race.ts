/** How long both branches are after a block: that of everybody else, and the attacker's own. */
export type Standing = { honest: number; attacker: number };

/** The standing before the first block of a race and after each; a race is `h` or `a` for whoever found each block. */
export function standings(race: string): Standing[] {
  const all: Standing[] = [{ honest: 0, attacker: 0 }];
  let [honest, attacker] = [0, 0];
  for (const found of race) {
    if (found === 'a') attacker += 1;
    else honest += 1;
    all.push({ honest, attacker });
  }
  return all;
}

/**
 * The least depth, in blocks of the honest branch, by which the goods are safe in this one race: as long as the
 * attacker has not drawn level for the last time, whoever ships is robbed.
 */
export function safeDepth(race: string): number {
  const level = standings(race).findLast(({ honest, attacker }) => attacker >= honest);
  return (level?.honest ?? 0) + 1;
}
