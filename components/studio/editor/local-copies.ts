/** The part of the browser's storage that copies need; null where there is none, as in some private windows. */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | null;

/** Text that was typed on this device and not acknowledged by the server. */
export type Copy = { key: string; text: string; at: string; version: number };
/** A text that somebody decided against, kept in case they change their mind. */
export type Aside = { key: string; text: string; at: string; whose: string };

export type LocalCopies = ReturnType<typeof localCopies>;

/** How many texts that were decided against are kept for one file. */
const mostAside = 10;

/**
 * Copies of one file on this device, for one person: somebody else at the same computer is not offered
 * them. Every window has its own, so that two of them do not write over each other.
 */
export function localCopies(
  shelf: Shelf,
  of: { viewerId: string; course: string; file: string },
  windowId: string,
) {
  const place = `${of.viewerId}:${of.course}:${of.file}:`;
  const unsaved = `studio:${place}`;
  const kept = `studio-aside:${place}`;
  let own: string | null = null;

  const put = (key: string, value: object): boolean => {
    try {
      if (!shelf) return false;
      shelf.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      // Full, or forbidden: the state line says that nothing is kept.
      return false;
    }
  };
  const remove = (key: string): void => {
    try {
      shelf?.removeItem(key);
    } catch {
      // It stays, and is offered again.
    }
  };
  const read = <Value extends { at: string }>(prefix: string): (Value & { key: string })[] => {
    const found: (Value & { key: string })[] = [];
    try {
      for (let index = 0; shelf && index < shelf.length; index += 1) {
        const key = shelf.key(index);
        if (key?.startsWith(prefix)) found.push({ ...JSON.parse(shelf.getItem(key) ?? '{}'), key });
      }
    } catch {
      return found;
    }
    return found.sort((a, b) => (a.at < b.at ? 1 : -1));
  };

  return {
    /** Keeps what is in the editor now. @returns whether the device took it. */
    keep(version: number, text: string): boolean {
      const key = `${unsaved}${version}:${windowId}`;
      const stored = put(key, { text, version, at: new Date().toISOString() });
      if (own !== null && own !== key && stored) remove(own);
      if (stored) own = key;
      return stored;
    },
    /** The server has it: this window's copy goes. */
    drop(): void {
      if (own !== null) remove(own);
      own = null;
    },
    /** What other windows, or this one before it was closed, left here. Newest first. */
    left: (): Copy[] => read<Omit<Copy, 'key'>>(unsaved).filter(({ key }) => key !== own),
    discard: remove,
    /** Keeps a text that was decided against. */
    setAside(text: string, whose: string): void {
      const at = new Date().toISOString();
      put(`${kept}${at}`, { text, at, whose });
      for (const { key } of read<Omit<Aside, 'key'>>(kept).slice(mostAside)) remove(key);
    },
    aside: (): Aside[] => read<Omit<Aside, 'key'>>(kept),
  };
}
