import { platform } from '@/features/authoring/import-course';
import { tellGrades } from '@/features/learning/corrections/tell-grades';
import { database } from '../database';
import { env } from '../env';
import { perform } from '../operation';

/** Tells learners of corrected grades whose time has come. @returns how many notices were dealt with. */
export async function tellCorrected(most = 200): Promise<number> {
  const input = { most, address: env().AUTH_URL };
  return (await perform(tellGrades, input, { db: database(), actor: platform })).notices;
}
