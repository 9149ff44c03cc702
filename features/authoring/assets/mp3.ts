import { type Checked, refuse } from './checked';

/** Kilobits a second of layer III by the number in the head: MPEG 1, then MPEG 2 and 2.5. */
const bitRates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
const sampleRates = [44_100, 48_000, 32_000];

/** The length of the frame at a place, or null where none begins. */
function frameLength(bytes: Buffer, at: number): number | null {
  if (at + 4 > bytes.length) return null;
  const head = bytes.readUInt32BE(at);
  const version = (head >>> 19) & 3;
  const layer = (head >>> 17) & 3;
  if (head >>> 21 !== 0x7ff || version === 1 || layer !== 1) return null;
  const bitRate = bitRates[version === 3 ? 0 : 1]?.[(head >>> 12) & 15];
  const sampleRate = sampleRates[(head >>> 10) & 3];
  if (!bitRate || !sampleRate) return null;
  const slower = version === 3 ? 1 : version === 2 ? 2 : 4;
  const samples = version === 3 ? 144 : 72;
  return Math.floor((samples * bitRate * 1000) / (sampleRate / slower)) + ((head >>> 9) & 1);
}

/** Where the sound begins: after the tag in front, if there is one. */
function afterTag(bytes: Buffer): number {
  if (bytes.toString('latin1', 0, 3) !== 'ID3' || bytes.length < 10) return 0;
  const footer = (bytes[5] ?? 0) & 0x10 ? 10 : 0;
  return [6, 7, 8, 9].reduce((size, at) => size * 128 + ((bytes[at] ?? 0) & 0x7f), 0) + 10 + footer;
}

/** Where the sound ends: before the tags behind, of 128 bytes and of any length. */
function beforeTags(bytes: Buffer): number {
  const old = bytes.length - 128;
  let end = old > 0 && bytes.toString('latin1', old, old + 3) === 'TAG' ? old : bytes.length;
  const foot = end - 32;
  if (foot > 0 && bytes.toString('latin1', foot, foot + 8) === 'APETAGEX') {
    const head = (bytes.readUInt32LE(foot + 20) & 0x8000_0000) === 0 ? 0 : 32;
    end -= Math.min(bytes.readUInt32LE(foot + 12) + head, end);
  }
  return end;
}

/** Looks through an MP3: frame after frame, from the first to the end of the last. */
export function checkMp3(bytes: Buffer): Checked {
  const end = beforeTags(bytes);
  let at = afterTag(bytes);
  // Padding between the tag and the first frame.
  while (at < end && bytes[at] === 0) at += 1;
  let frames = 0;
  for (; at < end; frames += 1) {
    const length = frameLength(bytes, at);
    if (length === null || at + length > end) break;
    at += length;
  }
  return frames >= 2 && at === end ? { type: 'audio/mpeg', width: null, height: null } : refuse('broken');
}
