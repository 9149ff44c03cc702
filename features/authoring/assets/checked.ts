import type { AssetType } from '@/rules/authoring/course-files';
import type { UploadProblem } from '@/rules/files/uploads';

/** A file that was looked through: what it is or, where it is refused, why. */
export type Checked =
  | { type: AssetType; width: number | null; height: number | null }
  | { problem: UploadProblem };

export const refuse = (problem: UploadProblem): { problem: UploadProblem } => ({ problem });
