'use client';

import { type ComponentProps, useEffect, useRef, useState } from 'react';

type Props = ComponentProps<'textarea'> & {
  id: string;
  label: string;
  value: string;
  onText: (text: string) => void;
};

/** Where source code is written: a plain field that becomes an editor once that has been loaded. */
export function CodeField({ id, label, value, onText, ...rest }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<{ show: (text: string) => void; destroy: () => void } | null>(null);
  const latest = useRef({ onText, value });
  latest.current = { onText, value };
  const [isEditor, setIsEditor] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once for the field
  useEffect(() => {
    let gone = false;
    void import('./code/mount').then(({ mountCode }) => {
      if (gone || !place.current) return;
      const { value: text } = latest.current;
      editor.current = mountCode(place.current, {
        text,
        id,
        label,
        describedBy: rest['aria-describedby'],
        mayEdit: !plain.current?.matches(':disabled'),
        onChange: (next) => {
          if (next !== latest.current.value) latest.current.onText(next);
        },
      });
      setIsEditor(true);
    });
    return () => {
      gone = true;
      editor.current?.destroy();
    };
  }, [id]);
  useEffect(() => editor.current?.show(value), [value]);

  return (
    <>
      <div ref={place} className="lab-editor" hidden={!isEditor} />
      <textarea
        {...rest}
        ref={plain}
        id={isEditor ? undefined : id}
        hidden={isEditor}
        value={value}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </>
  );
}
