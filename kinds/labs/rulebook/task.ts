import { drawsFrom } from '../seeded';
import { type Pact, pactsFrom } from './charter';
import { enoughBy, largestShort, membersOf, smallest, thoseWhoMatter } from './groups';
import type { Need } from './needs';
import { type Channel, channels, type Organisation, organisations } from './roster';

/** What was agreed on each channel in words, and the needs that everybody may see. */
export type RulebookTask = { charter: Record<Channel, string>; needs: Need[] };

/** All of it: what was agreed exactly stays on the server. */
export type RulebookPlan = { pacts: { channel: Channel; pact: Pact }[]; needs: Need[] };

/** Draws pacts and needs: eight of a channel, five about its rights and three about its signatures. */
export function rulebookPlan(seed: Uint8Array): RulebookPlan {
  const draws = drawsFrom(seed, 'rulebook');
  const pacts = pactsFrom(draws);
  // One channel is read by everybody but one, and another by whoever writes in it.
  const [open, fed] = draws.shuffled(channels);
  const planned = channels.map((channel, at) => {
    const pact = pacts[at] as Pact;
    const enough = enoughBy(pact.policy);
    const signers = thoseWhoMatter(enough);
    const writers = draws.shuffled(organisations).slice(0, channel === open ? 3 : 2);
    const outside = draws.pick(organisations.filter((who) => !signers.includes(who)));
    const readers =
      channel === open
        ? organisations.filter((who) => who !== outside)
        : draws.shuffled(organisations).slice(0, channel === fed ? 1 : 2);
    const reading = new Set<Organisation>([...readers, ...signers, ...(channel === fed ? writers : [])]);
    const free: Need[] = organisations.flatMap((who) => [
      ...(reading.has(who) || channel === open
        ? []
        : [{ kind: 'may-not', right: 'read', who, channel } as const]),
      ...(writers.includes(who) ? [] : [{ kind: 'may-not', right: 'write', who, channel } as const]),
    ]);
    const groups = draws.shuffled([...smallest(enough), ...largestShort(enough)]);
    const good = groups.find((group) => enough[group]);
    const short = groups.find((group) => !enough[group]);
    const third = groups.find((group) => group !== good && group !== short);
    return {
      channel,
      pact,
      needs: [
        ...writers.map((who): Need => ({ kind: 'may', right: 'write', who, channel })),
        ...(channel === open
          ? [{ kind: 'all-read', but: outside, channel } as const]
          : readers.map((who): Need => ({ kind: 'may', right: 'read', who, channel }))),
        ...(channel === fed ? [{ kind: 'writers-read', channel } as const] : []),
        draws.pick(free),
        ...[good, short, third].map(
          (group = 0): Need => ({
            kind: enough[group] ? 'enough' : 'not-enough',
            by: membersOf(group),
            channel,
          }),
        ),
      ],
    };
  });
  return { pacts: planned, needs: planned.flatMap(({ needs }) => needs) };
}

/** The task of one learner. */
export function rulebookTask(seed: Uint8Array): RulebookTask {
  const { pacts, needs } = rulebookPlan(seed);
  const charter = Object.fromEntries(pacts.map(({ channel, pact }) => [channel, pact.says]));
  return { charter: charter as Record<Channel, string>, needs };
}
