import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitmentTo, digestsOf, lineOf, sealed } from './claims';
import { base64, forms, traces, written } from './scan';

const secret = 'Katrin Dvorak';
const sought = [{ of: 'name', bytes: utf8ToBytes(secret) }];
const formsIn = (text: string) => traces(utf8ToBytes(text), sought).map(({ form }) => form);

describe('a scan', () => {
  test.each(forms)('finds what is written %s, whatever stands around it', (form) => {
    expect(formsIn(`x${written(secret, form)}yz`)).toContain(form);
    expect(formsIn(written(secret.toUpperCase(), 'plain'))).toContain('plain');
    expect(formsIn(bytesToHex(utf8ToBytes(secret)).toUpperCase())).toContain('hexadecimal');
  });

  test('finds it inside of a longer text in Base64, at every distance, in both alphabets and backwards', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (before, after) => {
        const whole = base64(utf8ToBytes(`${before}${secret}${after}`));
        expect(formsIn(whole)).toContain('Base64');
        expect(formsIn(whole.replaceAll('+', '-').replaceAll('/', '_'))).toContain('Base64');
        expect(formsIn([...whole].reverse().join(''))).toContain('backwards');
      }),
    );
  });

  test('says from which byte to which, and finds nothing where nothing is', () => {
    expect(traces(utf8ToBytes(`ab${secret}`), sought)).toEqual([
      { of: 'name', form: 'plain', from: 2, to: 2 + secret.length },
    ]);
    expect(traces(utf8ToBytes(`${written(secret, 'backwards')}cd`), sought)).toEqual([
      { of: 'name', form: 'backwards', from: 0, to: secret.length },
    ]);
    expect(formsIn('Katrin, Dvorak')).toEqual([]);
    expect(traces(new Uint8Array(), sought)).toEqual([]);
  });

  test('Base64 is that of RFC 4648', () => {
    expect(['', 'f', 'fo', 'foo', 'foob'].map((text) => base64(utf8ToBytes(text)))).toEqual([
      '',
      'Zg==',
      'Zm8=',
      'Zm9v',
      'Zm9vYg==',
    ]);
  });
});

describe('a credential', () => {
  const claims = [
    { salt: '2f'.repeat(16), name: 'degree', value: 'yes' },
    { salt: 'a0'.repeat(16), name: 'name', value: 'Lin "Li" Yue' },
  ];
  test('is committed to by lines that can be read back, in an order that says nothing', () => {
    expect(lineOf(claims[0] ?? { salt: '', name: '', value: '' })).toBe(
      `["${'2f'.repeat(16)}","degree","yes"]`,
    );
    expect(digestsOf(claims)).toEqual(digestsOf(claims.toReversed()));
    expect(commitmentTo(digestsOf(claims))).not.toBe(commitmentTo(digestsOf(claims).reverse()));
  });

  test('is sealed by a key, and opened by the same one alone', () => {
    const [key, text] = ['5a'.repeat(16), utf8ToBytes('a text that is longer than one block of the stream')];
    expect(sealed(key, sealed(key, text))).toEqual(text);
    expect(sealed('5b'.repeat(16), sealed(key, text))).not.toEqual(text);
  });
});
