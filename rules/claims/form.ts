import { type ClaimWords, claimLevels, claimModes } from './entry';

/** The words of an entry as they stand in its form; a field that is not there is empty. */
export function claimWordsIn(form: { get: (name: string) => unknown }): ClaimWords {
  const text = (name: keyof ClaimWords): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
  };
  return {
    claim: text('claim'),
    speaker: text('speaker'),
    mode: claimModes.find((mode) => mode === text('mode')) ?? '',
    evidence: text('evidence'),
    level: claimLevels.find((level) => level === text('level')) ?? '',
    change: text('change'),
    passage: text('passage'),
  };
}
