import { cache } from 'react';
import { getLibrary } from '@/features/learning/library/get-library';
import { call } from '@/server/call';

/** The library of a course, once a request: its page and the title of that show the same. */
export const loadLibrary = cache((course: string) => call(getLibrary, { course }));
