export const matchingSample = `:::question{#q kind="matching"}
What is what?

| Term | Meaning | If wrong |
| --- | --- | --- |
| Digest | output of a hash | **CANARY_digest.** Not so. |
| Nonce | number used once | |
| Block | list of records | **CANARY_block.** Not so. |
| | key that all know | **CANARY_decoy.** Not so. |

> **CANARY_wrong.** Not so.
>
> CANARY_right.
:::`;
