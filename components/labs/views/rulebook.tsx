'use client';

import { useState } from 'react';
import { rulebookCheck } from '@/kinds/labs/rulebook/check';
import { membersOf, smallest, thoseWhoCanStop } from '@/kinds/labs/rulebook/groups';
import { type Need, type Rulebook, sentence, unmetAt } from '@/kinds/labs/rulebook/needs';
import {
  type Channel,
  channels,
  holds,
  organisations,
  policyName,
  rights,
  titled,
} from '@/kinds/labs/rulebook/roster';
import { isAsked, policyOf, rulebookOf } from '@/kinds/labs/rulebook/rulebook';
import type { RulebookTask } from '@/kinds/labs/rulebook/task';
import type { Values } from '@/kinds/labs/verdict';
import { networkOf } from '@/kinds/network/setup';
import { NetworkPlay } from '../network/network-play';
import type { LabDrawing, LabView } from '../view';
import { type Mark, Matrix } from '../visuals/matrix';

const acts = { read: 'reads', write: 'writes' };
const letters = { read: 'R', write: 'W' };

/** What stands in one cell: rights that are had, had for nothing, forbidden, or needed; and whether somebody signs. */
function marksAt(book: Rulebook, needs: readonly Need[], row: number, column: number): Mark[] {
  const [who, channel] = [organisations[row] ?? 'bank', channels[column] ?? 'orders'];
  const ofRights = rights.flatMap((right): Mark[] => {
    const [has, asked] = [book.has(right, who, channel), isAsked({ right, who, channel }, needs, book)];
    const letter = letters[right];
    if (has && asked) return [{ letter, words: acts[right], state: 'fits' }];
    if (has) return [{ letter, words: `${acts[right]}, and no need asks for it`, state: 'extra' }];
    return asked ? [{ letter, words: `has to ${right}, and does not`, state: 'lacking' }] : [];
  });
  const signs = book.signers(channel).includes(who);
  return signs ? [...ofRights, { letter: 'S', words: 'signs', state: 'fits' }] : ofRights;
}

/** What a policy comes to: the groups that are enough, and who can stop everything. */
function Outcome({ channel, book, values }: { channel: Channel; book: Rulebook; values: Values }) {
  const policy = policyOf(channel, values);
  const enough = book.enough(channel);
  if (policy.kind === 'problem' || !enough) {
    const problem = policy.kind === 'problem' ? policy.says : '';
    return <dd className="lab-is-bad">{problem}</dd>;
  }
  const stop = thoseWhoCanStop(enough);
  return (
    <dd>
      <ul className="lab-groups">
        {smallest(enough).map((group) => (
          <li key={group}>{membersOf(group).map(titled).join(' + ')}</li>
        ))}
      </ul>
      {stop.length > 0
        ? `Can stop everything alone: ${stop.map(titled).join(', ')}.`
        : 'Nobody can stop everything alone.'}
    </dd>
  );
}

/** The charter of a channel, what its policy comes to, and which of its needs are met. */
function ChannelPart({
  channel,
  task,
  values,
  book,
}: {
  channel: Channel;
  task: RulebookTask;
  values: Values;
  book: Rulebook;
}) {
  const needs = task.needs.filter((need) => need.channel === channel);
  const met = needs.map((need) => unmetAt(need, book) === null);
  const count = met.filter(Boolean).length;
  return (
    <>
      <h4>{titled(channel)}</h4>
      <p>In it: {holds[channel]}.</p>
      <dl className="lab-facts">
        <dt>Charter</dt>
        <dd>{task.charter[channel]}</dd>
        <dt>By your policy these are enough</dt>
        <Outcome channel={channel} book={book} values={values} />
      </dl>
      <details className="chart-table" open>
        <summary>
          Needs: {count} of {needs.length} met
        </summary>
        <ul className="lab-met">
          {needs.map((need, at) => (
            <li key={sentence(need)}>
              <strong className={met[at] ? 'lab-is-met' : undefined}>{met[at] ? 'Met' : 'Not met'}</strong>
              <span>{sentence(need)}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** An entry of one channel on its way through a network with the policy and the readers that stand in the form. */
function PlayedChannel({ values, book }: { values: Values; book: Rulebook }) {
  const [channel, setChannel] = useState<Channel>('orders');
  return (
    <>
      <label className="lab-choice">
        Channel to play
        <select value={channel} onChange={({ target }) => setChannel(target.value as Channel)}>
          {channels.map((name) => (
            <option key={name} value={name}>
              {titled(name)}
            </option>
          ))}
        </select>
      </label>
      <NetworkPlay
        says={`An entry of ${titled(channel)} goes through a network of your six organisations: those who read the channel by your table are asked to sign, until your policy says that it is enough, and all six order it. Let somebody fail, and see whether your policy still gets an entry through.`}
        setup={networkOf({
          size: organisations.length,
          inChannel: organisations.map((who) => book.has('read', who, channel)),
          policy: values[policyName(channel)] ?? '',
          seed: channel,
        })}
      />
    </>
  );
}

/** The rights as they stand, and the channels with their needs. */
function Drawing({ task, values, set }: LabDrawing<RulebookTask>) {
  const book = rulebookOf(values);
  const met = task.needs.filter((need) => unmetAt(need, book) === null).length;
  return (
    <>
      <h4>Your rulebook</h4>
      <p>
        <strong>
          {met} of {task.needs.length} needs are met.
        </strong>{' '}
        Whoever signs for a channel has to read it, too. No right may be left that serves no need.
      </p>
      <Matrix
        label="Who may do what in which channel"
        rows={organisations.map(titled)}
        columns={channels.map(titled)}
        slots={[
          { letter: 'R', means: 'reads' },
          { letter: 'W', means: 'writes' },
          { letter: 'S', means: 'signs, by the policy' },
        ]}
        marks={(row, column) => marksAt(book, task.needs, row, column)}
        extra="serves no need"
        lacking="is needed and missing"
      />
      {set && <PlayedChannel values={values} book={book} />}
      {channels.map((channel) => (
        <ChannelPart key={channel} channel={channel} task={task} values={values} book={book} />
      ))}
    </>
  );
}

export const view: LabView<RulebookTask> = { check: rulebookCheck, Drawing };
