import * as z from 'zod';
import { instrumentNames } from '@/rules/library/instruments';
import { type EvidenceLevel, evidenceLevels } from '@/rules/sources/evidence-levels';
import { calendarDate, id, words } from './schema-parts';
import { passageId } from './schemas';

const cited = z.array(id).min(1);

/** What happened when, by whom, where, and how it is known. */
export const timelineSchema = z.array(
  z.strictObject({
    date: calendarDate,
    what: words,
    actor: words,
    place: words,
    instrument: z.enum(instrumentNames),
    directives: z.array(passageId).default([]),
    sources: cited,
  }),
);
export type TimelineEntry = z.output<typeof timelineSchema>[number];

/** For a directive: what was promised, what was found of it, what speaks against it. */
export const scorecardSchema = z.array(
  z.strictObject({
    directive: passageId,
    promised: words,
    found: z
      .array(
        z.strictObject({
          says: words,
          level: z.enum(Object.keys(evidenceLevels) as EvidenceLevel[]),
          date: calendarDate,
          sources: cited,
        }),
      )
      .default([]),
    against: z.array(z.strictObject({ says: words, date: calendarDate, sources: cited })).default([]),
    unknown: words,
    verdict: words,
  }),
);
export type ScorecardRow = z.output<typeof scorecardSchema>[number];
