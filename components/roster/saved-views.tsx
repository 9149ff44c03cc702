import Link from 'next/link';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { FormState } from '@/rules/form-state';

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type View = { id: string; name: string; query: string };
type Props = {
  path: string;
  room: string;
  /** The filter, order and columns that are shown now, as a view would keep them. */
  query: string;
  views: readonly View[];
  /** The id of the view that is being renamed or deleted. */
  editing: string;
  actions: { save: Action; rename: Action; remove: Action };
};

/** The views that the person saved of a table, as links, and the form that saves what is shown now. */
export function SavedViews({ path, room, query, views, editing, actions }: Props) {
  const edited = views.find(({ id }) => id === editing);
  return (
    <div className="roster-views">
      {views.length > 0 && (
        <nav aria-label="Saved views">
          <ul className="flex flex-wrap gap-2">
            {views.map((view) => (
              <li key={view.id}>
                <Link
                  href={`${path}?${view.query}`}
                  prefetch={false}
                  aria-current={view.query === query ? 'page' : undefined}
                  className="roster-view"
                >
                  {view.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {edited && <EditedView view={edited} actions={actions} />}
      <details className="roster-keep">
        <summary>{views.length > 0 ? 'Save or change views' : 'Save this view'}</summary>
        <div className="grid gap-6 py-4">
          <Form
            action={actions.save}
            submitLabel="Save view"
            pendingLabel="Saving …"
            look="secondary"
            className={line}
          >
            <input type="hidden" name="room" value={room} />
            <input type="hidden" name="query" value={query} />
            <Field name="name" label="Name of this view" maxLength={80} required />
          </Form>
          {views.length > 0 && (
            <ul className="grid gap-1">
              {views.map(({ id, name }) => (
                <li key={id}>
                  {name}{' '}
                  <Link
                    href={`${path}?${new URLSearchParams([...new URLSearchParams(query), ['edit', id]])}`}
                    prefetch={false}
                    className="roster-link"
                  >
                    Rename or delete<span className="visually-hidden"> “{name}”</span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      </details>
    </div>
  );
}

const line = 'flex flex-wrap items-end gap-3';

function EditedView({ view, actions }: { view: View; actions: Props['actions'] }) {
  return (
    <div className="grid gap-4 rounded-md border border-rule bg-sunk p-4">
      <Form
        action={actions.rename}
        submitLabel="Rename"
        pendingLabel="Renaming …"
        look="secondary"
        className={line}
      >
        <input type="hidden" name="view" value={view.id} />
        <Field
          name="newName"
          label={`New name of “${view.name}”`}
          defaultValue={view.name}
          maxLength={80}
          required
        />
      </Form>
      <Form action={actions.remove} submitLabel="Delete this view" pendingLabel="Deleting …" look="danger">
        <input type="hidden" name="view" value={view.id} />
      </Form>
    </div>
  );
}
