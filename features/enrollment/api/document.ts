import * as z from 'zod';
import { apiScopes, scopeWords } from '@/rules/accounts/api-scopes';
import { siteName } from '@/rules/site';
import { type ApiRoute, contract } from './contract';

/** A problem as every error of the API is: RFC 9457. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string().optional().meta({ description: 'Why it is refused, for machines.' }),
  errors: z
    .array(z.strictObject({ field: z.string(), message: z.string() }))
    .optional()
    .meta({ description: 'One sentence for each field that is wrong.' }),
});

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
};

const parametersOf = (shape: z.ZodRawShape, place: 'path' | 'query'): Json[] => {
  const whole = schemaOf(z.strictObject(shape), 'input') as { properties?: Record<string, Json> };
  return Object.entries(whole.properties ?? {}).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path',
    schema,
  }));
};

const problems: Record<string, string> = {
  '400': 'The request could not be read.',
  '401': 'No token, or one that does not hold: unknown, expired, revoked, or its maker may no longer.',
  '403': 'The token does not have the scope.',
  '404': 'There is no such thing, or it is not for this token. Both are one answer.',
  '409':
    'Not possible as things are; `code` says why. Also: the Idempotency-Key was used for another request.',
  '422': 'Fields are wrong; `errors` says which, and why.',
  '429':
    'Too many requests of this token, or too many tokens from this address that do not hold. `Retry-After` says for how many seconds to wait.',
};

const problemAnswers = (codes: readonly string[]): Json =>
  Object.fromEntries(
    codes.map((code) => [
      code,
      {
        description: problems[code],
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );

const keyHeader: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key and request within 24 hours is done once, and answered the same.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

function operationOf(name: string, route: ApiRoute): Json {
  const { method, summary, about, scope, inPath, inQuery, inBody, answer, status, example } = route;
  const writes = method === 'POST';
  return {
    operationId: name,
    summary,
    description: about,
    security: [{ token: [scope] }],
    parameters: [
      ...parametersOf(inPath, 'path'),
      ...parametersOf(inQuery ?? {}, 'query'),
      ...(writes ? [keyHeader] : []),
    ],
    ...(inBody && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(z.strictObject(inBody), 'input'), example } },
      },
    }),
    responses: {
      [status]: {
        description: status === 202 ? 'Taken; a job carries it out.' : 'As asked.',
        content: { 'application/json': { schema: schemaOf(answer, 'output') } },
      },
      ...problemAnswers([...(writes ? ['400', '409'] : []), '401', '403', '404', '422', '429'].sort()),
    },
  };
}

/** The API as OpenAPI 3.1, made from the schemas that judge what is asked. */
export function apiDocument(address: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(contract)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  paths['/openapi.json'] = {
    get: {
      operationId: 'document',
      summary: 'This document',
      security: [],
      responses: { '200': { description: 'OpenAPI 3.1', content: { 'application/json': { schema: {} } } } },
    },
  };
  return {
    openapi: '3.1.0',
    info: {
      title: siteName,
      version: '1',
      description:
        'People and enrollments for other systems. Requests carry a token as `Authorization: Bearer …`; cookies are not looked at. A token acts as whoever made it, with what they may at that moment, within its scopes.',
    },
    servers: [{ url: new URL('/api/v1', address).href }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: apiScopes.map((scope) => `${scope}: ${scopeWords[scope]}`).join('\n'),
        },
      },
      schemas: { Problem: schemaOf(problem, 'output') },
    },
  };
}
