/** The rooms in which the people of a course are looked after: one line each. */
export const peopleRooms = [
  ['roster', 'Roster'],
  ['requests', 'Requests'],
  ['invite', 'Invite'],
  ['cohorts', 'Cohorts'],
  ['enrollment', 'Ways in'],
  ['care', 'Care'],
  ['batches', 'Batches'],
] as const;
