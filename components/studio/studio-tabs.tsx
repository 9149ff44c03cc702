import { Tabs } from '@/components/ui/tabs';

/** The rooms of a course's studio. */
const rooms = [
  ['outline', 'Outline'],
  ['sources', 'Sources'],
  ['coverage', 'Coverage'],
  ['files', 'Files'],
  ['assets', 'Pictures and media'],
  ['publish', 'Publish'],
  ['editions', 'Editions'],
  ['figures', 'Figures'],
  ['settings', 'Settings'],
] as const;

export function StudioTabs({ course }: { course: string }) {
  return (
    <Tabs
      label="Studio"
      tabs={rooms.map(([room, label]) => ({
        href: `/teach/${course}/${room}`,
        label,
        // A lesson is reached from the outline.
        ...(room === 'outline' ? { also: `/teach/${course}/lessons` } : {}),
      }))}
    />
  );
}
