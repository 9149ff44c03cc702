'use client';

import Link from 'next/link';
import { useOptimistic } from 'react';
import type { PassageView } from '@/features/authoring/sources/get-document';
import { evidenceLevels, speechModes } from '@/rules/sources/evidence-levels';
import { PassageEditor } from './passage-editor';
import { PassageTools } from './passage-tools';
import type { PassageState } from './states';

type Props = {
  passage: PassageView;
  language: string;
  paraphraseOnly: boolean;
  course: string;
  document: string;
  mayEdit: boolean;
  action: (state: PassageState, form: FormData) => Promise<PassageState>;
};

/** A passage as in an annotated edition: its number, its words, and in the margin who says it and how. */
export function PassageCard({ passage, language, paraphraseOnly, course, document, mayEdit, action }: Props) {
  const [shown, show] = useOptimistic(passage, (known, given: Partial<PassageView>) => ({
    ...known,
    ...given,
  }));
  const { id, text, speaker, mode, verb, evidence, theme, title, zh, pinyin, paraphrase, proposed, lessons } =
    shown;
  return (
    <article
      className={`source-passage ${proposed ? 'source-passage-open' : ''}`}
      aria-labelledby={`passage-${id}`}
    >
      <div className="source-passage-number">
        <h2 id={`passage-${id}`} tabIndex={-1}>
          <span className="visually-hidden">Passage </span>
          {id}
        </h2>
        {mayEdit && (
          <label className="source-tick">
            <input type="checkbox" form="bulk" name="passages" value={`${id}.${passage.version}`} />
            <span className="visually-hidden">Tick {id}</span>
          </label>
        )}
      </div>
      <div className="source-passage-text">
        {title && <p className="source-passage-title">{title}</p>}
        <p lang={language} className="source-passage-words">
          {text}
        </p>
        {paraphrase && (
          <p className="source-passage-paraphrase">
            <span>In our words:</span> {paraphrase}
          </p>
        )}
        {paraphraseOnly && !paraphrase && (
          <p className="text-sm text-bad">No paraphrase yet, and readers may not see these words.</p>
        )}
        {zh && (
          <p className="mt-2">
            <span lang="zh">{zh}</span> {pinyin && <span className="text-soft">{pinyin}</span>}
          </p>
        )}
      </div>
      <div className="source-margin">
        <p className="source-speaker">{speaker}</p>
        <p>
          {speechModes[mode]}
          {verb && (
            <>
              , “<span lang={language}>{verb}</span>”
            </>
          )}
        </p>
        {evidence && (
          <p>
            <span className="passage-level">{evidence}</span> {evidenceLevels[evidence]}
          </p>
        )}
        {theme && <p>Theme: {theme}</p>}
        {lessons.length > 0 && (
          <p>
            In{' '}
            {lessons.map((lesson, index) => (
              <span key={lesson.fileId}>
                {index > 0 && ', '}
                <Link href={`/teach/${course}/lessons/${lesson.fileId}`} prefetch={false}>
                  {lesson.title}
                </Link>
              </span>
            ))}
          </p>
        )}
        {proposed && (
          <p className="source-why">
            <span>Proposed:</span> {proposed}
          </p>
        )}
      </div>
      {mayEdit && (
        <div className="source-passage-desk">
          <PassageEditor
            passage={passage}
            language={language}
            course={course}
            document={document}
            action={action}
            show={show}
          />
          <PassageTools passage={passage} />
        </div>
      )}
    </article>
  );
}
