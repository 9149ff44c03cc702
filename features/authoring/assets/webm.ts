import { type Checked, refuse } from './checked';

const ids = {
  header: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  cluster: 0x1f43b675,
  tracks: 0x1654ae6b,
  track: 0xae,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
};

/** An element; `end` is null where its size was not known when it was written, as in a live recording. */
type Element = { id: number; start: number; end: number | null };

/** More elements than a film of the largest size has: a file of nothing but empty ones is no film. */
const most = 200_000;

/** The element at a place; null where there is none, or none that ends within its parent. */
function elementAt(bytes: Buffer, at: number, to: number): Element | null {
  const first = bytes[at];
  if (first === undefined || first < 0x10) return null;
  const idLength = Math.clz32(first) - 23;
  const sizeAt = at + idLength;
  const sizeFirst = bytes[sizeAt];
  if (sizeFirst === undefined || sizeFirst === 0) return null;
  const sizeLength = Math.clz32(sizeFirst) - 23;
  const start = sizeAt + sizeLength;
  if (start > to) return null;
  const id = bytes.readUIntBE(at, idLength);
  let size = sizeFirst & (0xff >> sizeLength);
  let unknown = size === 0xff >> sizeLength;
  for (let index = sizeAt + 1; index < start; index += 1) {
    const byte = bytes[index] ?? 0;
    unknown &&= byte === 0xff;
    size = size * 256 + byte;
  }
  if (unknown) return { id, start, end: null };
  return start + size > to ? null : { id, start, end: start + size };
}

/** The elements that fill a stretch exactly; null when they do not. One of unknown size is looked into. */
function elementsIn(bytes: Buffer, from: number, to: number): Element[] | null {
  const found: Element[] = [];
  for (let at = from; at < to; ) {
    const element = elementAt(bytes, at, to);
    if (!element || (element.end === null && element.id !== ids.cluster)) return null;
    if (found.length >= most) return null;
    found.push(element);
    at = element.end ?? element.start;
  }
  return found;
}

const numberOf = (bytes: Buffer, { start, end }: Element): number =>
  end === null || end - start < 1 || end - start > 6 ? 0 : bytes.readUIntBE(start, end - start);

/** Looks through a WebM: whole to its last element, with pictures in it. */
export function checkWebm(bytes: Buffer): Checked {
  const header = elementAt(bytes, 0, bytes.length);
  const segment = header?.end ? elementAt(bytes, header.end, bytes.length) : null;
  if (header?.id !== ids.header || segment?.id !== ids.segment) return refuse('broken');
  if (segment.end !== null && segment.end !== bytes.length) return refuse('broken');
  const docType = elementsIn(bytes, header.start, header.end ?? 0)?.find(({ id }) => id === ids.docType);
  if (
    !docType ||
    !bytes
      .subarray(docType.start, docType.end ?? 0)
      .toString('latin1')
      .startsWith('webm')
  )
    return refuse('unknown-type');

  const parts = elementsIn(bytes, segment.start, bytes.length);
  const tracks = parts?.find(({ id }) => id === ids.tracks);
  if (!tracks?.end || !parts?.some(({ id }) => id === ids.cluster)) return refuse('broken');
  const inside = (element: Element, wanted: number): Element[] =>
    element.end === null
      ? []
      : (elementsIn(bytes, element.start, element.end) ?? []).filter(({ id }) => id === wanted);
  const film = inside(tracks, ids.track).flatMap((track) => inside(track, ids.video))[0];
  if (!film) return refuse('sound-only');
  const [width, height] = [ids.width, ids.height].map((id) => inside(film, id)[0]);
  const size = { width: width ? numberOf(bytes, width) : 0, height: height ? numberOf(bytes, height) : 0 };
  return size.width && size.height ? { type: 'video/webm', ...size } : refuse('broken');
}
