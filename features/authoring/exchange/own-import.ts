import * as z from 'zod';
import type { Db } from '@/db/client';
import { type ImportRow, importHead, lockImport } from '@/db/queries/imports';
import { type Actor, isTeachingStaff } from '@/rules/access';

/** The part of the input that names an import. */
export const importInput = { import: z.uuid() };

/** Subject of what reads an import that is to become a course: of those who may have one. */
export const ownImport = async (
  db: Db,
  input: { import: string },
  actor: Actor,
): Promise<ImportRow | null> => (isTeachingStaff(actor, {}) ? importHead(db, input.import) : null);

/** Subject of what makes a course of it. */
export const ownLockedImport = async (
  db: Db,
  input: { import: string },
  actor: Actor,
): Promise<ImportRow | null> => (isTeachingStaff(actor, {}) ? lockImport(db, input.import) : null);
