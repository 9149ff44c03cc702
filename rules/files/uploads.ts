/** The largest file that is stored, and the most that the files of one draft may weigh together. */
export const largestUpload = 25_000_000;
export const largestDraft = 450_000_000;
/** The most pixels of a picture. */
export const mostPixels = 40_000_000;

/** Why a file is not stored, in words for whoever chose it. The code is for addresses and tests. */
export const uploadProblems = {
  'no-file': 'No file was chosen, or the file is empty. Choose one with something in it.',
  'one-at-a-time': 'Send one file at a time.',
  'cut-off': 'The upload was cut off on its way. Nothing was stored; send the file again.',
  'too-large': 'The file is larger than 25 MB. Make it smaller, or cut it into parts.',
  'unknown-type':
    'This is no file that can be stored here. Pictures are PNG, JPEG or WebP, documents PDF, recordings MP3 or M4A, films MP4 or WebM, captions WebVTT.',
  'wrong-name':
    'The name of the file says that it is something else than it is. Give it the right ending, or export it again.',
  broken:
    'The file is damaged or not complete. Export it again, and open it once to see whether it is whole.',
  animated: 'A moving picture is not taken. Send a still picture, or a film as MP4 or WebM.',
  'too-many-pixels': 'The picture has more than 40 million pixels. Make it smaller first.',
  'too-large-safe':
    'Written anew, as every picture is, this one is larger than 25 MB. Make it smaller first.',
  'two-in-one': 'The file is two things at once, for example a picture and a web page. Export it again.',
  'sound-only': 'This WebM holds sound alone. Save the recording as MP3 or M4A.',
} as const;

export type UploadProblem = keyof typeof uploadProblems;

export const isUploadProblem = (code: string): code is UploadProblem => Object.hasOwn(uploadProblems, code);
