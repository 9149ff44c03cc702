import * as z from 'zod';
import type { Db } from '@/db/client';
import {
  type DraftFile,
  draftFile,
  lockStudioCourse,
  type StudioCourse,
  saveDraftFile,
  studioCourse,
} from '@/db/queries/drafts';
import type { Actor } from '@/rules/access';
import { Refused } from '@/server/operation';
import type { SourceDocument } from '../compile/schemas';
import { studioInput } from '../studio';
import { isDocumentPath, readDocument } from './document-file';

/** The part of the input that names a document: its course, and the id of its file. */
export const documentInput = { ...studioInput, document: z.uuid() };

export type DocumentSubject = StudioCourse & { file: DraftFile; document: SourceDocument | null };

type Named = { course: string; document: string };

async function subject(db: Db, course: StudioCourse | null, fileId: string): Promise<DocumentSubject | null> {
  const file = course && (await draftFile(db, course.id, fileId));
  if (!file || !isDocumentPath(file.path)) return null;
  return { ...course, file, document: readDocument(file.text) };
}

/** Subject of what reads a source document. */
export const inDocument = async (db: Db, { course, document }: Named, actor: Actor) =>
  subject(db, await studioCourse(db, course, actor.userId), document);

/** Subject of what changes one: the course is locked, so that changes come one after another. */
export const inLockedDocument = async (db: Db, { course, document }: Named, actor: Actor) =>
  subject(db, await lockStudioCourse(db, course, actor.userId), document);

/** The document, if its file can be read: otherwise it has to be put right in the file's own editor first. */
export function readable({ document }: DocumentSubject): SourceDocument {
  if (!document) throw new Refused('document-unreadable');
  return document;
}

/** Saves the file of a document that was changed. What somebody else saved at the same moment stays. */
export async function saveDocument(
  db: Db,
  { id: courseId, file }: DocumentSubject,
  text: string,
  by: string,
): Promise<void> {
  if (!readDocument(text)) throw new Refused('document-unreadable');
  const saved = await saveDraftFile(db, { courseId, id: file.id, version: file.version, text, by });
  if (!saved) throw new Refused('changed-meanwhile');
}
