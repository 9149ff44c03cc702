import { type Checked, refuse } from './checked';

/** A PDF begins with its mark and ends with another. */
export function checkPdf(bytes: Buffer): Checked {
  const tail = bytes.subarray(Math.max(0, bytes.length - 1024)).toString('latin1');
  const whole = bytes.toString('latin1', 0, 5) === '%PDF-' && /startxref\s+\d+\s+%%EOF\s*$/.test(tail);
  return whole ? { type: 'application/pdf', width: null, height: null } : refuse('broken');
}

const cue = /^(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}/m;

/** Captions: UTF-8 that begins with its mark and has a cue; null for a text that does not claim to be any. */
export function checkCaptions(bytes: Buffer): Checked | null {
  const start = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  if (!/^WEBVTT(?:[ \t\r\n]|$)/.test(bytes.toString('latin1', start, start + 7))) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const whole = !text.includes('\u0000') && cue.test(text);
    return whole ? { type: 'text/vtt', width: null, height: null } : refuse('broken');
  } catch {
    return refuse('broken');
  }
}
