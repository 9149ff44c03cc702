import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { yaml, yamlFrontmatter } from '@codemirror/lang-yaml';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { EditorSelection, EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import type { CourseNames } from '@/features/authoring/editor/get-draft-file';
import type { FileProblem } from '@/rules/authoring/course-files';
import { type Surface, spaced } from '../surface';
import { completionsOf } from './completions';
import { directives } from './directives';
import { look } from './look';

type Options = {
  text: string;
  isMarkdown: boolean;
  mayEdit: boolean;
  label: string;
  describedBy: string;
  names: () => CourseNames;
  onChange: () => void;
  onSave: () => void;
  onBlur: () => void;
  /** Pictures that were pasted or dropped; the cursor is where they belong. */
  onPictures: (files: File[]) => void;
};

const pictures = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

/** Puts marks around what is selected, or takes them away. */
const around = (mark: string) => (view: EditorView) => {
  const length = mark.length;
  view.dispatch(
    view.state.changeByRange(({ from, to }) => {
      const inside =
        view.state.sliceDoc(from - length, from) === mark && view.state.sliceDoc(to, to + length) === mark;
      return inside
        ? {
            changes: [
              { from: from - length, to: from },
              { from: to, to: to + length },
            ],
            range: EditorSelection.range(from - length, to - length),
          }
        : {
            changes: [
              { from, insert: mark },
              { from: to, insert: mark },
            ],
            range: EditorSelection.range(from + length, to + length),
          };
    }),
    { userEvent: 'input' },
  );
  return true;
};

function extensionsOf(options: Options): Extension[] {
  const { isMarkdown, mayEdit, label, describedBy, names, onChange, onSave, onBlur, onPictures } = options;
  const save = () => {
    onSave();
    return true;
  };
  const language = isMarkdown
    ? [
        yamlFrontmatter({ content: markdown({ base: markdownLanguage, completeHTMLTags: false }) }),
        directives,
      ]
    : [yaml()];
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    lintGutter(),
    history(),
    language,
    look,
    EditorView.lineWrapping,
    search({ top: true }),
    highlightSelectionMatches({ minSelectionLength: 3 }),
    autocompletion({ override: [completionsOf(names)], icons: false }),
    EditorState.readOnly.of(!mayEdit),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-multiline': 'true',
      tabindex: '0',
      spellcheck: isMarkdown ? 'true' : 'false',
      autocapitalize: isMarkdown ? 'sentences' : 'off',
      lang: 'en',
    }),
    keymap.of([
      { key: 'Mod-s', run: save, preventDefault: true },
      ...(isMarkdown && mayEdit
        ? [
            { key: 'Mod-b', run: around('**') },
            { key: 'Mod-i', run: around('*'), preventDefault: true },
          ]
        : []),
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      // Escape and then Tab leaves: CodeMirror gives Tab back to the browser for two seconds.
      indentWithTab,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange();
      if (update.focusChanged && !update.view.hasFocus) onBlur();
    }),
    EditorView.domEventHandlers({
      paste(event) {
        const files = mayEdit && isMarkdown ? pictures(event.clipboardData) : [];
        // Words copied from an office document come with a picture of themselves: the words are meant.
        if (files.length === 0 || event.clipboardData?.getData('text/plain')) return false;
        event.preventDefault();
        onPictures(files);
        return true;
      },
      drop(event, view) {
        const files = mayEdit && isMarkdown ? pictures(event.dataTransfer) : [];
        if (files.length === 0) return false;
        event.preventDefault();
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (at !== null) view.dispatch({ selection: { anchor: at } });
        onPictures(files);
        return true;
      },
    }),
  ];
}

/** A problem where it stands. Advice marks the gutter alone: a paragraph underlined from end to end is no help. */
function diagnosticOf(state: EditorState, { line: number, message, advice }: FileProblem): Diagnostic {
  const line = state.doc.line(Math.min(Math.max(1, number), state.doc.lines));
  return { from: line.from, to: line.to, severity: advice ? 'info' : 'error', message };
}

/** Puts CodeMirror into an element. */
export function mount(parent: HTMLElement, options: Options): Surface {
  const view = new EditorView({
    parent,
    state: EditorState.create({ doc: options.text, extensions: extensionsOf(options) }),
  });
  return {
    text: () => view.state.doc.toString(),
    length: () => view.state.doc.length,
    replaceAll(text) {
      // Only what differs is replaced, so that the cursor stays where it was.
      const before = view.state.doc.toString();
      let from = 0;
      while (from < before.length && from < text.length && before[from] === text[from]) from += 1;
      let end = 0;
      const most = Math.min(before.length, text.length) - from;
      while (end < most && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1;
      view.dispatch({
        changes: { from, to: before.length - end, insert: text.slice(from, text.length - end) },
      });
    },
    insert(markdown, { asBlock, replace }) {
      const { to } = view.state.selection.main;
      const from = replace ? view.state.selection.main.from : to;
      const { doc } = view.state;
      const insert = asBlock
        ? spaced(doc.sliceString(Math.max(0, from - 200), from), markdown, doc.sliceString(to, to + 200))
        : markdown;
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + insert.trimEnd().length },
        scrollIntoView: true,
        userEvent: 'input',
      });
      view.focus();
    },
    selected: () => view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to),
    goTo(number) {
      const line = view.state.doc.line(Math.min(Math.max(1, number), view.state.doc.lines));
      view.dispatch({
        selection: { anchor: line.from },
        effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
      });
      view.focus();
    },
    line: () => view.state.doc.lineAt(view.state.selection.main.head).number,
    focus: () => view.focus(),
    undo: () => {
      undo(view);
      view.focus();
    },
    redo: () => {
      redo(view);
      view.focus();
    },
    find: () => void openSearchPanel(view),
    showProblems: (problems) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map((problem) => diagnosticOf(view.state, problem)),
        ),
      ),
    destroy: () => view.destroy(),
  };
}
