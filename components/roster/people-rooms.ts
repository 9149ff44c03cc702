type Room = readonly [room: string, label: string, also?: readonly string[]];

/** The rooms in which the people of a course are looked after: one line each, with what else belongs to it. */
export const peopleRooms: readonly Room[] = [
  ['roster', 'Roster'],
  ['requests', 'Requests'],
  ['invite', 'Invite'],
  ['import-people', 'Lists', ['rosters']],
  ['cohorts', 'Cohorts'],
  ['enrollment', 'Ways in'],
  ['care', 'Care'],
  ['batches', 'Batches'],
];
