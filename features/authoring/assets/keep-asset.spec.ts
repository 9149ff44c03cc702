import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { UploadProblem } from '@/rules/files/uploads';
import { captionsOf, memoryStore, mp3Of, mp4Of, pdfOf, pictureOf, webmOf } from '@/test/assets';
import { keepAsset } from './keep-asset';

async function kept(bytes: Uint8Array, name: string) {
  const store = memoryStore();
  const result = await keepAsset(store, bytes, name);
  if ('problem' in result) throw new Error(result.problem);
  return {
    ...result.asset,
    files: store.files,
    stored: store.files.get(result.asset.hash) ?? new Uint8Array(),
  };
}

/** Why a file is refused; that nothing of it was stored is checked each time. */
async function refusal(bytes: Uint8Array, name: string): Promise<UploadProblem | null> {
  const store = memoryStore();
  const result = await keepAsset(store, bytes, name);
  if (!('problem' in result)) return null;
  expect([...store.files.keys()]).toEqual([]);
  return result.problem;
}

const web = '<!doctype html><html><script>alert(1)</script></html>';
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));

describe('a picture', () => {
  test('made with loss as WebP becomes a JPEG, unless one sees through it', async () => {
    const alpha = await sharp(await pictureOf('png'))
      .ensureAlpha(0.5)
      .webp()
      .toBuffer();
    expect([
      (await kept(alpha, 'a.webp')).type,
      (await kept(await pictureOf('webp'), 'a.webp')).type,
    ]).toEqual(['image/webp', 'image/jpeg']);
  });

  test.each(['png', 'jpeg'] as const)('%s is written anew, in its widths, under its hash', async (format) => {
    const { files, stored, ...asset } = await kept(
      await pictureOf(format, { width: 1000, height: 500 }),
      'a',
    );
    expect(asset).toMatchObject({
      type: `image/${format}`,
      width: 1000,
      height: 500,
      bytes: stored.length,
    });
    expect(asset.hash).toBe(createHash('sha256').update(stored).digest('hex'));
    const names = [480, 960, 1000].map((width) => `${asset.hash}.${width}.webp`);
    expect([...files.keys()].sort()).toEqual([asset.hash, ...names].sort());
    for (const [index, name] of names.entries()) {
      const { format: kind, width, height } = await sharp(files.get(name)).metadata();
      const wide = [480, 960, 1000][index] ?? 0;
      expect([kind, width, height]).toEqual(['webp', wide, wide / 2]);
    }
  });

  test('loses everything that is no pixel, and stands upright', async () => {
    const camera = await sharp(await pictureOf('jpeg'))
      .withExif({ IFD0: { Copyright: 'CANARY_NAME' }, IFD3: { GPSLatitude: '39/1 54/1 0/1' } })
      .withIccProfile('p3')
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(camera.includes('CANARY_NAME')).toBe(true);
    const { stored, width, height } = await kept(camera, 'a.jpg');
    const left = await sharp(stored).metadata();
    expect([left.exif, left.icc, left.xmp, left.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([width, height, left.width, left.height]).toEqual([30, 40, 30, 40]);
    expect(Buffer.from(stored).includes('CANARY_NAME')).toBe(false);
  });

  test('with words hidden in it or behind it keeps none of them', async () => {
    const png = await pictureOf('png');
    const { stored } = await kept(Buffer.concat([png, Buffer.from('CANARY_TAIL')]), 'a.png');
    expect(Buffer.from(stored).includes('CANARY_TAIL')).toBe(false);
  });

  test('that was written by us stays what it is, whatever it shows', async () => {
    const size = fc.integer({ min: 1, max: 60 });
    const format = fc.constantFrom('png', 'jpeg', 'webp' as const);
    const shape = fc.record({
      width: size,
      height: size,
      alpha: fc.boolean(),
      grey: fc.boolean(),
      seed: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(format, shape, async (type, { width, height, alpha, grey, seed }) => {
        const channels = alpha ? 4 : 3;
        const pixels = Buffer.alloc(width * height * channels);
        for (let at = 0; at < pixels.length; at += 1) pixels[at] = (seed * (at + 1) * 2_654_435_761) >>> 24;
        let picture = sharp(pixels, { raw: { width, height, channels } });
        if (grey) picture = picture.greyscale();
        const once = await kept(await picture.toFormat(type, { lossless: seed % 2 === 0 }).toBuffer(), 'a');
        const twice = await kept(once.stored, 'a');
        expect([type, twice.hash]).toEqual([type, once.hash]);
      }),
      { numRuns: 40 },
    );
  });

  test('that only begins like one of ours is written anew', async () => {
    const { stored } = await kept(await pictureOf('jpeg', { width: 64, height: 64 }), 'a.jpg');
    // A comment between the head's first parts, in its proper form.
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 13]), Buffer.from('CANARY_TAIL')]);
    const more = Buffer.concat([stored.subarray(0, 20), comment, stored.subarray(20)]);
    expect(Buffer.from((await kept(more, 'a.jpg')).stored).includes('CANARY_TAIL')).toBe(false);
    const behind = Buffer.concat([stored, Buffer.from('CANARY_TAIL')]);
    expect(Buffer.from((await kept(behind, 'a.jpg')).stored).includes('CANARY_TAIL')).toBe(false);
  });

  /** A PNG that says it is huge, in few bytes. */
  function bomb(width: number, height: number): Buffer {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
      const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      size.writeUInt32BE(data.length);
      sum.writeUInt32BE(crc32(body));
      return Buffer.concat([size, body, sum]);
    };
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([1, 0, 0, 0, 0], 8);
    return Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }

  const moving = async () => {
    const plain = { width: 40, height: 30, channels: 3 } as const;
    const frames = await Promise.all(
      ['#f00', '#00f'].map((background) =>
        sharp({ create: { ...plain, background } })
          .png()
          .toBuffer(),
      ),
    );
    return sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
  };

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string, UploadProblem]>([
    ['of too many pixels', () => bomb(100_000, 100_000), 'a.png', 'too-many-pixels'],
    ['that promises more pixels than it has', () => bomb(6000, 6000), 'a.png', 'broken'],
    ['that moves', moving, 'a.webp', 'animated'],
    [
      'cut off: PNG',
      async () => half(await pictureOf('png', { width: 200, height: 200 })),
      'a.png',
      'broken',
    ],
    [
      'cut off: JPEG',
      async () => half(await pictureOf('jpeg', { width: 200, height: 200 })),
      'a.jpg',
      'broken',
    ],
    [
      'cut off: WebP',
      async () => half(await pictureOf('webp', { width: 200, height: 200 })),
      'a.webp',
      'broken',
    ],
    ['of a format that is not taken: GIF', () => pictureOf('gif'), 'a.gif', 'unknown-type'],
    ['of a format that is not taken: AVIF', () => pictureOf('avif'), 'a.avif', 'unknown-type'],
    ['of a format that is not taken: TIFF', () => pictureOf('tiff'), 'a.tiff', 'unknown-type'],
    ['of a format that is not taken, whatever its name', () => pictureOf('gif'), 'a.png', 'unknown-type'],
    ['drawn in SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 'unknown-type'],
    ['drawn in SVG, called a PNG', () => Buffer.from('<svg onload="alert(1)"/>'), 'a.png', 'unknown-type'],
    ['under a wrong name', () => pictureOf('png'), 'a.jpg', 'wrong-name'],
    ['under the name of a page', () => pictureOf('png'), 'a.html', 'wrong-name'],
    [
      'with a page behind it',
      async () => Buffer.concat([await pictureOf('png'), Buffer.from(web)]),
      'a.png',
      'two-in-one',
    ],
    [
      'with an archive behind it',
      async () =>
        Buffer.concat([await pictureOf('jpeg'), Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')]),
      'a.jpg',
      'two-in-one',
    ],
  ])('is refused: %s', async (_title, make, name, problem) => {
    expect(await refusal(await make(), name)).toBe(problem);
  });
});

describe('a recording, a film, a document or captions', () => {
  test.each([
    ['mp4', mp4Of(), { type: 'video/mp4', width: 640, height: 360 }],
    ['m4a', mp4Of(['soun'], 'M4A '), { type: 'audio/mp4', width: null, height: null }],
    ['mp4', mp4Of(['soun']), { type: 'audio/mp4', width: null, height: null }],
    ['webm', webmOf(), { type: 'video/webm', width: 640, height: 360 }],
    ['webm', webmOf({ live: true }), { type: 'video/webm', width: 640, height: 360 }],
    ['mp3', mp3Of(), { type: 'audio/mpeg', width: null, height: null }],
    ['pdf', pdfOf(), { type: 'application/pdf', width: null, height: null }],
    ['vtt', captionsOf(), { type: 'text/vtt', width: null, height: null }],
    ['vtt', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), captionsOf()]), { type: 'text/vtt' }],
  ])('.%s is stored as it is', async (ending, bytes, expected) => {
    const { stored, ...asset } = await kept(bytes, `a.${ending}`);
    expect(asset).toMatchObject(expected);
    expect(Buffer.from(stored).equals(bytes)).toBe(true);
  });

  const lost = (bytes: Buffer) => bytes.subarray(0, bytes.length - 5);
  test.each<[string, Buffer, string, UploadProblem]>([
    ['cut off: MP4', lost(mp4Of()), 'a.mp4', 'broken'],
    ['cut off: WebM', lost(webmOf()), 'a.webm', 'broken'],
    ['cut off: live WebM', lost(webmOf({ live: true })), 'a.webm', 'broken'],
    ['cut off: MP3', lost(mp3Of()), 'a.mp3', 'broken'],
    ['cut off: PDF', lost(pdfOf()), 'a.pdf', 'broken'],
    ['with something behind it: MP4', Buffer.concat([mp4Of(), Buffer.from('more')]), 'a.mp4', 'broken'],
    ['with something behind it: WebM', Buffer.concat([webmOf(), Buffer.from('more')]), 'a.webm', 'broken'],
    ['with something behind it: MP3', Buffer.concat([mp3Of(), Buffer.from('more')]), 'a.mp3', 'broken'],
    [
      'with something before it: PDF',
      Buffer.concat([Buffer.from('GIF89a;'), pdfOf()]),
      'a.pdf',
      'unknown-type',
    ],
    ['without picture or sound', mp4Of([]), 'a.mp4', 'broken'],
    ['of sound alone', webmOf({ film: false }), 'a.webm', 'sound-only'],
    ['in Matroska', webmOf({ docType: 'matroska' }), 'a.webm', 'unknown-type'],
    ['as QuickTime', mp4Of(['vide'], 'qt  '), 'a.mov', 'unknown-type'],
    ['a film with a page in it', Buffer.concat([mp4Of(), boxed(web)]), 'a.mp4', 'two-in-one'],
    ['an archive behind a document', Buffer.concat([zip(), pdfOf()]), 'a.pdf', 'unknown-type'],
    [
      'captions of another encoding',
      Buffer.concat([captionsOf(), Buffer.from([0xff, 0xfe])]),
      'a.vtt',
      'broken',
    ],
    ['captions without a cue', Buffer.from('WEBVTT\n\nNothing'), 'a.vtt', 'broken'],
    ['captions with a script', Buffer.concat([captionsOf(), Buffer.from('<script>')]), 'a.vtt', 'two-in-one'],
    ['captions with a NUL', Buffer.concat([captionsOf(), Buffer.from('\0')]), 'a.vtt', 'broken'],
    ['what only begins like captions', Buffer.from('WEBVTTX\n'), 'a.vtt', 'unknown-type'],
    ['a page', Buffer.from(web), 'a.html', 'unknown-type'],
    ['a page called a film', Buffer.from(web), 'a.mp4', 'unknown-type'],
    ['a program', Buffer.from('\x7fELF'.padEnd(200, '\0'), 'latin1'), 'a.mp4', 'unknown-type'],
    ['a text', Buffer.from('Only text.'), 'a.txt', 'unknown-type'],
    ['a film under the name of a picture', mp4Of(), 'a.png', 'wrong-name'],
    ['nothing', Buffer.alloc(0), 'a.png', 'no-file'],
    ['too much', Buffer.alloc(25_000_001), 'a.mp4', 'too-large'],
    ['boxes without end', Buffer.concat([mp4Of(), empty(60_000)]), 'a.mp4', 'broken'],
  ])('is refused: %s', async (_title, bytes, name, problem) => {
    expect(await refusal(bytes, name)).toBe(problem);
  });

  test('that is torn anywhere is refused or whole, and never an error', async () => {
    const whole = [mp4Of(), webmOf(), webmOf({ live: true }), mp3Of(), pdfOf(), captionsOf()];
    const torn = fc.record({
      which: fc.nat(whole.length - 1),
      at: fc.nat(2000),
      with: fc.uint8Array({ maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(torn, async ({ which, at, with: bytes }) => {
        const file = Buffer.from(whole[which] ?? '');
        file.set(bytes.slice(0, Math.max(0, file.length - (at % file.length))), at % file.length);
        const result = await keepAsset(memoryStore(), file, 'a');
        expect('problem' in result || 'asset' in result).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

function boxed(text: string): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(text.length + 8);
  head.write('free', 4);
  return Buffer.concat([head, Buffer.from(text)]);
}

function empty(count: number): Buffer {
  return Buffer.concat(Array.from({ length: count }, () => boxed('')));
}

function zip(): Buffer {
  return Buffer.from('PK\x03\x04'.padEnd(60, '\0'), 'latin1');
}

test('no more than two files are looked through at once, and each gets its turn', async () => {
  let running = 0;
  let most = 0;
  const png = await pictureOf('png');
  const turns = Array.from({ length: 7 }, async () => {
    const read = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((go) => setTimeout(go, 5));
      return png;
    };
    const write = async (name: string) => {
      // The picture itself is stored last.
      if (!name.includes('.')) running -= 1;
    };
    return 'asset' in (await keepAsset({ ...memoryStore(), write }, read, 'a.png'));
  });
  expect(await Promise.all(turns)).toEqual(Array(7).fill(true));
  expect(most).toBe(2);
});
