import { noteHeaders } from './request-context';
import { type AssetStore, assetStore } from './storage';

/** A name as a header can have it: plain for old browsers, and whole in UTF-8. */
function disposition(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]/g, '-');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/**
 * The answer with a file that somebody sent: to be saved, never shown or run in a page of this site, and kept by
 * nobody on its way. Null when nothing is stored for it.
 */
export async function attachmentAnswer(
  file: { hash: string; type: string; name: string },
  store: AssetStore = assetStore(),
): Promise<Response | null> {
  const found = await store.open(file.hash);
  if (!found) return null;
  noteHeaders({
    'content-security-policy': "sandbox; default-src 'none'",
    'content-length': String(found.size),
  });
  return new Response(found.body, {
    headers: {
      'content-type': file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
      'content-disposition': disposition(file.name),
      'cache-control': 'private, no-store, no-transform',
    },
  });
}
