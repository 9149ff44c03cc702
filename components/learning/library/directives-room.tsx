import { DirectiveMap } from './directive-map';
import { DirectiveTable } from './directive-table';
import type { RoomProps } from './room-props';

/** Every passage with its lessons, its questions and what became of it: as a table, then one by one. */
export function DirectivesRoom({ home, library, lessons }: RoomProps) {
  return (
    <>
      <DirectiveTable library={library} lessons={lessons} />
      <DirectiveMap home={home} library={library} lessons={lessons} />
    </>
  );
}
