import { Notice } from '@/components/ui/notice';
import { isListRefusal, listRefusals } from '@/rules/enrollment/roster-refusals';
import { isUploadProblem, uploadProblems } from '@/rules/files/uploads';

type Told = string | string[] | undefined;

/** Why the last upload was refused, as its address says it. */
export function ListRefusedNotice({ code, line }: { code: Told; line: Told }) {
  if (typeof code !== 'string') return null;
  const ofList = isListRefusal(code) ? listRefusals[code] : null;
  const message = ofList ?? (isUploadProblem(code) ? uploadProblems[code] : null);
  if (message === null) return null;
  const where = typeof line === 'string' && /^\d{1,9}$/.test(line) ? ` It opens on line ${line}.` : '';
  return (
    <Notice tone="bad" title="The list was not taken in">
      <p>
        {message}
        {where}
      </p>
    </Notice>
  );
}
