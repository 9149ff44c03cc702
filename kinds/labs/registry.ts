import { cityLab } from './city';
import { discloseLab } from './disclose';
import { escrowLab } from './escrow';
import { finalityLab } from './finality';
import { fingerprintLab } from './fingerprint';
import type { Lab } from './kind';
import { merkleLab } from './merkle';
import { mineLab } from './mine';
import { nationalLab } from './national';
import { needLab } from './need';
import { pbftLab } from './pbft';
import { provenanceLab } from './provenance';
import { receivableLab } from './receivable';
import { rulebookLab } from './rulebook';
import { signLab } from './sign';
import { tamperLab } from './tamper';
import { tenderLab } from './tender';
import { voteLab } from './vote';
import { whoSaysLab } from './who-says';

/** Every version of every lab. A line here adds one; none is ever taken away, so that what was verified stays so. */
const all: Lab[] = [
  fingerprintLab,
  tenderLab,
  discloseLab,
  merkleLab,
  rulebookLab,
  finalityLab,
  tamperLab,
  needLab,
  voteLab,
  signLab,
  pbftLab,
  whoSaysLab,
  mineLab,
  provenanceLab,
  cityLab,
  receivableLab,
  escrowLab,
  nationalLab,
];

/** The labs of which a lesson may have one: the newest version of each. */
export const labs: ReadonlyMap<string, Lab> = new Map(
  [...all].sort((a, b) => a.version - b.version).map((one) => [one.name, one]),
);

/** A lab as it was at one version; null when there never was one. */
export const labAt = (name: string, version: number): Lab | null =>
  all.find((one) => one.name === name && one.version === version) ?? null;
