import type { ComponentType } from 'react';
import type { QuestionView } from '@/kinds/lesson-view';
import type { AnswerForm } from '@/rules/learning/answer-forms';
import { AreaFields } from './area-fields';
import { EssayFields } from './essay-fields';
import { GapFields } from './gap-fields';
import { OptionFields } from './option-fields';
import { OrderingFields } from './ordering-fields';
import { PlaceFields } from './place-fields';
import { SpanFields } from './span-fields';
import { TextFields } from './text-fields';
import type { Given } from './use-answer';

export type AnswerFieldsProps = {
  block: QuestionView;
  given: Given | null;
  /** An answer that was given but not marked yet. */
  kept: string[] | null;
  /** With a script, items are moved and not numbered: their order is told and not read from the form. */
  onOrder: (order: string[]) => void;
  onChange: () => void;
  /** Under which the browser keeps what is being written, where nothing else does. */
  draftKey?: string | null;
};

/** The fields of each form of answer. All but an ordering post their strings as `option`, in their order. */
export const answerFields: Record<AnswerForm, ComponentType<AnswerFieldsProps>> = {
  one: OptionFields,
  many: OptionFields,
  order: OrderingFields,
  places: PlaceFields,
  text: TextFields,
  essay: EssayFields,
  gaps: GapFields,
  areas: AreaFields,
  spans: SpanFields,
};
