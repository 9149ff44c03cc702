import { describe, expect, test } from 'vitest';
import { compileContext, directive } from '@/test/directives';
import { samples } from '../samples';
import { hotspot } from '.';

const sample = samples.hotspot?.markdown ?? '';

function read(markdown = sample) {
  const context = compileContext();
  return { parsed: hotspot.parse(directive(markdown), context), problems: context.problems.join('\n') };
}

describe('choosing a place on a picture', () => {
  test('shows a picture of the course with its areas, whose words stand in the list alone', () => {
    const student = read().parsed?.student;
    expect(student?.ask).toEqual({
      form: 'areas',
      picture: expect.stringMatching(/^<img src="[^"]+" alt="A block" width="640" height="360"/),
      areas: ['a', 'b', 'c', 'd'].map((id, index) => ({
        id,
        left: 10,
        top: index * 20,
        width: 40,
        height: 15,
      })),
    });
    expect(student?.options[0]?.html).not.toContain('(10');
  });

  test('can be asked on a figure that the platform draws', () => {
    const drawn = read(sample.replace('src="assets/still.png" alt="A block"', 'figure="fig"'));
    expect(drawn.problems).toBe('');
    expect(drawn.parsed?.student.ask).toMatchObject({ picture: '<svg></svg>' });
  });

  test('says what the chosen place means, and nothing of the others', () => {
    const key = read().parsed?.key;
    if (!key) throw new Error('the sample does not parse');
    expect(JSON.stringify(hotspot.grade(key, ['a']))).not.toContain('CANARY_c');
    expect(hotspot.grade(key, ['a'])?.options[0]?.html).toContain('CANARY_a');
    expect(hotspot.grade(key, ['a', 'c'])).toBeNull();
  });

  test.each<[string, string, string]>([
    ['an option without an area', sample.replace('(10 0 40 15)', ''), 'begins with its area'],
    [
      'an area that leaves the picture',
      sample.replace('(10 0 40 15)', '(70 0 40 15)'),
      'begins with its area',
    ],
    ['an area without extent', sample.replace('(10 0 40 15)', '(10 0 0 15)'), 'begins with its area'],
    ['no picture', sample.replace('src="assets/still.png"', ''), 'needs figure='],
    ['a film', sample.replace('assets/still.png', 'assets/film.mp4'), 'needs figure='],
    ['an unknown figure', sample.replace('src="assets/still.png"', 'figure="none"'), 'no figure "none"'],
    ['a picture without words', sample.replace('alt="A block"', ''), 'what the picture shows'],
    ['two right places', sample.replace('- [ ] (10 0', '- [x] (10 0'), 'exactly one [x], not 2'],
  ])('mistakes are named: %s', (_what, markdown, message) => {
    expect(read(markdown).problems).toContain(message);
  });
});
