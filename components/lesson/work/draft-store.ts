import { post } from '../progress-store';
import { keepLocally, keptLocally, openSender, type Trouble } from '../sender';

/** Where a draft goes, and under which name the browser keeps what is not there yet. */
export type DraftTarget = {
  key: string;
  url: string;
  /** What is posted for a text, beside the revision it began from and the page that writes. */
  body: (text: string) => Record<string, unknown>;
};

/** The draft of a version of written work. */
export type DraftPlace = { course: string; lesson: string; number: number; enrollmentId: string };

/** Where the draft of written work goes. */
export const workTarget = ({ course, lesson, number, enrollmentId }: DraftPlace): DraftTarget => ({
  key: `work:${enrollmentId}:${lesson}:${number}`,
  url: `/api/learn/${course}/${lesson}/save-work`,
  body: (text) => ({ number, text }),
});

export type DraftState = {
  text: string;
  /** When the server kept it; null while it does not have this text. */
  savedAt: string | null;
  trouble: Trouble;
  /** What was written here while another device was faster: it is shown beside what is kept. */
  aside: string | null;
  /** Raised when the text is another than was typed: the field is then made anew. */
  shown: number;
};

type Waiting = { text: string; base: number; writer: string };

function waitingIn(key: string): Waiting | null {
  const value = keptLocally(key) as Waiting | null;
  const is = value && typeof value.text === 'string' && Number.isInteger(value.base);
  return is && typeof value.writer === 'string' ? value : null;
}

/** A pause in typing after which the text is sent. */
const pauseMs = 1_200;

/**
 * One draft in this page: of a version of written work, or of an entry of a claim log. Every change is kept in the browser at once and sent a moment later, also
 * after the tab was closed. Each save names the revision it began from, so that nothing is overwritten that was not
 * seen; what another device wrote meanwhile is shown, and what was written here is laid aside.
 */
export function openDraft(
  { key, url, body: bodyOf }: DraftTarget,
  saved: { text: string; revision: number; savedAt: string | null },
  page: string,
  /** What stood in the field when the script was there. */
  typed: string,
  onChange: (state: DraftState) => void,
) {
  const earlier = waitingIn(key);
  const unsent = earlier !== null && earlier.text !== saved.text;
  const typedBefore = typed !== saved.text;
  let writer = unsent ? earlier.writer : page;
  let base = unsent ? earlier.base : saved.revision;
  let waiting = unsent || typedBefore;
  let state: DraftState = {
    text: unsent ? earlier.text : typed,
    savedAt: waiting ? null : saved.savedAt,
    trouble: null,
    aside: unsent && typedBefore ? typed : (keptLocally(`${key}:aside`) as string | null),
    shown: unsent ? 1 : 0,
  };

  const set = (change: Partial<DraftState>) => {
    state = { ...state, ...change };
    keepLocally(key, waiting ? { text: state.text, base, writer } : null);
    keepLocally(`${key}:aside`, state.aside);
    onChange(state);
  };

  const sender = openSender({
    waits: () => waiting,
    async sendNext() {
      const { text } = state;
      const { status, body } = await post(url, { ...bodyOf(text), base, writer });
      if (status !== 200) return status;
      const is = body as { own: boolean; text: string | null; revision: number; savedAt: string };
      base = is.revision;
      if (is.own) {
        waiting = state.text !== text;
        set({ savedAt: waiting ? null : is.savedAt });
      } else {
        waiting = false;
        writer = page;
        set({ text: is.text ?? '', savedAt: is.savedAt, aside: state.text, shown: state.shown + 1 });
      }
      return status;
    },
    tell: (trouble) => set({ trouble }),
  });
  if (waiting) sender.later(0);
  set({});

  const change = (text: string, more: Partial<DraftState> = {}) => {
    waiting = true;
    set({ text, savedAt: null, ...more });
    sender.later(pauseMs);
  };
  return {
    change: (text: string) => change(text),
    /** Takes what was laid aside in place of what is kept, or lets it go. */
    takeAside: () => change(state.aside ?? state.text, { aside: null, shown: state.shown + 1 }),
    dropAside: () => set({ aside: null }),
    flush: sender.flush,
    close: sender.close,
  };
}
