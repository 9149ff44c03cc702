const page = /<(?:!doctype\s+html|html[\s>]|script[\s>/])/i;
/** A zip ends with its directory; what is before that may be anything. */
const zipEnd = Buffer.from('PK\x05\x06', 'latin1');
const zipTail = 65_557;

/** Whether a file would also be read as a web page, an archive or a document by programs that guess. */
export function isTwoInOne(bytes: Buffer, type: string): boolean {
  if (bytes.includes(zipEnd, Math.max(0, bytes.length - zipTail))) return true;
  if (type === 'application/pdf') return false;
  return bytes.subarray(0, 1024).includes('%PDF-') || page.test(bytes.toString('latin1'));
}
