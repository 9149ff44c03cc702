export const categoriseSample = `:::question{#q kind="categorise"}
Which mode is it?

| Words | Mode | If wrong |
| --- | --- | --- |
| He stressed trust | Paraphrase | **CANARY_stressed.** Not so. |
| He said “trust” | Quote | |
| He asked for it | Paraphrase | |
| That is control | Gloss | **CANARY_control.** Not so. |

> **CANARY_wrong.** Not so.
>
> CANARY_right.
:::`;
