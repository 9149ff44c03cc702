import type { FormState } from '@/rules/form-state';

/** A passage's form: with what somebody else saved meanwhile, and the version that is saved over knowingly. */
export type PassageState = FormState & { theirs?: Record<string, string>; version?: string };

/** What was done to passages, in words, the id of what to look at next, and the fields of what undoes it. */
export type DeedState = FormState & { focus?: string; undo?: Record<string, string> };
