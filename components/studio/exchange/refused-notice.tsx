import { Notice } from '@/components/ui/notice';
import { type ImportRefusal, importRefusals } from '@/rules/authoring/course-paths-refusals';

/** Why the last upload was refused, for browsers that sent it without a script. */
export function RefusedNotice({ code, file }: { code: ImportRefusal; file: string | null }) {
  return (
    <Notice tone="bad" title="Nothing was imported">
      <p>{importRefusals[code]}</p>
      {file && (
        <p className="exchange-path">
          <bdi>{file}</bdi>
        </p>
      )}
    </Notice>
  );
}
