import { Button } from '@/components/ui/button';
import { type Beside, besideWay, type Place, wayFrom } from '@/kinds/labs/merkle/beside';
import { digestsIn } from '@/kinds/labs/merkle/tree';
import type { Values } from '@/kinds/labs/verdict';
import type { LabDrawing } from '../view';
import { Tree, type TreeNode } from '../visuals/tree';

const words: Record<Beside['is'], string> = {
  right: 'stands beside the way, in the right line',
  'other line': 'stands beside the way, and belongs in another line',
  'on the way': 'is on the way itself: it is worked out, and not given',
  elsewhere: 'does not stand beside the way',
  unknown: 'is no digest of this tree',
};

/** The name of a node by the leaves that it stands above. */
export function nodeName({ level, at }: Place, top: number): string {
  if (level === top) return 'Root';
  if (level === 0) return `Leaf ${at + 1}`;
  return `Node ${shortName({ level, at }, top)}`;
}

function shortName({ level, at }: Place, top: number): string {
  if (level === top) return 'Root';
  const first = (at << level) + 1;
  return level === 0 ? String(first) : `${first}–${first + (1 << level) - 1}`;
}

type Props = {
  levels: readonly (readonly string[])[];
  /** Where the way begins, and what stands there; null where nothing does yet. */
  from: Place | null;
  start: string;
  label: string;
  /** The field that has the digests beside the way, a line each. */
  field: string;
  values: Values;
  set: LabDrawing<unknown>['set'];
  /** The field that has the bytes of a forged record, where one is made of what stands in the tree. */
  record?: string;
};

/** A tree with the way that a proof is about, and what each line of the proof is for it. */
export function ProvedTree({ levels, from, start, label, field, values, set, record }: Props) {
  const top = levels.length - 1;
  const lines = digestsIn(values[field] ?? '').slice(0, 8);
  const way = from ? wayFrom(from, top) : [];
  const besides = from ? besideWay(levels, from, lines) : [];
  const node = (digest: string, { level, at }: Place): TreeNode => {
    const one = { digest, short: shortName({ level, at }, top), name: nodeName({ level, at }, top) };
    const line = besides.findIndex(({ place }) => place?.level === level && place.at === at);
    const beside = besides[line];
    if (beside)
      return {
        ...one,
        mark: beside.is === 'right' ? 'right' : 'wrong',
        says: `Line ${line + 1} ${words[beside.is]}`,
      };
    if (from?.level === level && from.at === at) return { ...one, mark: 'start', says: start };
    return way[level - (from?.level ?? 0)]?.at === at && from
      ? { ...one, mark: 'way', says: 'On the way' }
      : one;
  };
  return (
    <>
      <Tree
        levels={levels.map((digests, level) => digests.map((digest, at) => node(digest, { level, at })))}
        label={label}
        action={
          set
            ? ({ digest, name }) => (
                <>
                  <Take
                    what="Add to the proof"
                    name={name}
                    take={() => set({ [field]: [...lines.filter(Boolean), digest].join('\n') })}
                  />
                  {record && (
                    <Take
                      what="Add its bytes to the record"
                      name={name}
                      take={() => set({ [record]: `${values[record] ?? ''}${digest}` })}
                    />
                  )}
                </>
              )
            : undefined
        }
      />
      <ol className="lab-judged" aria-live="polite">
        {besides.map(({ is, place }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <li key={at} className={is === 'right' ? 'lab-is-good' : 'lab-is-bad'}>
            {is === 'right' ? '✓' : '!'} Line {at + 1}
            {place && ` (${nodeName(place, top)})`} {words[is]}.
          </li>
        ))}
      </ol>
    </>
  );
}

/** Takes the digest of a node over into a field, so that nobody has to copy it by hand. */
function Take({ what, name, take }: { what: string; name: string; take: () => void }) {
  return (
    <Button type="button" look="quiet" onClick={take}>
      {what}
      <span className="visually-hidden">: {name}</span>
    </Button>
  );
}
