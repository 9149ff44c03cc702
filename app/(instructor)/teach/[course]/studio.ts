import { cache } from 'react';
import { getStudio } from '@/features/authoring/get-studio';
import { call } from '@/server/call';

/** The head of a course's studio, once a request: its layouts show the same. */
export const studioOf = cache((course: string) => call(getStudio, { course }));
