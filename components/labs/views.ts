import { type ComponentType, lazy } from 'react';
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

/** What the page can say of work before it is handed in, and how the lab looks. */
export const viewOf = async (lab: string): Promise<AnyView | null> => (await loaders[lab]?.())?.view ?? null;

/**
 * The drawing of each lab, by the same key, for what the server draws as well. Each is imported in one place, above:
 * the build makes scripts of their own for each place that imports the same, and a page would load both. Nobody puts a
 * `Suspense` around one: React lays what stands in it aside when it is large, and shows it by a script.
 */
export const drawings: Readonly<Record<string, ComponentType<LabDrawing<unknown>>>> = Object.fromEntries(
  Object.entries(loaders).map(([lab, load]) => [
    lab,
    lazy(async () => ({ default: (await load()).view.Drawing as ComponentType<LabDrawing<unknown>> })),
  ]),
);
