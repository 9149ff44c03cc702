import { rosterColumns } from '@/rules/enrollment/roster-columns';

const means: Record<keyof typeof rosterColumns, string> = {
  email: 'By it people are known here. Who has no account is invited.',
  name: 'For new accounts. Known people keep the name they have.',
  givenName: 'With the family name, instead of one column for both.',
  familyName: 'Chinese names are put together without a space.',
  externalId: 'What your own system calls the person.',
  cohort: 'The name of a cohort of this course.',
  ends: 'Until when the person may learn, like 2026-12-31.',
};

/** Which columns a list may have. Only the address is needed. */
export function WhatListsAre() {
  return (
    <>
      <p className="mb-3 text-soft">
        They are known by their heads, in English or Chinese, in any order. You can choose them yourself
        afterwards. Only the address is needed.
      </p>
      <dl className="grid gap-3">
        {Object.entries(rosterColumns).map(([column, label]) => (
          <div key={column}>
            <dt className="font-semibold">{label}</dt>
            <dd className="text-soft">{means[column as keyof typeof means]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
