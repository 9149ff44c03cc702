import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FormResultContext } from '@/components/ui/form-result';
import type { FramingScreen } from '@/features/authoring/sources/get-framing';
import type { FormState } from '@/rules/form-state';
import { FramePassages } from './frame-passages';

const passage = (id: string): FramingScreen['passages'][number] => ({
  id,
  title: null,
  words: 'It would save a third.',
  own: true,
  speaker: 'Lin Wei',
  mode: 'quote',
  evidence: 'E0',
  claim: true,
  unchecked: false,
  lessons: [],
});
const framing: FramingScreen = {
  fileId: 'an-id',
  title: 'A ledger',
  language: 'en',
  paraphraseOnly: false,
  passages: ['A1', 'A2', 'A3'].map(passage),
  modules: [],
};
const ticked = (before: string[], state: FormState) =>
  [
    ...renderToStaticMarkup(
      createElement(FormResultContext, { value: state }, createElement(FramePassages, { framing, before })),
    ).matchAll(/<input[^>]*checked=""[^>]*value="([^"]*)"|<input[^>]*value="([^"]*)"[^>]*checked=""/g),
  ].map(([, one, other]) => one ?? other);

test('what was ticked among the passages is ticked here too, until something else was sent', () => {
  expect(ticked([], { status: 'idle' })).toEqual([]);
  expect(ticked(['A1', 'A3', 'Z9'], { status: 'idle' })).toEqual(['A1', 'A3']);
  expect(ticked(['A1'], { status: 'invalid', values: { passages: 'A2' } })).toEqual(['A2']);
  expect(ticked(['A1'], { status: 'invalid', values: {} })).toEqual([]);
});
