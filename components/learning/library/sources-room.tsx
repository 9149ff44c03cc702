import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/page';
import { isSourceOrder, sourcesFor } from '@/rules/library/bibliography';
import { askedFor, libraryHome } from './address';
import { Bibliography } from './bibliography';
import { BibliographyFilter } from './bibliography-filter';
import type { RoomProps } from './room-props';
import { shownOf } from './rooms';

/** The bibliography, all of it or one kind of source. */
export function SourcesRoom({ home, library, lessons, asked }: RoomProps) {
  const [kind, wanted] = [askedFor(asked.kind), askedFor(asked.order) ?? ''];
  const order = isSourceOrder(wanted) ? wanted : 'author';
  const sources = sourcesFor(library.sources, { kind, order });
  return (
    <>
      <BibliographyFilter home={home} sources={library.sources} kind={kind} order={order} />
      <p className="library-shown">{shownOf(sources.length, library.sources.length, 'source', 'sources')}</p>
      {sources.length > 0 ? (
        <Bibliography home={home} sources={sources} lessons={lessons} />
      ) : (
        <Empty
          title="There is no source of this kind"
          action={<ButtonLink href={`${libraryHome(home)}/sources`}>Show everything</ButtonLink>}
        />
      )}
    </>
  );
}
