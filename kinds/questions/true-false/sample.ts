export const trueFalseSample = `:::question{#q kind="true-false"}
A hash proves that a document is true.

True:

- [ ] Its digest is unique
  > **CANARY_unique.** Why not.

False:

- [ ] Digests are secret
  > **CANARY_secret.** Why not.
- [x] It shows only that nothing was changed
  > CANARY_right.
:::`;
