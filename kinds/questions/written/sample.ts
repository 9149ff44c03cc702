export const writtenSample = `:::question{#q kind="written" least="3" most="20" lang="en"}
Why is a matching hash no proof of truth?

| What | Points | What it is like |
| --- | --- | --- |
| The claim | 0 | CANARY_none. Nothing is claimed. |
| | 2 | CANARY_some. It is claimed without a reason. |
| | 4 | CANARY_all. It is claimed with a reason. |
| The example | 0 | None. |
| | 3 | One. |

> CANARY_model. It shows that bytes are the same.
>
> Not that they are honest.
:::`;
