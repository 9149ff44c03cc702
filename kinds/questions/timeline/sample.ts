export const timelineSample = `:::question{#q kind="timeline"}
What was first?

1. 2019-10-24 — The study session
2. 2019-11 — The report
3. 2020 — The law

> **CANARY_wrong.** Not so.
>
> CANARY_right.
:::`;
