import type { CoverageCell } from '@/rules/sources/coverage';

/** What a cell of the grid says, in words. */
export function cellWords({ framed, tagged, untagged, objectives }: CoverageCell): string {
  const questions = tagged + untagged;
  const tested =
    questions === 0
      ? 'no question tests it'
      : `${questions} ${questions === 1 ? 'question tests' : 'questions test'} it${tagged > 0 ? ` (${tagged} by name)` : ''}`;
  const which =
    objectives.length === 0
      ? ''
      : `, ${objectives.length === 1 ? 'objective' : 'objectives'} ${objectives.join(', ')}`;
  return `${framed ? 'framed' : 'not framed'}; ${tested}${which}`;
}
