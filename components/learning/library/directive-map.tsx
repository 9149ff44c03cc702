import Link from 'next/link';
import { counted } from '@/rules/counted';
import type { EditionLibrary, LibraryDirective } from '@/rules/library/edition-library';
import type { LibraryLesson } from '@/rules/library/library-lessons';
import { timelineHref } from './address';
import { LessonLink, lessonsNamed, SourceLinks } from './references';
import { ScorecardRow } from './scorecard-row';

type Props = { home: string; library: EditionLibrary; lessons: readonly LibraryLesson[] };

/** Every passage with its words, the lessons that explain it, and what became of what it promised. */
export function DirectiveMap({ home, library, lessons }: Props) {
  return (
    <div className="library-directives">
      {library.directives.map((directive) => (
        <article key={directive.id} id={directive.id} aria-labelledby={`title-${directive.id}`}>
          <header>
            <p className="library-id">{directive.id}</p>
            <h2 id={`title-${directive.id}`}>{directive.title}</h2>
          </header>
          <Words directive={directive} />
          <SourceLinks home={home} ids={[directive.source]} sources={library.sources} />
          <Explained home={home} directive={directive} library={library} lessons={lessons} />
          {directive.score && (
            <ScorecardRow home={home} id={directive.id} score={directive.score} sources={library.sources} />
          )}
        </article>
      ))}
    </div>
  );
}

function Words({
  directive: { paraphrase, lang, zh, pinyin, speaker, mode, verb },
}: {
  directive: LibraryDirective;
}) {
  return (
    <>
      <p className="library-paraphrase" lang={lang}>
        {paraphrase}
      </p>
      <p className="library-speaker">
        {speaker} · {mode}
        {verb && <> · {verb}</>}
        {zh && (
          <span className="library-zh">
            <span lang="zh">{zh}</span>
            {pinyin && <span lang="zh-Latn">{pinyin}</span>}
          </span>
        )}
      </p>
    </>
  );
}

function Explained({ home, directive, library, lessons }: Props & { directive: LibraryDirective }) {
  const { id, bank } = directive;
  const events = library.timeline.filter(({ directives }) => directives.includes(id)).length;
  const named = lessonsNamed(directive.lessons, lessons);
  const explained = named.filter(({ sort }) => sort === 'lesson');
  const tested = named.filter(({ sort }) => sort !== 'lesson');
  return (
    <section aria-label={`Where ${id} is explained`} className="library-explained">
      <h3>Explained in</h3>
      {explained.length === 0 && <p>No lesson yet.</p>}
      <ul>
        {explained.map((lesson) => {
          const own = library.lessons.find((candidate) => candidate.id === lesson.id);
          return (
            <li key={lesson.id}>
              <LessonLink home={home} lesson={lesson} />
              {own && own.questions > 0 && (
                <span className="library-aside">
                  {' '}
                  {counted(own.questions, 'check question', 'check questions')}
                </span>
              )}
              <ul>
                {own?.objectives.map((objective) => (
                  <li key={objective}>{objective}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      {tested.length > 0 && (
        <ul className="library-by library-tested" aria-label="Taken up again in">
          {tested.map((lesson) => (
            <li key={lesson.id}>
              <LessonLink home={home} lesson={lesson} />
            </li>
          ))}
        </ul>
      )}
      {(bank > 0 || events > 0) && (
        <p className="library-aside">
          {bank > 0 && <>{counted(bank, 'question', 'questions')} in the bank. </>}
          {events > 0 && (
            <Link href={timelineHref(home, { directive: id })} prefetch={false}>
              {counted(events, 'entry', 'entries')} of the timeline
            </Link>
          )}
        </p>
      )}
    </section>
  );
}
