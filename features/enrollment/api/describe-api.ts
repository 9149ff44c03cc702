import * as z from 'zod';
import { canManageTokens } from '@/rules/access';
import { noSubject, operation } from '@/server/operation';
import { addressInput } from '../input';
import { type ApiRoute, contract } from './contract';

type Schema = { type?: string; anyOf?: Schema[]; enum?: string[]; format?: string; description?: string };

const typeOf = ({ type, anyOf, enum: words, format }: Schema): string => {
  if (words) return `one of ${words.join(', ')}`;
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(' or ');
  return format ?? type ?? 'any';
};

function fieldsOf(shape: z.ZodRawShape, place: string) {
  const whole = z.toJSONSchema(z.strictObject(shape), { io: 'input', unrepresentable: 'any' });
  const required = new Set(whole.required);
  return Object.entries(whole.properties ?? {}).map(([name, schema]) => ({
    name,
    place,
    type: typeOf(schema as Schema),
    required: required.has(name),
    about: (schema as Schema).description ?? null,
  }));
}

function requestTo({ method, path, example }: ApiRoute, address: string): string {
  const place = new URL(`/api/v1${path.replace('{slug}', 'my-course').replace('{id}', 'ID')}`, address).href;
  const lines = [`curl -H "Authorization: Bearer $TOKEN"`];
  if (method === 'POST')
    lines.push(
      '  -H "Content-Type: application/json" -H "Idempotency-Key: $(uuidgen)"',
      `  -d '${JSON.stringify(example, null, 2)}'`,
    );
  return [...lines, `  ${place}`].join(' \\\n');
}

/** The API in words and examples, made from the same contract as its doors and its OpenAPI document. */
export const describeApi = operation({
  name: 'describe-api',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ address: addressInput }),
  subject: noSubject,
  allow: canManageTokens,
  run: async ({ input: { address } }) =>
    Object.entries(contract).map(([id, entry]) => {
      const route: ApiRoute = entry;
      return {
        id,
        method: route.method,
        path: `/api/v1${route.path}`,
        summary: route.summary,
        about: route.about,
        scope: route.scope,
        fields: [
          ...fieldsOf(route.inPath, 'path'),
          ...fieldsOf(route.inQuery ?? {}, 'query'),
          ...fieldsOf(route.inBody ?? {}, 'body'),
        ],
        example: requestTo(route, address),
      };
    }),
});
