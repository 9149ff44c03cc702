import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { LabDrawing, LabView } from './view';

// biome-ignore lint/suspicious/noExplicitAny: each view knows the form of its own task alone
type AnyView = LabView<any>;

/** The view of each lab by its name and version. */
const loaders: Record<string, () => Promise<{ view: AnyView }>> = {
  'city 1': () => import('./views/city'),
  'disclose 1': () => import('./views/disclose'),
  'escrow 1': () => import('./views/escrow'),
  'finality 1': () => import('./views/finality'),
  'fingerprint 1': () => import('./views/fingerprint'),
  'merkle 1': () => import('./views/merkle'),
  'mine 1': () => import('./views/mine'),
  'national 1': () => import('./views/national'),
  'need 1': () => import('./views/need'),
  'pbft 1': () => import('./views/pbft'),
  'receivable 1': () => import('./views/receivable'),
  'provenance 1': () => import('./views/provenance'),
  'rulebook 1': () => import('./views/rulebook'),
  'sign 1': () => import('./views/sign'),
  'tamper 1': () => import('./views/tamper'),
  'tender 1': () => import('./views/tender'),
  'vote 1': () => import('./views/vote'),
  'who-says 1': () => import('./views/who-says'),
};

/** What the page can say of work before it is handed in. */
export const viewOf = async (lab: string): Promise<AnyView | null> => (await loaders[lab]?.())?.view ?? null;

const drawingOf = ({ view }: { view: AnyView }): ComponentType<LabDrawing<unknown>> => view.Drawing;

/**
 * The drawing of each lab, by the same key: a page loads those that it has, together with its own scripts. Each is
 * written out, because only then the build knows which. Nobody puts a `Suspense` around one: React lays what stands in it
 * aside when it is large, and shows it by a script.
 */
export const drawings: Readonly<Record<string, ComponentType<LabDrawing<unknown>>>> = {
  'city 1': dynamic(() => import('./views/city').then(drawingOf)),
  'disclose 1': dynamic(() => import('./views/disclose').then(drawingOf)),
  'escrow 1': dynamic(() => import('./views/escrow').then(drawingOf)),
  'finality 1': dynamic(() => import('./views/finality').then(drawingOf)),
  'fingerprint 1': dynamic(() => import('./views/fingerprint').then(drawingOf)),
  'merkle 1': dynamic(() => import('./views/merkle').then(drawingOf)),
  'mine 1': dynamic(() => import('./views/mine').then(drawingOf)),
  'national 1': dynamic(() => import('./views/national').then(drawingOf)),
  'need 1': dynamic(() => import('./views/need').then(drawingOf)),
  'pbft 1': dynamic(() => import('./views/pbft').then(drawingOf)),
  'receivable 1': dynamic(() => import('./views/receivable').then(drawingOf)),
  'provenance 1': dynamic(() => import('./views/provenance').then(drawingOf)),
  'rulebook 1': dynamic(() => import('./views/rulebook').then(drawingOf)),
  'sign 1': dynamic(() => import('./views/sign').then(drawingOf)),
  'tamper 1': dynamic(() => import('./views/tamper').then(drawingOf)),
  'tender 1': dynamic(() => import('./views/tender').then(drawingOf)),
  'vote 1': dynamic(() => import('./views/vote').then(drawingOf)),
  'who-says 1': dynamic(() => import('./views/who-says').then(drawingOf)),
};
