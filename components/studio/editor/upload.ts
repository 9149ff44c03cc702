/** A picture, document, recording, film or captions that the course has now. */
export type Uploaded = { path: string; type: string; width: number | null; height: number | null };

/** An upload that failed, with what to say of it. */
export class UploadFailed extends Error {}

/** Sends a file to the media of a course. `onProgress` is told how much has gone, from 0 to 1. */
export function upload(
  course: string,
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    // fetch does not say how much of a body has gone.
    const request = new XMLHttpRequest();
    const fail = (message: string) => reject(new UploadFailed(message));
    request.open('POST', `/api/teach/${course}/assets`);
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => fail('The server cannot be reached. The file is still here: try again.');
    request.onload = () => {
      const said: unknown = request.response;
      if (request.status === 201 && said && typeof said === 'object' && 'path' in said)
        return resolve(said as Uploaded);
      const message = said && typeof said === 'object' && 'message' in said ? String(said.message) : null;
      fail(message ?? 'The server did not take the file.');
    };
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name || 'picture.png');
    request.send(form);
  });
}
