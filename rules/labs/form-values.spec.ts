import { expect, test } from 'vitest';
import { controlName, valuesOf } from './form-values';

test('a form has the values of a lab beside other fields, and line ends of one kind', () => {
  const form = new FormData();
  form.set('block', 'task');
  form.set(controlName('digest'), 'ab');
  form.set(controlName('path.1'), 'one\r\ntwo\rthree');
  form.set(controlName('file'), new Blob(['x']));
  expect(valuesOf(form)).toEqual({ digest: 'ab', 'path.1': 'one\ntwo\nthree' });
});
