'use client';

import { useEffect, useState } from 'react';

/** A secret key that never leaves this browser; `ready` once a script runs here. */
type OwnKey = { ready: boolean; secret: string | null; keep: (secret: string) => void };

/** The secret key of 32 bytes that is kept in this browser under a name, as hexadecimal digits. */
export function useOwnKey(name: string): OwnKey {
  const [secret, setSecret] = useState<string | null>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setSecret(stored(name));
    setReady(true);
  }, [name]);
  return {
    ready,
    secret,
    keep: (made) => {
      setSecret(made);
      try {
        localStorage.setItem(name, made);
      } catch {
        // A browser that keeps nothing has the key until the page is left.
      }
    },
  };
}

function stored(name: string): string | null {
  try {
    const found = localStorage.getItem(name);
    return found && /^[0-9a-f]{64}$/.test(found) ? found : null;
  } catch {
    return null;
  }
}
