import type { PathClash, pathProblem } from './course-paths';

type PathRefusal = PathClash | NonNullable<ReturnType<typeof pathProblem>>;

/**
 * Why an upload was refused whole, in words for whoever chose it. What is refused leaves nothing behind.
 * The file it is about, where there is one, is named beside the sentence.
 */
export const importRefusals = {
  'upload-too-large':
    'The upload is larger than 50 MB. Leave out films and recordings and add them afterwards.',
  'upload-broken': 'The upload arrived incomplete. Try it again.',
  'nothing-chosen': 'No file was chosen.',
  'nothing-inside': 'There is no Markdown and no course in it.',
  'not-an-archive': 'This is neither a zip archive that can be read nor a Markdown file.',
  'unpacked-too-large': 'Unpacked, this is larger than 500 MB.',
  'too-many-entries': 'There are more than 20,000 files in it.',
  'too-many-files': 'There are more than 5,000 files of text and media in it.',
  'packed-too-tightly':
    'It unpacks to more than 100 times its own size, as archives do that are made to do harm.',
  'file-too-large': 'One file is larger than 25 MB.',
  'text-too-large': 'One text is larger than 4 MB. Split it into several files.',
  'texts-too-large': 'The texts together are larger than 32 MB.',
  'control-in-path': 'A name has characters in it that no file name should have.',
  'backslash-in-path': 'A name has a backslash in it. Folders are separated by forward slashes.',
  'drive-path': 'A name begins with a drive letter: it would stand outside the course.',
  'absolute-path': 'A name begins at the root of a disk: it would stand outside the course.',
  'parent-path': 'A name leads out of the course with "..".',
  'odd-path': 'A name has an empty part in it.',
  'path-too-long': 'A name is too long: the path of a file is at most 200 characters.',
  'name-not-utf8': 'A name is not in UTF-8, so nobody can tell what it is. Pack the archive anew.',
  'duplicate-path': 'A file is in it twice, or two names differ only in upper and lower case.',
  'file-and-folder': 'A name is a file and a folder at once.',
  'special-entry': 'There is a link or another special file in it. Pack the files themselves.',
  'encrypted-entry': 'A file in it is encrypted. Pack it without a password.',
  'unreadable-entry':
    'A file in it cannot be unpacked: the archive is damaged, or packed in a way of its own.',
  'text-not-utf8': 'A text is not in UTF-8. Save it as UTF-8 and try again.',
  'text-with-nul': 'A text has NUL characters in it: it is not a text.',
  'yaml-too-deep': 'A YAML file refers to itself over and over, as files do that are made to do harm.',
} as const satisfies Record<PathRefusal, string> & Record<string, string>;

export type ImportRefusal = keyof typeof importRefusals;

/** Whether a word is the name of a refusal: it may come from an address that anybody could have typed. */
export const isImportRefusal = (word: unknown): word is ImportRefusal =>
  typeof word === 'string' && Object.hasOwn(importRefusals, word);
