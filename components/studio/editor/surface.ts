import type { FileProblem } from '@/rules/authoring/course-files';

/** Where one writes: CodeMirror or, where that could not be loaded, the plain text box of the page. */
export type Surface = {
  text: () => string;
  length: () => number;
  /** Puts another text in place; it can be undone. */
  replaceAll: (text: string) => void;
  /** Puts markdown at the cursor, or in place of what is selected; a block gets lines of its own. */
  insert: (markdown: string, how: { asBlock: boolean; replace: boolean }) => void;
  selected: () => string;
  /** Leads to a line, counted from 1. */
  goTo: (line: number) => void;
  /** The line of the cursor. */
  line: () => number;
  focus: () => void;
  undo: () => void;
  redo: () => void;
  find: () => void;
  showProblems: (problems: FileProblem[]) => void;
  destroy: () => void;
};

/** What a block needs around it so that it stands between empty lines. */
export function spaced(before: string, markdown: string, after: string): string {
  const above = before === '' || /\n\s*\n$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const below = /^\s*\n\s*\n/.test(after) ? '' : after === '' || after.startsWith('\n') ? '\n' : '\n\n';
  return `${above}${markdown}${below}`;
}

/** The plain text box as a surface. Writing goes on although the editor's own code did not arrive. */
export function plainSurface(box: HTMLTextAreaElement, onChange: () => void): Surface {
  const input = () => onChange();
  box.addEventListener('input', input);
  const put = (text: string, from: number, to: number) => {
    box.focus();
    box.setRangeText(text, from, to, 'end');
    onChange();
  };
  return {
    text: () => box.value,
    length: () => box.value.length,
    replaceAll: (text) => put(text, 0, box.value.length),
    insert(markdown, { asBlock, replace }) {
      const { selectionEnd: to, value } = box;
      const from = replace ? box.selectionStart : to;
      put(asBlock ? spaced(value.slice(0, from), markdown, value.slice(to)) : markdown, from, to);
    },
    selected: () => box.value.slice(box.selectionStart, box.selectionEnd),
    goTo(line) {
      const lines = box.value.split('\n');
      const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
      box.focus();
      box.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
    },
    line: () => box.value.slice(0, box.selectionStart).split('\n').length,
    focus: () => box.focus(),
    undo: () => {},
    redo: () => {},
    find: () => {},
    showProblems: () => {},
    destroy: () => box.removeEventListener('input', input),
  };
}
