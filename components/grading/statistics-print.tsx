import { fewestForDiscrimination } from '@/rules/assessment/statistics';

/** What the statistics of questions say, and what they do not. */
export function StatisticsPrint() {
  return (
    <section aria-labelledby="print" className="figure-print">
      <h2 id="print">What is counted</h2>
      <p>
        The first attempt of each learner that was handed in, as it was marked: without corrections, and
        without what being late took. Questions that read the same and have the same key in several editions
        are counted together.
      </p>
      <p>
        “Tells strong from weak” is the correlation of what a question earned with the rest of the attempt,
        from −1 to 1. It is said from {fewestForDiscrimination} attempts on: with fewer it is mostly chance.
        The strongest are the third that did best in the rest of the quiz.
      </p>
    </section>
  );
}
