import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/page';
import { eventsFor, timelineFields } from '@/rules/library/timeline-filter';
import { askedFor, libraryHome } from './address';
import type { RoomProps } from './room-props';
import { shownOf } from './rooms';
import { Timeline } from './timeline';
import { TimelineFilterForm } from './timeline-filter';

/** What happened, all of it or what fits every choice. */
export function TimelineRoom({ home, library, asked }: RoomProps) {
  const { timeline, directives } = library;
  const filter = Object.fromEntries(timelineFields.map((field) => [field, askedFor(asked[field])]));
  const events = eventsFor(timeline, filter);
  return (
    <>
      <TimelineFilterForm home={home} events={timeline} directives={directives} filter={filter} />
      <p className="library-shown">{shownOf(events.length, timeline.length, 'entry', 'entries')}</p>
      {events.length > 0 ? (
        <Timeline home={home} events={events} library={library} />
      ) : (
        <Empty
          title="Nothing fits all of this"
          action={<ButtonLink href={`${libraryHome(home)}/timeline`}>Show everything</ButtonLink>}
        >
          Ask for less: each choice leaves only what fits the others, too.
        </Empty>
      )}
    </>
  );
}
