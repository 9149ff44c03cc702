'use client';

import { Workbench } from '@/components/studio/editor/workbench';
import type { EditorFile } from '@/features/authoring/editor/get-draft-file';
import type { Preview } from '@/features/authoring/editor/preview-file';
import { addGlossaryEntryAction, addSourceAction, saveFileAction } from './actions';
import { LessonPage } from './lesson-page';

/** Puts the editor together with the lesson's own parts, which the studio does not know. */
export function FileEditor({ data, initial }: { data: EditorFile; initial: Preview | null }) {
  return (
    <Workbench
      key={data.file.id}
      data={data}
      initial={initial}
      page={LessonPage}
      save={saveFileAction}
      addTerm={addGlossaryEntryAction}
      addSource={addSourceAction}
    />
  );
}
