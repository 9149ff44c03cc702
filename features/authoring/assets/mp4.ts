import { type Checked, refuse } from './checked';

type Box = { type: string; start: number; end: number };

/** More boxes than any film has side by side. */
const most = 50_000;

/** The boxes that fill a stretch of bytes exactly; null when they do not. */
function boxesIn(bytes: Buffer, from: number, to: number): Box[] | null {
  const boxes: Box[] = [];
  for (let at = from; at < to; ) {
    if (at + 8 > to) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    let size = bytes.readUInt32BE(at);
    let head = 8;
    if (size === 1) {
      if (at + 16 > to) return null;
      size = Number(bytes.readBigUInt64BE(at + 8));
      head = 16;
    } else if (size === 0) size = to - at;
    if (size < head || at + size > to || !/^[\x20-\x7e\xa9]{4}$/.test(type)) return null;
    if (boxes.length >= most) return null;
    boxes.push({ type, start: at + head, end: at + size });
    at += size;
  }
  return boxes;
}

const child = (bytes: Buffer, { start, end }: Box, type: string): Box | null =>
  boxesIn(bytes, start, end)?.find((box) => box.type === type) ?? null;

type Track = { handler: string; width: number; height: number };

function trackOf(bytes: Buffer, box: Box): Track | null {
  const head = child(bytes, box, 'tkhd');
  const media = child(bytes, box, 'mdia');
  const handler = media && child(bytes, media, 'hdlr');
  if (!head || !handler || head.end - head.start < 8 || handler.end - handler.start < 12) return null;
  return {
    handler: bytes.toString('latin1', handler.start + 8, handler.start + 12),
    // The last two numbers of the head, with 16 bits behind the point.
    width: Math.round(bytes.readUInt32BE(head.end - 8) / 65_536),
    height: Math.round(bytes.readUInt32BE(head.end - 4) / 65_536),
  };
}

/** Looks through an MP4: whole to its last box, with pictures or sound in it. */
export function checkMp4(bytes: Buffer): Checked {
  const boxes = boxesIn(bytes, 0, bytes.length);
  const movie = boxes?.find(({ type }) => type === 'moov');
  const media = boxes?.some(({ type }) => type === 'mdat');
  if (boxes?.[0]?.type !== 'ftyp' || !movie || !media) return refuse('broken');
  const tracks = (boxesIn(bytes, movie.start, movie.end) ?? [])
    .filter(({ type }) => type === 'trak')
    .map((box) => trackOf(bytes, box));
  const film = tracks.find((track) => track?.handler === 'vide');
  if (film) {
    if (film.width < 1 || film.height < 1) return refuse('broken');
    return { type: 'video/mp4', width: film.width, height: film.height };
  }
  const sound = tracks.some((track) => track?.handler === 'soun');
  return sound ? { type: 'audio/mp4', width: null, height: null } : refuse('broken');
}
