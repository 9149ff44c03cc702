import { citySolution } from './city/solve';
import { discloseSolution } from './disclose/solve';
import { escrowSolution } from './escrow/solve';
import { finalitySolution } from './finality/solve';
import { fingerprintSolution } from './fingerprint/solve';
import { merkleSolution } from './merkle/solve';
import { mineSolution } from './mine/solve';
import { nationalSolution } from './national/solve';
import { needSolution } from './need/solve';
import { pbftSolution } from './pbft/solve';
import { provenanceSolution } from './provenance/solve';
import { receivableSolution } from './receivable/solve';
import { rulebookSolution } from './rulebook/solve';
import { signSolution } from './sign/solve';
import type { LabSolution } from './solution';
import { tamperSolution } from './tamper/solve';
import { tenderSolution } from './tender/solve';
import { voteSolution } from './vote/solve';
import { whoSaysSolution } from './who-says/solve';

/** The solution of each lab by its name and version. */
export const solutions: Record<string, LabSolution> = {
  'fingerprint 1': fingerprintSolution,
  'tender 1': tenderSolution,
  'disclose 1': discloseSolution,
  'merkle 1': merkleSolution,
  'rulebook 1': rulebookSolution,
  'finality 1': finalitySolution,
  'tamper 1': tamperSolution,
  'need 1': needSolution,
  'vote 1': voteSolution,
  'sign 1': signSolution,
  'pbft 1': pbftSolution,
  'who-says 1': whoSaysSolution,
  'mine 1': mineSolution,
  'provenance 1': provenanceSolution,
  'city 1': citySolution,
  'receivable 1': receivableSolution,
  'escrow 1': escrowSolution,
  'national 1': nationalSolution,
};
