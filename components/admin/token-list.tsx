import type { ReactNode } from 'react';
import { Ago, Instant } from '@/components/ui/when';
import type { ListedToken } from '@/features/api-tokens/list-api-tokens';

const words = { works: 'Works', expired: 'Expired', revoked: 'Revoked' } as const;

/** Keys by name, each with what it may, when it was last used, and its way out. */
export function TokenList({
  tokens,
  now,
  revoke,
}: {
  tokens: ListedToken[];
  now: Date;
  revoke: (token: ListedToken) => ReactNode;
}) {
  return (
    <ul className="border-t border-rule">
      {tokens.map((token) => (
        <li
          key={token.id}
          className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-b border-rule py-4"
        >
          <div className="min-w-0 flex-1 basis-72">
            <p className="font-semibold break-words">
              {token.name} <code className="text-sm font-normal text-soft">{token.hint}</code>
            </p>
            <p className="text-sm text-soft">{token.scopes.join(' · ')}</p>
            <p className="text-sm text-soft">
              By {token.by}, <Instant at={token.createdAt} />.{' '}
              {token.lastUsedAt ? (
                <>
                  Last used <Ago at={token.lastUsedAt} now={now} />.
                </>
              ) : (
                'Not used yet.'
              )}
            </p>
            <p className="text-sm">
              <span
                className={token.state === 'works' ? 'font-semibold text-good' : 'font-semibold text-soft'}
              >
                {words[token.state]}
              </span>
              {token.state === 'works' && (
                <>
                  {' '}
                  until <Instant at={token.expiresAt} />
                </>
              )}
            </p>
          </div>
          {token.state === 'works' && revoke(token)}
        </li>
      ))}
    </ul>
  );
}
