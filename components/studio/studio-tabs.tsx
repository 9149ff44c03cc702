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
  ['guide', 'Guide'],
  ['publish', 'Publish'],
  ['editions', 'Editions'],
  ['roster', 'People', people],
  ['quizzes', 'Quizzes'],
  ['labs', 'Labs'],
  ['work', 'Written work'],
  ['grades', 'Grades'],
  ['figures', 'Figures'],
  ['settings', 'Settings'],
];

type Props = { course: string; people: readonly string[]; hidden?: readonly string[] };

/**
 * @param props.people The rooms that the tab “People” leads to.
 * @param props.hidden The rooms that are shut for whoever looks.
 */
export function StudioTabs({ course, people, hidden = [] }: Props) {
  const hrefOf = (room: string) => `/teach/${course}/${room}`;
  return (
    <Tabs
      label="Studio"
      tabs={roomsOf(people)
        .filter(([room]) => !hidden.includes(room))
        .map(([room, label, also = []]) => ({
          href: hrefOf(room),
          label,
          also: also.map(hrefOf),
        }))}
    />
  );
}
