import { type Calibration, calibrationInWords, confidenceWords } from '@/rules/assessment/confidence';

/** How sure somebody was beside how right they were. */
export function CalibrationTable({ calibration }: { calibration: Calibration }) {
  const words = calibrationInWords(calibration);
  return (
    <section aria-labelledby="calibration" className="finish">
      <h2 id="calibration">How well you knew what you know</h2>
      <table className="quiz-attempts">
        <caption className="visually-hidden">How sure you were, and how often you were right</caption>
        <thead>
          <tr>
            <th scope="col">You said</th>
            <th scope="col">Answers</th>
            <th scope="col">Right</th>
          </tr>
        </thead>
        <tbody>
          {calibration.map(({ confidence, answers, right }) => (
            <tr key={confidence}>
              <th scope="row">{confidenceWords[confidence]}</th>
              <td>{answers}</td>
              <td>
                {right} of {answers}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {words && <p>{words}</p>}
    </section>
  );
}
