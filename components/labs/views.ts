import { type ComponentType, lazy } from 'react';
import type { LabDrawing, LabView } from './view';

// biome-ignore lint/suspicious/noExplicitAny: each view knows the form of its own task alone
type AnyView = LabView<any>;

/** The view of each lab by its name and version, which a page loads once it has that lab. */
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

/**
 * The drawing of each lab, by the same key. Whoever draws one puts no `Suspense` around it: React lays what stands in one
 * aside when it is large, and shows it by a script.
 */
export const drawings: Readonly<Record<string, ComponentType<LabDrawing<unknown>>>> = Object.fromEntries(
  Object.keys(loaders).map((lab) => [
    lab,
    lazy(async () => ({ default: (await viewOf(lab))?.Drawing ?? (() => null) })),
  ]),
);
