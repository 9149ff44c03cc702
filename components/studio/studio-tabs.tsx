import { Tabs } from '@/components/ui/tabs';

type Room = readonly [room: string, label: string, also?: readonly string[]];

/** The rooms of a course's studio, and what else belongs to a room. */
const roomsOf = (people: readonly string[]): readonly Room[] => [
  // A lesson is reached from the outline.
  ['outline', 'Outline', ['lessons']],
  ['bank', 'Question bank'],
  ['sources', 'Sources'],
  ['coverage', 'Coverage'],
  ['files', 'Files'],
  ['assets', 'Pictures and media'],
  ['publish', 'Publish'],
  ['editions', 'Editions'],
  ['roster', 'People', people],
  ['quizzes', 'Quizzes'],
  ['grades', 'Grades'],
  ['figures', 'Figures'],
  ['settings', 'Settings'],
];

/** @param props.people The rooms that the tab “People” leads to. */
export function StudioTabs({ course, people }: { course: string; people: readonly string[] }) {
  const hrefOf = (room: string) => `/teach/${course}/${room}`;
  return (
    <Tabs
      label="Studio"
      tabs={roomsOf(people).map(([room, label, also = []]) => ({
        href: hrefOf(room),
        label,
        also: also.map(hrefOf),
      }))}
    />
  );
}
