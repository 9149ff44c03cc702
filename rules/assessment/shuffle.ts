/**
 * Another order for what is written in the right one, and always the same for the same texts: sorted by their
 * text backwards, and turned until it is not the right order any more.
 * @param texts in the order they are written in, no two alike
 * @param telling whose order must not be the written one; the others only stand among them
 */
export function shuffled(texts: readonly string[], telling: readonly string[] = texts): string[] {
  const backwards = (text: string) => [...text].reverse().join('');
  const shown = [...texts].sort((a, b) => (backwards(a) < backwards(b) ? -1 : 1));
  const tells = () => shown.filter((text) => telling.includes(text)).join('\n') === telling.join('\n');
  for (let turn = 1; turn < shown.length && tells(); turn += 1) shown.push(...shown.splice(0, 1));
  return shown;
}
