import type { z } from 'zod';

/** What a value may be, in words. */
const expectedWords: Record<string, string> = {
  string: 'text, in quotation marks where it looks like a number',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
};

const formatWords: Record<string, string> = {
  date: 'a day reads "2019-10-25"',
  url: 'an address begins with http:// or https://',
};

/**
 * What is wrong with a value, in the words of somebody who writes courses. Undefined where the schema has
 * nothing better than its own.
 */
export function issueWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'this is missing';
      return expectedWords[issue.expected] && `this should be ${expectedWords[issue.expected]}`;
    case 'too_small':
      if (Number(issue.minimum) > 1) return undefined;
      if (issue.origin === 'string') return 'nothing is written here yet';
      return issue.origin === 'array' ? 'nothing is listed here yet' : undefined;
    case 'unrecognized_keys':
      return `there is no field called ${issue.keys.map((key) => `"${key}"`).join(' or ')}`;
    case 'invalid_value':
      return `this is one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return formatWords[issue.format];
    default:
      return undefined;
  }
}
