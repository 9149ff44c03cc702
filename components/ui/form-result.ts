'use client';

import { createContext } from 'react';
import type { FormState } from '@/rules/form-state';

/** The state of the form around a field, so that the field can show its own part of it. */
export const FormResultContext = createContext<FormState>({ status: 'idle' });
