'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** "1" once the page's script runs, else empty: for forms whose answer differs with it. */
export const useScripted = (): '' | '1' =>
  useSyncExternalStore(
    never,
    () => '1',
    () => '',
  );
