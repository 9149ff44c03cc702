// Which verifier of labs is here, by its sources and by the versions of what they use.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { filesUnder } from './build.mjs';

const used = ['@ethereumjs/evm', '@noble/curves', '@noble/hashes', 'sm-crypto-v2', 'solc'];
const sources = ['kinds/labs', 'kinds/solidity', 'server/solidity'];

/** SHA-256 in hexadecimal digits: kept with each verdict, so that years later it is known what found it. */
export function verifierHash() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((folder) => [...filesUnder(folder)]))
    hash.update(file).update(readFileSync(file));
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const name of used) hash.update(`${name} ${dependencies[name]}\n`);
  return hash.digest('hex');
}
