'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { EditorFile } from '@/features/authoring/editor/get-draft-file';
import type { Preview } from '@/features/authoring/editor/preview-file';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { AsideList } from './aside-list';
import { ConflictPanel } from './conflict-panel';
import { type EntryAction, InsertDialog } from './insert-dialog';
import { LeftPanel } from './left-panel';
import { PictureDialog } from './picture-dialog';
import { type PlainAction, PlainForm } from './plain-form';
import { type LessonPage, PreviewPane } from './preview-pane';
import { ProblemList } from './problem-list';
import { StateLine } from './state-line';
import { useEditor } from './use-editor';
import { useStore } from './use-store';

type Props = {
  data: EditorFile;
  /** What the stored text becomes; null where it is made on request. */
  initial: Preview | null;
  page: LessonPage;
  save: PlainAction;
  addTerm: EntryAction;
  addSource: EntryAction;
};

const views = ['write', 'preview', 'problems'] as const;
type View = (typeof views)[number];

/** Where one file of a draft is written, with what it becomes and what is wrong with it beside it. */
export function Workbench({ data, initial, page, save, addTerm, addSource }: Props) {
  const { file, mayEdit, course } = data;
  const box = useRef<HTMLTextAreaElement>(null);
  const slot = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>('write');
  const [inserting, setInserting] = useState(false);
  /** How often a text was set aside: the list of them is read again then. */
  const [aside, setAside] = useState(0);
  const [pictures, setPictures] = useState<File[]>([]);
  const editor = useEditor({ data, initial, box, slot, onPictures: setPictures });
  const saving = useStore(editor?.saver ?? null, {
    status: 'saved' as const,
    savedAt: file.savedAt,
    message: '',
    kept: true,
    theirs: null,
  });
  const previewing = useStore(editor?.previewer ?? null, {
    preview: initial ?? { head: null, view: null, problems: [] },
    status: 'fresh' as const,
    message: '',
  });
  const { problems } = previewing.preview;
  const stops = problems.filter(stopsPublishing).length;
  const labels = {
    write: 'Write',
    preview: 'Preview',
    problems:
      stops > 0 ? `Problems (${stops})` : problems.length > 0 ? `Advice (${problems.length})` : 'Problems',
  };
  /** Sets of the question bank have a preview as lessons have one. */
  const hasPage = file.isLesson || file.isSet;
  const shown = hasPage ? views : views.filter((name) => name !== 'preview');

  return (
    <div className={`ed ${hasPage ? '' : 'ed-no-preview'}`} data-view={editor ? view : undefined}>
      <div className="ed-bar">
        {mayEdit && hasPage && editor && (
          <Button type="button" className="ed-insert" onClick={() => setInserting(true)}>
            Insert …
          </Button>
        )}
        {editor?.isRich && (
          <div className="ed-tools">
            {mayEdit && (
              <>
                <button type="button" onClick={() => editor.surface().undo()}>
                  Undo
                </button>
                <button type="button" onClick={() => editor.surface().redo()}>
                  Redo
                </button>
              </>
            )}
            <button
              type="button"
              onClick={() => {
                setView('write');
                editor.surface().find();
              }}
            >
              Find
            </button>
          </div>
        )}
        <StateLine state={saving} mayEdit={mayEdit} running={editor !== null} />
      </div>

      {/* Before the preview: an id of the lesson may be that of a field, and the first one of a page counts. */}
      {editor && mayEdit && hasPage && (
        <>
          <InsertDialog
            open={inserting}
            onClose={() => setInserting(false)}
            data={data}
            surface={editor.surface}
            addTerm={addTerm}
            addSource={addSource}
          />
          <PictureDialog
            files={pictures}
            course={course}
            surface={editor.surface}
            onDone={() => setPictures((waiting) => waiting.slice(1))}
          />
        </>
      )}

      {editor && mayEdit && <LeftPanel editor={editor} onAside={() => setAside((count) => count + 1)} />}
      {editor && saving.status === 'conflict' && (
        <ConflictPanel key={saving.theirs?.version} editor={editor} />
      )}

      <fieldset className="ed-views" hidden={editor === null}>
        <legend className="visually-hidden">Show</legend>
        {shown.map((name) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
            {labels[name]}
          </button>
        ))}
      </fieldset>

      <div className="ed-panes">
        <section className="ed-write" aria-label="Write">
          <PlainForm
            data={data}
            action={save}
            box={box}
            running={editor !== null}
            hidden={editor?.isRich ?? false}
          />
          <div ref={slot} className={`ed-rich ${hasPage ? 'ed-rich-words' : 'ed-rich-data'}`} />
        </section>
        {hasPage && (
          <section className="ed-preview" aria-label="Preview">
            <PreviewPane state={previewing} editor={editor} page={page} course={course} />
          </section>
        )}
        <section className="ed-problems" aria-label="Problems">
          <ProblemList
            problems={problems}
            goTo={(line) => {
              setView('write');
              // On a phone the text was hidden until now, and what is hidden cannot be scrolled to.
              requestAnimationFrame(() => editor?.surface().goTo(line));
            }}
          />
        </section>
      </div>

      <p id="ed-keys" className="ed-keys">
        {editor?.isRich
          ? 'Tab indents. To leave the text with the keyboard, press Escape, then Tab. Ctrl (Cmd on a Mac) with F finds, with Z undoes, with S saves at once.'
          : mayEdit
            ? 'The text is Markdown with blocks.'
            : ''}
      </p>
      {editor && mayEdit && <AsideList key={`${aside} ${saving.status === 'conflict'}`} editor={editor} />}
    </div>
  );
}
