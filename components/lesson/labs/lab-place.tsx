'use client';

import { type ComponentProps, lazy } from 'react';

const Lab = lazy(async () => ({ default: (await import('./lab')).Lab }));

/** A lab where it stands in a lesson: only a lesson that has one loads what labs need. */
export const LabPlace = (props: ComponentProps<typeof Lab>) => <Lab {...props} />;
