import { Fragment } from 'react';
import type { LabScreen } from '@/kinds/labs/screen';

/** Plain text in which what stands between backticks is code. */
function Words({ text }: { text: string }) {
  return text.split('`').map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence have no other name than their place
      <code key={at}>{part}</code>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: likewise
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <li key={line}>
      <Words text={line} />
    </li>
  ));
}

/** Why one does a lab, its steps, and a small example that is worked to its end. */
export function LabIntroduction({ words }: { words: LabScreen['words'] }) {
  return (
    <>
      <p>
        <Words text={words.why} />
      </p>
      <h3>What to do</h3>
      <ol className="lab-steps">
        <Lines lines={words.steps} />
      </ol>
      {words.play && (
        <p>
          <a href={words.play.href} className="preview-link">
            A network to play with
          </a>
          : {words.play.says}
        </p>
      )}
      <details className="lab-more">
        <summary>A worked example, with other values</summary>
        {words.example.map((paragraph) => (
          <p key={paragraph}>
            <Words text={paragraph} />
          </p>
        ))}
      </details>
    </>
  );
}

/** Hints, opened one after the other by whoever wants them. They are free. */
export function LabHints({ hints }: { hints: readonly string[] }) {
  return (
    <div className="lab-hints">
      {hints.map((hint, at) => (
        <details key={hint} className="lab-more">
          <summary>
            Hint {at + 1} of {hints.length}
          </summary>
          <p>
            <Words text={hint} />
          </p>
        </details>
      ))}
    </div>
  );
}

/** What a lab shows and, as plainly, what it does not prove. */
export function LabDebrief({ debrief }: { debrief: NonNullable<LabScreen['debrief']> }) {
  return (
    <section className="lab-debrief" aria-label="Debrief">
      <h3>What this shows</h3>
      <ul>
        <Lines lines={debrief.shows} />
      </ul>
      <h3>What it does not prove</h3>
      <ul>
        <Lines lines={debrief.doesNotProve} />
      </ul>
    </section>
  );
}
