import type { LocalCopies } from './local-copies';
import type { Sent, Theirs } from './send-text';

export type SaveState = {
  status:
    | 'saved'
    | 'waiting'
    | 'saving'
    | 'offline'
    | 'signed-out'
    | 'failed'
    | 'conflict'
    /** The file is no longer in the draft, or the person may no longer edit it. */
    | 'gone';
  savedAt: string;
  /** What the server said when it refused. */
  message: string;
  /** Whether what is not saved is kept on this device. */
  kept: boolean;
  theirs: Theirs | null;
};

type Options = {
  base: { text: string; version: number; savedAt: string };
  /** What is in the editor now. */
  read: () => string;
  copies: Pick<LocalCopies, 'keep' | 'drop' | 'setAside'>;
  send: (value: { version: number; text: string }, leaving: boolean) => Promise<Sent>;
};

/** Writing a long text to this device takes so long that a key would wait for it. */
const isLong = (length: number): boolean => length > 200_000;
/** Between two copies on this device. */
const copyPause = 300;
/** A long text is copied when nobody has typed for this long; a page that is left before makes its copy then. */
const longCopyPause = 600;
/** And while somebody types without a pause. */
const longestUncopied = 10_000;

/** Does something when the browser has nothing better to do, which is soon. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 1_000 });
  else work();
}
/** After the last key. */
const pause = 1_000;
/** While somebody types without a pause. */
const longest = 15_000;
const retries = [3_000, 10_000, 30_000];
/** Statuses after which the same text may be taken later. */
const passing = new Set([429, 500, 502, 503, 504]);

/**
 * Saves a text as it is written: a second after the last key, with a copy on this device from the first
 * key until the server has it. It never saves over somebody else: then it stops and waits for a decision.
 */
export class Saver {
  state: SaveState;
  private base: Options['base'];
  private readonly listeners = new Set<() => void>();
  private readonly unheard = new Set<string>();
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private copyTimer: ReturnType<typeof setTimeout> | undefined;
  private dirtySince: number | null = null;
  private copyDue: number | null = null;
  private sending = false;
  private tries = 0;

  constructor(private readonly options: Options) {
    this.base = options.base;
    this.state = { status: 'saved', savedAt: options.base.savedAt, message: '', kept: true, theirs: null };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The text and version that the server is known to have. */
  get stored(): { text: string; version: number } {
    return this.base;
  }

  get unsaved(): boolean {
    return this.dirtySince !== null;
  }

  /** Something was typed. */
  changed(): void {
    if (this.dirtySince === null) {
      this.dirtySince = Date.now();
      if (isLong(this.base.text.length)) this.keepSoon();
      else this.keep();
    } else this.keepSoon();
    if (this.decided() || this.state.status === 'signed-out') return;
    if (this.state.status === 'saved' || this.state.status === 'failed') this.tell({ status: 'waiting' });
    this.saveIn(Math.min(pause, Math.max(0, this.dirtySince + longest - Date.now())));
  }

  /** Saves now what waits to be saved. */
  flush(leaving = false): void {
    if (this.dirtySince === null || this.decided()) return;
    this.keep();
    void this.save(leaving);
  }

  /** The connection may be back, or the person signed in again. */
  again(): void {
    this.tries = 0;
    if (['offline', 'signed-out', 'failed'].includes(this.state.status)) this.flush();
  }

  /** Saves what is in the editor over the other's version, which is kept on this device. */
  keepMine(): void {
    const theirs = this.state.theirs;
    if (!theirs) return;
    this.options.copies.setAside(theirs.text, theirs.savedBy ?? 'Somebody else');
    this.goOnFrom(theirs);
    void this.save(false);
  }

  /** Goes on from the other's version; what was in the editor is kept on this device. The caller shows it. */
  takeTheirs(): string {
    const theirs = this.state.theirs;
    if (!theirs) return this.options.read();
    this.options.copies.setAside(this.options.read(), 'You');
    this.goOnFrom(theirs);
    return theirs.text;
  }

  stop(): void {
    clearTimeout(this.saveTimer);
    clearTimeout(this.copyTimer);
    this.listeners.clear();
  }

  private goOnFrom(theirs: Theirs): void {
    this.base = theirs;
    this.tell({ status: 'waiting', theirs: null, savedAt: theirs.savedAt });
  }

  /** Whether saving waits for a person. */
  private decided(): boolean {
    return this.state.status === 'conflict' || this.state.status === 'gone';
  }

  private keepSoon(): void {
    if (!isLong(this.base.text.length)) {
      this.copyTimer ??= setTimeout(() => this.keep(), copyPause);
      return;
    }
    this.copyDue ??= Date.now() + longestUncopied;
    clearTimeout(this.copyTimer);
    const wait = Math.min(longCopyPause, Math.max(0, this.copyDue - Date.now()));
    this.copyTimer = setTimeout(() => whenIdle(() => this.keep()), wait);
  }

  private keep(): void {
    clearTimeout(this.copyTimer);
    this.copyTimer = undefined;
    this.copyDue = null;
    if (this.dirtySince === null) return;
    const kept = this.options.copies.keep(this.base.version, this.options.read());
    if (kept !== this.state.kept) this.tell({ kept });
  }

  private saveIn(milliseconds: number): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.save(false), milliseconds);
  }

  private async save(leaving: boolean): Promise<void> {
    if (this.sending || this.decided()) return;
    clearTimeout(this.saveTimer);
    const text = this.options.read();
    if (text === this.base.text) {
      this.settled();
      return;
    }
    this.sending = true;
    this.unheard.add(text);
    const { version } = this.base;
    this.tell({ status: 'saving' });
    let sent: Sent | null;
    try {
      sent = await this.options.send({ version, text }, leaving);
    } catch {
      sent = null;
    }
    this.sending = false;
    this.heard(sent, text);
  }

  private heard(sent: Sent | null, text: string): void {
    if (sent === null) this.later({ status: 'offline', message: '' });
    else if (sent.kind === 'saved') this.acknowledged({ ...sent, text });
    else if (sent.kind === 'conflict') this.contested(sent.theirs);
    else this.refused(sent);
  }

  private acknowledged(base: Options['base']): void {
    this.base = base;
    this.unheard.clear();
    this.tries = 0;
    this.tell({ savedAt: base.savedAt });
    if (this.options.read() === base.text) {
      this.settled();
      return;
    }
    this.tell({ status: 'waiting' });
    this.keep();
    this.saveIn(pause);
  }

  private contested(theirs: Theirs): void {
    // An answer of the server was lost: what it has is what was sent from here.
    if (!this.unheard.has(theirs.text)) {
      this.tell({ status: 'conflict', theirs });
      return;
    }
    this.base = theirs;
    this.unheard.clear();
    this.tell({ savedAt: theirs.savedAt });
    void this.save(false);
  }

  private refused({ status, message }: { status: number; message: string }): void {
    if (passing.has(status)) this.later({ status: 'failed', message });
    else if (status === 401) this.tell({ status: 'signed-out', message });
    else this.tell({ status: status === 404 ? 'gone' : 'failed', message });
  }

  /** The server has what is in the editor. */
  private settled(): void {
    this.dirtySince = null;
    this.copyDue = null;
    clearTimeout(this.copyTimer);
    this.copyTimer = undefined;
    this.options.copies.drop();
    this.tell({ status: 'saved', message: '', kept: true });
  }

  private later(state: Partial<SaveState>): void {
    this.tell(state);
    const wait = retries[Math.min(this.tries, retries.length - 1)] ?? 30_000;
    this.tries += 1;
    this.saveIn(wait);
  }

  private tell(change: Partial<SaveState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
