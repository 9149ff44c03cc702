'use client';

import { useEffect, useMemo, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { encodingCheck, judgementLabels, signatureIn, voteCheck } from '@/kinds/labs/vote/check';
import { challengesOf, keyImage, publicKey, ringDigest, sign, verifies } from '@/kinds/labs/vote/ring';
import type { Judgement, VoteTask } from '@/kinds/labs/vote/task';
import type { LabDrawing, LabView } from '../view';
import { Digest } from '../visuals/digest';
import { type Circle, Ring } from '../visuals/ring';
import { Scrolled } from '../visuals/scrolled';

const shorts = (hex: string) => `${hex.slice(0, 8)}…${hex.slice(-4)}`;

/**
 * The challenges around the circle for what stands in the fields, worked out when nothing has changed for a moment;
 * undefined until then, null where it cannot be worked out.
 */
function useChallenges({ ring, scope }: VoteTask, values: LabDrawing<VoteTask>['values']) {
  const { choice = '', image = '', challenge = '', responses = '' } = values;
  const typed = JSON.stringify([choice, image, challenge, responses]);
  const [worked, setWorked] = useState<{ typed: string; challenges: string[] | null }>();
  useEffect(() => {
    const later = setTimeout(() => {
      const statement = { scope, ring, message: choice };
      setWorked({ typed, challenges: challengesOf(statement, signatureIn({ image, challenge, responses })) });
    }, 400);
    return () => clearTimeout(later);
  }, [typed, scope, ring, choice, image, challenge, responses]);
  return worked?.typed === typed ? worked.challenges : undefined;
}

/** The ring, with whether the circle closes for what stands in the fields. */
function OwnBallot({ task, values, set }: LabDrawing<VoteTask>) {
  const { ring, secret, scope } = task;
  const own = useMemo(() => ({ key: publicKey(secret), image: keyImage(secret, scope) }), [secret, scope]);
  const self = ring.indexOf(own.key);
  const challenges = useChallenges(task, values);
  const [asksFirst, setAsksFirst] = useState(false);
  const empty = !values.image && !values.challenge && !values.responses;
  const problem = empty ? null : encodingCheck(ring.length, signatureIn(values));
  const closes = challenges ? challenges[0] === challenges.at(-1) : false;
  const circle: Circle = problem ? 'open' : empty || !challenges ? 'unknown' : closes ? 'closed' : 'open';
  const says = empty
    ? 'There is no signature in the fields yet.'
    : (problem?.says ??
      (!challenges
        ? 'It is being worked out…'
        : closes
          ? 'One of these sixteen signed this vote in this scope. Which one cannot be told from it.'
          : 'The challenge that arrives is not the one that it began with: this vote was not signed so by any of the sixteen.'));
  const makeSignature = () => {
    if (!values.choice) return setAsksFirst(true);
    setAsksFirst(false);
    const noise = crypto.getRandomValues(new Uint8Array(32));
    const { image, challenge, responses } = sign({ scope, ring, message: values.choice }, secret, noise);
    set?.({ image, challenge, responses: responses.join('\n') });
  };
  return (
    <>
      <p className="lab-text">{task.question}</p>
      <dl className="lab-facts">
        <dt>Scope</dt>
        <dd>{scope}</dd>
        <dt>Your secret key, for teaching only</dt>
        <dd>
          <Digest of={secret} />
        </dd>
        <dt>Your public key: member {self + 1} of the ring</dt>
        <dd>
          <Digest of={own.key} />
        </dd>
        <dt>Your key image in this scope</dt>
        <dd>
          <Digest of={own.image} />
        </dd>
      </dl>
      {set && (
        <p>
          <button type="button" className={buttonClass('secondary')} onClick={makeSignature}>
            Sign with my key
          </button>{' '}
          <span role="status">{asksFirst ? 'Choose your vote first: it is what is signed.' : ''}</span>
        </p>
      )}
      <Ring
        nodes={ring.map((_, at) => ({ label: String(at + 1), self: at === self }))}
        circle={circle}
        says={says}
      />
      <details className="chart-table">
        <summary>The circle as a table</summary>
        <Scrolled label="The circle as a table">
          <table className="figure-table">
            <thead>
              <tr>
                <th scope="col">Member</th>
                <th scope="col">Public key</th>
                <th scope="col">Challenge</th>
              </tr>
            </thead>
            <tbody>
              {ring.map((key, at) => (
                <tr key={key}>
                  <th scope="row">{at === self ? `${at + 1}, you` : at + 1}</th>
                  <td>
                    <Digest of={key} short />
                  </td>
                  <td>{challenges?.[at] ? <Digest of={challenges[at]} short /> : 'not known'}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">Back to 1</th>
                <td />
                <td>{challenges?.at(-1) ? <Digest of={challenges.at(-1) ?? ''} short /> : 'not known'}</td>
              </tr>
            </tbody>
          </table>
        </Scrolled>
      </details>
    </>
  );
}

/** The ballots of the box with what can be compared, and what the learner makes of each. */
function Box({ task, values, set }: LabDrawing<VoteTask>) {
  const { box } = task;
  const [closes, setCloses] = useState<readonly boolean[]>([]);
  const [runs, setRuns] = useState(false);
  useEffect(() => {
    const ballot = box.ballots[closes.length];
    if (!runs || !ballot) return;
    // One after another, so that the page can be used in between.
    const later = setTimeout(() => {
      const statement = { scope: box.scope, ring: ballot.ring, message: ballot.choice };
      setCloses([...closes, verifies(statement, ballot.signature)]);
    });
    return () => clearTimeout(later);
  }, [runs, closes, box]);
  return (
    <>
      <dl className="lab-facts">
        <dt>Scope of the box</dt>
        <dd>{box.scope}</dd>
        <dt>Digest of the ring of its members</dt>
        <dd>
          <Digest of={ringDigest(box.ring)} short />
        </dd>
      </dl>
      {set && (
        <p>
          <button
            type="button"
            className={buttonClass('secondary')}
            disabled={runs}
            onClick={() => setRuns(true)}
          >
            Work out the {box.ballots.length} circles
          </button>{' '}
          <span role="status">{runs ? `${closes.length} of ${box.ballots.length} are worked out.` : ''}</span>
        </p>
      )}
      <ol className="lab-claims">
        {box.ballots.map(({ choice, ring, signature }, at) => {
          const judged = values[`ballot-${at + 1}`] ?? '';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: ballots are told apart by their place alone
            <li key={at}>
              <strong>Ballot {at + 1}</strong>: {choice}
              <dl className="lab-pairs">
                <dt>Key image</dt>
                <dd>
                  <code>{shorts(signature.image)}</code>
                </dd>
                <dt>Digest of its ring</dt>
                <dd>
                  <code>{shorts(ringDigest(ring))}</code>
                </dd>
                <dt>Its circle</dt>
                <dd>
                  {closes[at] === undefined ? 'not worked out yet' : closes[at] ? 'closes' : 'does not close'}
                </dd>
                <dt>You say</dt>
                <dd>
                  {Object.hasOwn(judgementLabels, judged)
                    ? judgementLabels[judged as Judgement]
                    : 'nothing yet'}
                </dd>
              </dl>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** A vote of one’s own in a ring of sixteen, and a box to be counted. */
function Drawing(props: LabDrawing<VoteTask>) {
  return (
    <>
      <p>
        <strong>Of teaching grade and not audited.</strong> Use neither this code nor these keys for a vote
        that matters.
      </p>
      <h4>Your vote</h4>
      <OwnBallot {...props} />
      <h4>The box of another vote</h4>
      <Box {...props} />
      <details className="chart-table">
        <summary>All of it as JSON, for a program of your own</summary>
        <code className="lab-line">{JSON.stringify(props.task)}</code>
      </details>
    </>
  );
}

export const view: LabView<VoteTask> = { check: voteCheck, Drawing };
