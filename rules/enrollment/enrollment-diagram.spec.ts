import { expect, test } from 'vitest';
import { enrollmentDiagram } from './enrollment-diagram';

test('the diagram in the docs is what the table says', async () => {
  await expect(enrollmentDiagram()).toMatchFileSnapshot('../../docs/enrollment-states.md');
});
