import { sendFile } from '@/components/ui/send-file';

/** A picture, document, recording, film or captions that the course has now. */
export type Uploaded = { path: string; type: string; width: number | null; height: number | null };

/** Sends a file to the media of a course. `onProgress` is told how much has gone, from 0 to 1. */
export const upload = async (
  course: string,
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> =>
  (await sendFile(`/api/teach/${course}/assets`, file, onProgress, signal)) as unknown as Uploaded;
