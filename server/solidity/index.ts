import { SolidityPool } from './pool';

/** Bundles would each make a pool of their own, hence on `globalThis`. */
const holder = globalThis as { platformSolidity?: SolidityPool };

/** The one pool of this process, of `size` workers where it is made now. They are started once somebody needs one. */
export function solidity(size = 1): SolidityPool {
  holder.platformSolidity ??= new SolidityPool({ size });
  return holder.platformSolidity;
}
