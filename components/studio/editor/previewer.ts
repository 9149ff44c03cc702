import type { Preview } from '@/features/authoring/editor/preview-file';
import { messageOf, post } from './send-text';

export type PreviewState = {
  /** What is shown: the newest answer. While there is a mistake that nothing can be made of, the last good view. */
  preview: Preview;
  status: 'fresh' | 'working' | 'on-request' | 'failed';
  message: string;
};

/** After the last key; for a long lesson, more: twice what its preview took. */
const pause = 300;
/** Longer texts are previewed when somebody asks for it. */
const previewedAtOnce = 500_000;

/** Asks the server what a text becomes, a moment after the last key; an older question is given up. */
export class Previewer {
  state: PreviewState;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private request: AbortController | null = null;
  private took = 0;

  constructor(
    private readonly options: {
      url: string;
      file: string;
      read: () => string;
      /** How long the text is; cheaper than the text. */
      size: () => number;
      initial: Preview | null;
    },
  ) {
    const { initial, size } = options;
    const preview = initial ?? { head: null, view: null, problems: [] };
    const status = initial ? 'fresh' : size() > previewedAtOnce ? 'on-request' : 'working';
    this.state = { preview, status, message: '' };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Something was typed. */
  changed(): void {
    this.request?.abort();
    clearTimeout(this.timer);
    if (this.options.size() > previewedAtOnce) {
      if (this.state.status !== 'on-request') this.tell({ status: 'on-request' });
      return;
    }
    this.timer = setTimeout(() => void this.ask(), Math.max(pause, 2 * this.took));
  }

  /** Asks now. */
  async ask(): Promise<void> {
    this.request?.abort();
    const request = new AbortController();
    this.request = request;
    const started = performance.now();
    if (this.state.status !== 'fresh') this.tell({ status: 'working' });
    try {
      const { url, file, read } = this.options;
      const answer = await post(url, { file, text: read() }, { signal: request.signal });
      if (!answer.ok) {
        this.tell({ status: 'failed', message: await messageOf(answer) });
        return;
      }
      const preview = (await answer.json()) as Preview;
      if (request.signal.aborted) return;
      this.took = performance.now() - started;
      const { head, view } = preview.view ? preview : this.state.preview;
      this.tell({ preview: { ...preview, head, view }, status: 'fresh', message: '' });
    } catch {
      if (!request.signal.aborted)
        this.tell({ status: 'failed', message: 'The server cannot be reached just now.' });
    }
  }

  stop(): void {
    this.request?.abort();
    clearTimeout(this.timer);
    this.listeners.clear();
  }

  private tell(change: Partial<PreviewState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
