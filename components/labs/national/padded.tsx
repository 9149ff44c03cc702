import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Button } from '@/components/ui/button';
import { paddingOf } from '@/kinds/labs/national/padding';
import type { LabDrawing } from '../view';
import { ByteMap, type Span } from '../visuals/byte-map';

type Props = { message: string; block: string; set: LabDrawing<unknown>['set'] };

/** What each part of a padded message has to be, and whether it is. */
function partsOf(message: string, block: string): Span[] {
  const right = paddingOf(message).block;
  const length = utf8ToBytes(message).length;
  const part = (from: number, to: number, good: string, bad: string): Span[] => {
    const [is, should] = [block, right].map((digits) => digits.slice(2 * from, 2 * to));
    if (!is) return [];
    return [{ from, to, tone: is === should ? 'good' : 'bad', says: is === should ? good : bad }];
  };
  return [
    part(0, length, 'the message.', 'these are not the bytes of the message.'),
    part(length, length + 1, 'the bit of one, and seven zeros.', 'the bit of one has to stand first here.'),
    part(length + 1, 56, 'zeros.', 'nothing but zeros, up to byte 56.'),
    part(56, 64, 'the length in bits.', 'the length of the message in bits, as one number of 8 bytes.'),
  ].flat();
}

/** The block in the form as a map of its bytes, and a tool for what is only writing. */
export function Padded({ message, block, set }: Props) {
  const digits = /^([0-9a-f]{2}){1,64}$/.test(block) ? block : '';
  const bytes = bytesToHex(utf8ToBytes(message));
  return (
    <>
      <dl className="lab-facts">
        <dt>The message</dt>
        <dd>
          <code>{message}</code>
        </dd>
        <dt>Its bytes</dt>
        <dd>
          <code>{bytes.match(/../g)?.join(' ')}</code>
        </dd>
      </dl>
      {set && (
        <div className="lab-own-tool">
          <Button type="button" look="secondary" onClick={() => set({ block: bytes })}>
            Begin with the bytes of the message
          </Button>
          <Button
            type="button"
            look="secondary"
            disabled={digits.length === 0 || digits.length >= 112}
            onClick={() => set({ block: digits.padEnd(112, '0') })}
          >
            Fill up with zeros to byte 56
          </Button>
        </div>
      )}
      {digits ? (
        <ByteMap
          bytes={digits}
          spans={partsOf(message, digits)}
          label="The block in the form"
          badIs="Not yet right"
        />
      ) : (
        <p>The block in the form is empty, or cannot be read as at most 64 bytes.</p>
      )}
    </>
  );
}
