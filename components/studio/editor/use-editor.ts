'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { uniqueKey } from '@/components/ui/unique-key';
import type { EditorFile } from '@/features/authoring/editor/get-draft-file';
import type { Preview } from '@/features/authoring/editor/preview-file';
import { type LocalCopies, localCopies } from './local-copies';
import { Previewer } from './previewer';
import { Saver } from './saver';
import { sendText } from './send-text';
import { plainSurface, type Surface } from './surface';

export type Editor = {
  saver: Saver;
  previewer: Previewer;
  copies: LocalCopies;
  surface: () => Surface;
  /** Whether CodeMirror has taken the place of the plain text box. */
  isRich: boolean;
};

type Base = { text: string; version: number; savedAt: string };

/** What this window saved last: the router may show a page again as it was before that. */
const newest = new Map<string, Base>();

const unix = (text: string): string => text.replace(/\r\n?/g, '\n');

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

type Options = {
  data: EditorFile;
  initial: Preview | null;
  /** The plain text box that the page came with, and the place where CodeMirror goes. */
  box: RefObject<HTMLTextAreaElement | null>;
  slot: RefObject<HTMLDivElement | null>;
  onPictures: (files: File[]) => void;
};

/** Everything behind the editor of one file; null until the browser's script runs. */
export function useEditor({ data, initial, box, slot, onPictures }: Options): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  const names = useRef(data.names);
  names.current = data.names;
  const pictures = useRef(onPictures);
  pictures.current = onPictures;
  const first = useRef({ data, initial });

  useEffect(() => {
    const { data, initial } = first.current;
    const { course, viewerId, mayEdit, file } = data;
    const plain = box.current;
    const parent = slot.current;
    if (!plain || !parent) return;
    let closed = false;
    const given: Base = { text: unix(file.text), version: file.version, savedAt: file.savedAt };
    const known = newest.get(file.id);
    const base = known && known.version > given.version ? known : given;
    // What was typed before the script came is in the box, and stays there.
    if (unix(plain.value) === given.text) plain.value = base.text;

    let surface: Surface;
    const copies = localCopies(storage(), { viewerId, course, file: file.id }, uniqueKey());
    const saver = new Saver({
      base,
      read: () => surface.text(),
      copies,
      send: async (value, leaving) => {
        const sent = await sendText(`/api/teach/${course}/files/${file.id}`, value, leaving);
        if (sent.kind === 'saved')
          newest.set(file.id, { text: value.text, version: sent.version, savedAt: sent.savedAt });
        return sent;
      },
    });
    const previewer = new Previewer({
      url: `/api/teach/${course}/preview`,
      file: file.id,
      read: () => surface.text(),
      size: () => surface?.length() ?? plain.value.length,
      initial: base === given ? initial : null,
    });
    const changed = () => {
      if (mayEdit) saver.changed();
      previewer.changed();
    };
    surface = plainSurface(plain, changed);
    const parts = { saver, previewer, copies, surface: () => surface };
    setEditor({ ...parts, isRich: false });
    if (plain.value !== base.text) changed();
    else if (previewer.state.status === 'working') void previewer.ask();

    import('./code-mirror/mount').then(
      ({ mount }) => {
        if (closed) return;
        const typing = document.activeElement === plain;
        const text = surface.text();
        surface.destroy();
        surface = mount(parent, {
          text,
          isMarkdown: file.isLesson || file.path.endsWith('.md'),
          mayEdit,
          label: `Text of ${file.title}`,
          describedBy: 'ed-keys',
          names: () => names.current,
          onChange: changed,
          onSave: () => saver.flush(),
          onBlur: () => saver.flush(),
          onPictures: (files) => pictures.current(files),
        });
        surface.showProblems(previewer.state.preview.problems);
        if (typing) surface.focus();
        setEditor({ ...parts, isRich: true });
      },
      // Offline, or a new version was deployed: the plain box goes on, with all that is around it.
      () => {},
    );
    const problems = previewer.subscribe(() => {
      if (previewer.state.status === 'fresh') surface.showProblems(previewer.state.preview.problems);
    });
    const stopListening = listen(saver);
    return () => {
      closed = true;
      saver.flush(true);
      problems();
      stopListening();
      saver.stop();
      previewer.stop();
      surface.destroy();
    };
  }, [box, slot]);
  return editor;
}

/** Saves when the page is left or hidden, and tries again when there is reason to. */
function listen(saver: Saver): () => void {
  const leave = () => saver.flush(true);
  const seen = () => (document.visibilityState === 'hidden' ? saver.flush(true) : saver.again());
  const again = () => saver.again();
  const ask = (event: BeforeUnloadEvent) => {
    // What is kept on this device is not lost; only what is not is worth a question.
    if (saver.unsaved && !saver.state.kept) event.preventDefault();
  };
  window.addEventListener('pagehide', leave);
  window.addEventListener('online', again);
  window.addEventListener('focus', again);
  window.addEventListener('beforeunload', ask);
  document.addEventListener('visibilitychange', seen);
  return () => {
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('online', again);
    window.removeEventListener('focus', again);
    window.removeEventListener('beforeunload', ask);
    document.removeEventListener('visibilitychange', seen);
  };
}
