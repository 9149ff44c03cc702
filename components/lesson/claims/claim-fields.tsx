import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { type ClaimWords, claimFields, claimLevels, claimModes, longestClaim } from '@/rules/claims/entry';
import { levelInWords, modeInWords } from '@/rules/claims/plain';

type Props = { words: ClaimWords; passages: readonly { id: string; title: string }[] };

const notYet = { value: '', label: 'Not chosen yet' };
const modes = [notYet, ...claimModes.map((mode) => ({ value: mode, label: modeInWords({ mode }) }))];
const levels = [notYet, ...claimLevels.map((level) => ({ value: level, label: levelInWords({ level }) }))];

/** The fields of an entry. None has to be filled in to be kept. */
export function ClaimFields({ words, passages }: Props) {
  return (
    <>
      <TextArea
        name="claim"
        label={claimFields.claim}
        hint="One sentence that could be true or false."
        rows={2}
        maxLength={longestClaim.claim}
        defaultValue={words.claim}
      />
      <Field
        name="speaker"
        label={claimFields.speaker}
        hint="Who says so, in which text, and when."
        maxLength={longestClaim.speaker}
        autoComplete="off"
        defaultValue={words.speaker}
      />
      <SelectField
        name="mode"
        label={claimFields.mode}
        hint="Whose words they are, where you read it."
        options={modes}
        defaultValue={words.mode}
        className="max-w-md"
      />
      {passages.length > 0 && (
        <SelectField
          name="passage"
          label="Passage of the lesson that it speaks of"
          options={[
            { value: '', label: 'None' },
            ...passages.map(({ id, title }) => ({ value: id, label: `${id} ${title}`.trim() })),
          ]}
          defaultValue={words.passage}
          className="max-w-xl"
        />
      )}
      <TextArea
        name="evidence"
        label={claimFields.evidence}
        hint="What carries it, and who measured: a source, a date, a figure with its method."
        rows={4}
        maxLength={longestClaim.evidence}
        defaultValue={words.evidence}
      />
      <SelectField
        name="level"
        label={claimFields.level}
        options={levels}
        defaultValue={words.level}
        className="max-w-md"
      />
      <TextArea
        name="change"
        label={claimFields.change}
        hint="Something that could be found, and that you would accept."
        rows={2}
        maxLength={longestClaim.change}
        defaultValue={words.change}
      />
    </>
  );
}
