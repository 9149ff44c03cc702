import { useState } from 'react';
import type { AnswerFieldsProps } from './answer-fields';
import { Html } from './html';
import { OptionFields } from './option-fields';

/**
 * A picture with numbered areas, one of which is chosen: by pressing it, or in the list below, which says the
 * same in words. An area is the label of its option, so it works without a script.
 */
export function AreaFields(props: AnswerFieldsProps) {
  const { block, given, kept } = props;
  const [chosen, setChosen] = useState((kept ?? given?.answer ?? [])[0]);
  if (block.ask?.form !== 'areas') return null;
  const { picture, areas } = block.ask;
  return (
    <>
      <div className="area-picture">
        <Html html={picture} />
        {areas.map(({ id, left, top, width, height }, index) => {
          const verdict = given?.verdict.options.find((option) => option.id === id);
          return (
            <label
              key={id}
              htmlFor={`${block.id}-${id}`}
              className={`area ${id === chosen ? 'area-chosen' : ''} ${verdict ? (verdict.right ? 'area-right' : 'area-wrong') : ''}`}
              style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
            >
              {/* Its words stand in the list; here it is found by its number. */}
              <span aria-hidden="true">{index + 1}</span>
            </label>
          );
        })}
      </div>
      <div
        className="area-options"
        onChange={(event) => setChosen((event.target as unknown as HTMLInputElement).value)}
      >
        <OptionFields {...props} />
      </div>
    </>
  );
}
