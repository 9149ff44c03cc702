/** A timeline for the small course of `course-folder.ts`. */
export const timelineText = `- date: "2019-10-24"
  what: A session is held on the "chain".
  actor: Somebody
  place: Beijing
  instrument: speech
  directives: [D1]
  sources: [src-1]
- date: "2020-01"
  what: A law comes into force.
  actor: The congress
  place: China
  instrument: law
  sources: [src-1] # l
- date: "2021"
  what: A platform is closed.
  actor: A company
  place: Hamburg
  instrument: ending
  directives: [D2, D1]
  sources: [src-1] # e
`;

/** A scorecard for it. */
export const scorecardText = `- directive: D1
  promised: That it will be done.
  found:
    - says: A plan says so.
      level: E1
      date: "2020"
      sources: [src-1] # f
  against:
    - says: Nobody has seen it.
      date: "2021-05"
      sources: [src-1] # a
  unknown: Whether it is used.
  verdict: Begun.
- directive: D2
  promised: Something else.
  unknown: Everything.
  verdict: Not known.
`;
