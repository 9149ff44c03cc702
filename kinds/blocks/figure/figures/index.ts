import { avalanche } from './avalanche';
import { branchRace } from './branch-race';
import { callAndRevert } from './call-and-revert';
import { cityProof } from './city-proof';
import { commitReveal } from './commit-reveal';
import { committeeVotes } from './committee-votes';
import { consortiaLives } from './consortia-lives';
import { courtPath } from './court-path';
import { credentialTriangle } from './credential-triangle';
import { deleteMap } from './delete-map';
import { escrowTwoOfThree } from './escrow-two-of-three';
import { fitTree } from './fit-tree';
import { forceLadder } from './force-ladder';
import { fourRegimes } from './four-regimes';
import { hashChain } from './hash-chain';
import { integrityVsTruth } from './integrity-vs-truth';
import { invoiceRates } from './invoice-rates';
import { merkleTree } from './merkle-tree';
import { offChainShredding } from './off-chain-shredding';
import { quantumExposure } from './quantum-exposure';
import { quorumOverlap } from './quorum-overlap';
import { quoteModes } from './quote-modes';
import { receivableSplit } from './receivable-split';
import { replay } from './replay';
import { rightsMatrix } from './rights-matrix';
import { ringCircle } from './ring-circle';
import { scorecardLevels } from './scorecard-levels';
import { signature } from './signature';
import { standardLadder } from './standard-ladder';
import { studySession } from './study-session';
import { suiteSwap } from './suite-swap';
import type { Figure } from './svg';
import { tagLinks } from './tag-links';
import { talentSteps } from './talent-steps';
import { textChain } from './text-chain';
import { translationFan } from './translation-fan';
import { twoOrders } from './two-orders';
import { whoOperates } from './who-operates';

/** The figures that a lesson can show, by name. */
export const figures: Record<string, Figure> = {
  'study-session': studySession,
  'text-chain': textChain,
  'standard-ladder': standardLadder,
  'talent-steps': talentSteps,
  'scorecard-levels': scorecardLevels,
  'quote-modes': quoteModes,
  'translation-fan': translationFan,
  'force-ladder': forceLadder,
  'court-path': courtPath,
  'delete-map': deleteMap,
  'four-regimes': fourRegimes,
  'ring-circle': ringCircle,
  avalanche,
  'hash-chain': hashChain,
  'merkle-tree': merkleTree,
  'integrity-vs-truth': integrityVsTruth,
  signature,
  replay,
  'tag-links': tagLinks,
  'escrow-two-of-three': escrowTwoOfThree,
  'credential-triangle': credentialTriangle,
  'off-chain-shredding': offChainShredding,
  'suite-swap': suiteSwap,
  'quantum-exposure': quantumExposure,
  'receivable-split': receivableSplit,
  'rights-matrix': rightsMatrix,
  'two-orders': twoOrders,
  'branch-race': branchRace,
  'quorum-overlap': quorumOverlap,
  'committee-votes': committeeVotes,
  'city-proof': cityProof,
  'invoice-rates': invoiceRates,
  'who-operates': whoOperates,
  'call-and-revert': callAndRevert,
  'commit-reveal': commitReveal,
  'consortia-lives': consortiaLives,
  'fit-tree': fitTree,
};
