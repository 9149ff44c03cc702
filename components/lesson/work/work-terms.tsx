import type { WorkRules } from '@/rules/work/work';
import { workRulesInWords } from '@/rules/work/work-words';
import { Rubric } from './rubric';

type Props = {
  rules: WorkRules;
  /** In words, where it is due and where it closes. */
  due: string | null;
  closes: string | null;
  /** What the rules name, by its id. */
  names: Record<string, string>;
  /** What was agreed with this learner, in words; empty where nothing was. */
  agreed?: string;
  /** Whether the rubric is open at first. */
  open: boolean;
};

/** What learners read of written work before they write: its rules, and what it is judged by. */
export function WorkTerms({ rules, due, closes, names, agreed = '', open }: Props) {
  const lines = workRulesInWords(rules, { due, closes }, (id) => names[id] ?? id);
  return (
    <>
      <dl className="quiz-rules">
        {[...lines, ...(agreed ? [['Agreed with you', agreed] as const] : [])].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details className="work-rubric" open={open}>
        <summary>What it is judged by</summary>
        <Rubric rubric={rules.rubric} />
      </details>
    </>
  );
}
