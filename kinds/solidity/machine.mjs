// A chain of one process: accounts that have money, contracts, and calls one after the other.
import { Common, Mainnet } from '@ethereumjs/common';
import { createEVM } from '@ethereumjs/evm';
import { Account, createAddressFromString } from '@ethereumjs/util';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { gasPerCall, gasPerDeployment, hardfork } from './limits.mjs';

const common = new Common({ chain: Mainnet, hardfork });

/** Of what is built in, the first four: the others take long for little gas, and no task needs them. */
const withoutPrecompiles = [...Array.from({ length: 13 }, (_, at) => at + 5), 256].map((at) => ({
  address: createAddressFromString(`0x${at.toString(16).padStart(40, '0')}`),
}));

/** The beginning of every test: 1 January 2026, noon. */
const begins = 1_767_268_800n;

const addressOf = (text) => createAddressFromString(text);
const accountAddress = (name) => `0x${bytesToHex(sha256(utf8ToBytes(`account ${name}`)).slice(-20))}`;

/** What a transaction costs before anything runs: EIP-2028, EIP-3860. */
function intrinsicGas(data, creates) {
  const bytes = data.reduce((sum, byte) => sum + (byte === 0 ? 4n : 16n), 0n);
  return 21_000n + bytes + (creates ? 32_000n + 2n * BigInt(Math.ceil(data.length / 32)) : 0n);
}

/**
 * A new chain. `budget` is of the job: the gas that is left to it, and how often it ran out of gas. A call that would
 * need more than is left ends as out of gas.
 */
export async function newMachine(accounts, budget) {
  const evm = await createEVM({ common, customPrecompiles: withoutPrecompiles });
  const addresses = new Map();
  let seconds = 0n;
  for (const [name, balance] of Object.entries(accounts)) {
    const address = accountAddress(name);
    addresses.set(name, address);
    await evm.stateManager.putAccount(addressOf(address), new Account(0n, BigInt(balance)));
  }

  /** A transaction of its own: nothing is warm, and nothing transient is left of the one before. */
  function beginTransaction(...touched) {
    evm.journal.cleanJournal();
    for (const address of touched) evm.journal.addAlwaysWarmAddress(address);
    evm.transientStorage.clear();
    evm.stateManager.originalStorageCache.clear();
  }

  const header = () => ({
    number: 1n + seconds / 12n,
    coinbase: addressOf(`0x${'00'.repeat(20)}`),
    timestamp: begins + seconds,
    difficulty: 0n,
    prevRandao: new Uint8Array(32),
    gasLimit: gasPerDeployment,
    baseFeePerGas: 0n,
    getBlobGasPrice: () => 1n,
  });

  /** Sends a message: to a contract, or to nobody, which makes one. `reads` where nothing may change. */
  async function send({ from, to, value = 0n, data, reads = false }) {
    beginTransaction(from, to ?? from);
    let gasLimit = to === null ? gasPerDeployment : gasPerCall;
    if (gasLimit > budget.left) gasLimit = budget.left;
    const result = await evm.runCall({
      caller: addressOf(from),
      origin: addressOf(from),
      to: to === null ? undefined : addressOf(to),
      value,
      data,
      gasLimit,
      isStatic: reads,
      skipNonceIncrement: reads,
      block: { header: header() },
    });
    const { exceptionError, executionGasUsed, gasRefund = 0n, returnValue, logs = [] } = result.execResult;
    const stored = to === null && !exceptionError ? 200n * BigInt(returnValue.length) : 0n;
    budget.left -= executionGasUsed - stored;
    if (exceptionError?.error === 'out of gas') budget.outOfGas += 1;
    const used = executionGasUsed + intrinsicGas(data, to === null);
    const refund = exceptionError || gasRefund > used / 5n ? used / 5n : gasRefund;
    return {
      error: exceptionError?.error ?? null,
      returned: returnValue,
      created: result.createdAddress?.toString() ?? null,
      gas: Number(used - (exceptionError ? 0n : refund)),
      logs: logs.map(([address, topics, content]) => ({
        address: `0x${bytesToHex(address)}`,
        topics: topics.map((topic) => bytesToHex(topic)),
        data: content,
      })),
    };
  }

  return {
    evm,
    send,
    addresses,
    balanceOf: async (address) => (await evm.stateManager.getAccount(addressOf(address)))?.balance ?? 0n,
    wait: (time) => {
      seconds += BigInt(time);
    },
  };
}
