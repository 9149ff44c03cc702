import type { LibraryDirective, LibraryEvent } from '@/rules/library/edition-library';
import { instruments } from '@/rules/library/instruments';
import {
  type TimelineField,
  type TimelineFilter,
  timelineChoices,
  timelineFields,
} from '@/rules/library/timeline-filter';
import { libraryHome } from './address';
import { FilterDo } from './filter-do';

const labels: Record<TimelineField, string> = {
  actor: 'Who',
  place: 'Where',
  instrument: 'Instrument',
  directive: 'Passage',
};
const anything: Record<TimelineField, string> = {
  actor: 'Anybody',
  place: 'Anywhere',
  instrument: 'Any instrument',
  directive: 'Any passage',
};

type Props = {
  home: string;
  events: readonly LibraryEvent[];
  directives: readonly LibraryDirective[];
  filter: TimelineFilter;
};

/** What a value of a field reads for people. */
export function wordsFor(
  field: TimelineField,
  value: string,
  directives: readonly Pick<LibraryDirective, 'id' | 'title'>[],
): string {
  if (field === 'instrument')
    return Object.entries(instruments).find(([name]) => name === value)?.[1] ?? value;
  const passage = field === 'directive' ? directives.find(({ id }) => id === value) : undefined;
  return passage ? `${value} ${passage.title}` : value;
}

/** By what the timeline is filtered. A plain form, so that the choice is in the address. */
export function TimelineFilterForm({ home, events, directives, filter }: Props) {
  const here = `${libraryHome(home)}/timeline`;
  const filtered = timelineFields.some((field) => filter[field] !== undefined);
  return (
    <search>
      <form action={here} method="get" className="library-filter">
        {timelineFields.map((field) => (
          <div key={field}>
            <label htmlFor={`by-${field}`}>{labels[field]}</label>
            <select
              id={`by-${field}`}
              name={field}
              key={filter[field] ?? ''}
              defaultValue={filter[field] ?? ''}
            >
              <option value="">{anything[field]}</option>
              {timelineChoices(events, filter, field).map(({ value, count }) => (
                <option key={value} value={value}>
                  {wordsFor(field, value, directives)} ({count})
                </option>
              ))}
            </select>
          </div>
        ))}
        <FilterDo here={here} label="Show" filtered={filtered} />
      </form>
    </search>
  );
}
