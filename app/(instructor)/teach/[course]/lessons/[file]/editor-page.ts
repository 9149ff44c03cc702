import { cache } from 'react';
import { getDraftFile } from '@/features/authoring/editor/get-draft-file';
import { previewFile } from '@/features/authoring/editor/preview-file';
import { call } from '@/server/call';

/** Longer texts are previewed when somebody asks for it, not whenever their page is opened. */
const previewedAtOnce = 500_000;

export const loadFile = cache((course: string, file: string) => call(getDraftFile, { course, file }));

/** What the stored text becomes, so that the page is whole without JavaScript too. */
export const loadPreview = async (course: string, file: string, text: string) =>
  text.length > previewedAtOnce ? null : call(previewFile, { course, file, text });
