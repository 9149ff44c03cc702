import { fingerprint } from '@/kinds/labs/digest';
import { fingerprintCheck } from '@/kinds/labs/fingerprint/check';
import type { FingerprintTask } from '@/kinds/labs/fingerprint/task';
import type { LabDrawing, LabView } from '../view';
import { BitStrip } from '../visuals/bit-strip';
import { Digest } from '../visuals/digest';

/** The text with its fingerprint, what a change does to it, and the copies that go round. */
function Drawing({ task, values }: LabDrawing<FingerprintTask>) {
  const now = fingerprint(values.changed ?? task.text);
  return (
    <>
      <h4>The text</h4>
      <blockquote className="lab-text">{task.text}</blockquote>
      <dl className="lab-facts">
        <dt>Published fingerprint</dt>
        <dd>
          <Digest of={task.published} />
        </dd>
        <dt>Fingerprint of what stands in the first field</dt>
        <dd>
          <Digest of={now} />
        </dd>
      </dl>
      <BitStrip one={task.published} other={now} label="Your text beside the published one" />
      <h4>Five copies that go round</h4>
      <ol className="lab-copies">
        {task.copies.map((copy, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: copies are told apart by their place alone
          <li key={at}>
            <details>
              <summary>
                Copy {at + 1} <Digest of={fingerprint(copy)} short />
              </summary>
              <blockquote className="lab-text">{copy}</blockquote>
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}

export const view: LabView<FingerprintTask> = { check: fingerprintCheck, Drawing };
