import type { Metadata } from 'next';
import { askedFor } from '@/components/learning/library/address';
import { LibraryFrame, NothingHere } from '@/components/learning/library/frame';
import { shownOf } from '@/components/learning/library/rooms';
import { Timeline } from '@/components/learning/library/timeline';
import { TimelineFilterForm } from '@/components/learning/library/timeline-filter';
import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/page';
import { eventsFor, timelineFields } from '@/rules/library/timeline-filter';
import { loadLibrary } from '../load';

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadLibrary((await params).course);
  return { title: `Timeline: ${course.title}`, robots: { index: false } };
}

export default async function TimelinePage({ params, searchParams }: Props) {
  const { course, library } = await loadLibrary((await params).course);
  const asked = await searchParams;
  const filter = Object.fromEntries(timelineFields.map((field) => [field, askedFor(asked[field])]));
  const all = library?.timeline ?? [];
  const events = eventsFor(all, filter);
  const { slug } = course;
  return (
    <LibraryFrame
      course={course}
      room="timeline"
      title="Timeline"
      lead="What happened when, by whom and where. Every entry says how it is known."
    >
      {library && all.length > 0 ? (
        <>
          <TimelineFilterForm slug={slug} events={all} directives={library.directives} filter={filter} />
          <p className="library-shown">{shownOf(events.length, all.length, 'entry', 'entries')}</p>
          {events.length > 0 ? (
            <Timeline slug={slug} events={events} library={library} />
          ) : (
            <Empty
              title="Nothing fits all of this"
              action={<ButtonLink href={`/learn/${slug}/library/timeline`}>Show everything</ButtonLink>}
            >
              Ask for less: each choice leaves only what fits the others, too.
            </Empty>
          )}
        </>
      ) : (
        <NothingHere slug={slug} what="timeline" />
      )}
    </LibraryFrame>
  );
}
