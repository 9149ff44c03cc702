/** An upload that failed, with what to say of it. */
export class UploadFailed extends Error {}

/** Sends a form with a file to one of our doors. `onProgress` is told how much has gone, from 0 to 1. */
export function sendFile(
  address: string,
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    // fetch does not say how much of a body has gone.
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () =>
      reject(new UploadFailed('The server cannot be reached. The file is still here: try again.'));
    request.onload = () => {
      const said: unknown = request.response;
      const answer = said && typeof said === 'object' ? (said as Record<string, unknown>) : {};
      if (request.status === 201) return resolve(answer);
      reject(new UploadFailed(String(answer.message ?? 'The server did not take the file.')));
    };
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name || 'picture.png');
    request.send(form);
  });
}
