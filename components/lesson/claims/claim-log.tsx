import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Empty } from '@/components/ui/page';
import type { ClaimLog } from '@/features/learning/claims/get-claim-log';
import type { ShownEntry } from '@/features/learning/claims/shown';
import type { FormState } from '@/rules/form-state';
import { EntryWords } from './entry-words';

type Action = (state: FormState, form: FormData) => Promise<FormState>;

type Props = {
  log: ClaimLog;
  /** The address of the log. */
  home: string;
  /** The lesson that is filtered for; empty for all. */
  lesson: string;
  /** The entry that was taken out a moment ago. */
  justDeleted: string;
  /** What changes it; null for who only looks. */
  actions: { remove: Action; restore: Action } | null;
};

/** A learner's claim log: all entries or those of a lesson, with what can be done to each. */
export function ClaimLogView({ log, home, lesson, justDeleted, actions }: Props) {
  const { entries, deleted, course } = log;
  const shown = entries.filter((entry) => lesson === '' || entry.lesson.id === lesson);
  const undo = actions && deleted.find(({ id }) => id === justDeleted);
  return (
    <>
      {undo && (
        <Notice title="The entry was taken out">
          <EntryForm action={actions.restore} label="Undo" course={course.slug} entry={undo.id} />
        </Notice>
      )}
      {actions && <AddEntry log={log} home={home} />}
      {entries.length > 0 && <Filter entries={entries} home={home} lesson={lesson} />}
      {shown.length === 0 ? (
        <Empty
          title={entries.length === 0 ? 'Nothing stands in your claim log yet' : 'No entry from this lesson'}
        >
          <p>
            An entry is one claim: who makes it and how, on which evidence from E0 to E4, and what would
            change your mind. Lessons say where one is worth it.
          </p>
        </Empty>
      ) : (
        <ol className="claim-entries">
          {shown.map((entry) => (
            <li key={entry.id} id={`entry-${entry.id}`}>
              <EntryWords entry={entry}>
                {actions && (
                  <div className="claim-entry-actions">
                    <a href={`${home}/${entry.id}`}>
                      Edit<span className="visually-hidden"> “{entry.words.claim || 'No claim yet'}”</span>
                    </a>
                    <EntryForm
                      action={actions.remove}
                      label="Take out"
                      course={course.slug}
                      entry={entry.id}
                    />
                  </div>
                )}
              </EntryWords>
            </li>
          ))}
        </ol>
      )}
      {entries.length > 0 && (
        <p className="claim-log-export">
          Take your entries away as{' '}
          <a href={`/api${home}?format=md`} download>
            Markdown
          </a>{' '}
          or{' '}
          <a href={`/api${home}?format=csv`} download>
            CSV
          </a>
          .
        </p>
      )}
      {actions && deleted.length > 0 && (
        <details className="claim-log-deleted">
          <summary>Taken out ({deleted.length})</summary>
          <ul>
            {deleted.map((entry) => (
              <li key={entry.id}>
                <span>{entry.words.claim.trim() || 'No claim yet'}</span>
                <EntryForm action={actions.restore} label="Put back" course={course.slug} entry={entry.id} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type EntryFormProps = { action: Action; label: string; course: string; entry: string };

function EntryForm({ action, label, course, entry }: EntryFormProps) {
  return (
    <Form action={action} submitLabel={label} pendingLabel="…" look="secondary" className="claim-entry-form">
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="entry" value={entry} />
    </Form>
  );
}

/** The way to a new entry: from which lesson it comes is said first. */
function AddEntry({ log, home }: Pick<Props, 'log' | 'home'>) {
  if (log.full) return <p>Your log has as many entries as it may. Take some out to add others.</p>;
  if (log.lessons.length === 0) return null;
  return (
    <form action={`${home}/new`} className="claim-log-bar">
      <label htmlFor="from-lesson">A new entry, from the lesson</label>
      <select id="from-lesson" name="lesson">
        {log.lessons.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <button type="submit">Add an entry</button>
    </form>
  );
}

function Filter({ entries, home, lesson }: { entries: readonly ShownEntry[]; home: string; lesson: string }) {
  const lessons = [...new Map(entries.map((entry) => [entry.lesson.id, entry.lesson.title]))];
  return (
    <form action={home} className="claim-log-bar">
      <label htmlFor="of-lesson">Show</label>
      <select id="of-lesson" name="lesson" defaultValue={lesson}>
        <option value="">All {entries.length === 1 ? 'entries (1)' : `entries (${entries.length})`}</option>
        {lessons.map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <button type="submit">Show these</button>
      {lesson !== '' && (
        <ButtonLink href={home} look="quiet">
          Show all
        </ButtonLink>
      )}
    </form>
  );
}
