import { itemOutcomes } from '@/features/enrollment/batches/get-batch';

type Params = Record<string, string | string[] | undefined>;

/** Which people of a batch are shown; what is no filter is none. */
export function batchQuery({ outcome, after }: Params) {
  const from = Number(after ?? 0);
  return {
    outcome: itemOutcomes.find((one) => one === outcome) ?? null,
    after: Number.isInteger(from) && from >= 0 && from <= 10_000_000 ? from : 0,
  };
}
