import { cache } from 'react';
import { getLibraryPreview } from '@/features/authoring/preview/get-library-preview';
import { call } from '@/server/call';

/** The library of a version, once a request: its page and the title of that show the same. */
export const loadLibraryPreview = cache((course: string, version: string) =>
  call(getLibraryPreview, { course, version }),
);
