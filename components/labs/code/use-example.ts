import { useState } from 'react';
import type { CallReport, DepositCall, DepositChain } from '@/kinds/solidity/example/words';

type Example =
  | { is: 'not loaded' | 'loading' | 'failed' }
  | { is: 'ready'; chain: DepositChain; calls: readonly CallReport[]; busy: boolean };

/** The machine of the example contract: it is loaded once somebody asks for it, for it is large. */
export function useExample() {
  const [example, setExample] = useState<Example>({ is: 'not loaded' });
  const begin = async () => {
    if (example.is !== 'ready') setExample({ is: 'loading' });
    try {
      const { newDepositChain } = await import('@/kinds/solidity/example/run');
      setExample({ is: 'ready', chain: await newDepositChain(), calls: [], busy: false });
    } catch {
      setExample({ is: 'failed' });
    }
  };
  const call = async (asked: DepositCall) => {
    if (example.is !== 'ready' || example.busy) return;
    setExample({ ...example, busy: true });
    const report = await example.chain.call(asked);
    // Another chain may have been begun meanwhile.
    setExample((now) =>
      now.is === 'ready' && now.chain === example.chain
        ? { ...now, calls: [...now.calls, report], busy: false }
        : now,
    );
  };
  return { example, begin, call };
}
