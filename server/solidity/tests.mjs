// Runs the tests of a plan, each on a chain that begins anew, and says of each in words whether it passed.
import { AbiError, decode, encode, readSignature, selectorOf, typesOf } from '../../kinds/solidity/abi.mjs';
import { clipped, gasPerJob, mostOutOfGas } from '../../kinds/solidity/limits.mjs';
import { newMachine } from '../../kinds/solidity/machine.mjs';
import { traced } from '../../kinds/solidity/trace.mjs';
import { ending, eventsOf, shown } from '../../kinds/solidity/words.mjs';

/** A step that is not as it should be. */
class StepFailed extends Error {}
/** A plan that cannot be carried out, whoever's work it is run with: our error. */
export class BadPlan extends Error {}

const compare = {
  equal: (a, b) => a === b,
  'not equal': (a, b) => a !== b,
  below: (a, b) => a < b,
  'at least': (a, b) => a >= b,
};

const bytesOf = (hex) => new Uint8Array(Buffer.from(hex, 'hex'));

/** One test under way: its chain, and what stands on it by name. */
async function chainFor(plan, contracts, budget, onGas) {
  const machine = await newMachine(plan.accounts, budget);
  const deployed = new Map();
  const names = new Map([...machine.addresses].map(([name, address]) => [address, name]));

  const addressOf = (name) => {
    const address = machine.addresses.get(name);
    if (!address) throw new BadPlan(`nobody is called ${name}`);
    return address;
  };
  const deployedAs = (name) => {
    const found = deployed.get(name);
    if (!found) throw new BadPlan(`nothing is deployed as ${name}`);
    return found;
  };
  const resolved = (value) => {
    if (Array.isArray(value)) return value.map(resolved);
    return typeof value === 'string' && value.startsWith('@') ? addressOf(value.slice(1)) : value;
  };

  /** The bytes of a call of a function that the contract has. */
  function callData(on, signature, args) {
    const { contract } = deployedAs(on);
    const { name, signature: whole, takes, gives } = readSignature(signature);
    const has = contract.abi.some(
      (entry) =>
        entry.type === 'function' &&
        entry.name === name &&
        `${name}(${entry.inputs.map(({ type }) => type).join(',')})` === whole,
    );
    if (!has)
      throw new StepFailed(`${contract.name} has no function ${whole} that can be called from outside.`);
    return { data: bytesOf(selectorOf(whole) + hexOf(encode(takes, args.map(resolved)))), gives, name };
  }

  function deployment({ deploy, takes = '', args = [] }) {
    const contract = contracts.get(deploy);
    if (!contract)
      throw new StepFailed(`There is no contract ${deploy.split(':').at(-1)} in ${deploy.split(':')[1]}.`);
    if (!/^[0-9a-f]+$/.test(contract.creation.code))
      throw new StepFailed(`${contract.name} cannot be put on the chain: it is abstract or an interface.`);
    const wanted = contract.abi.find(({ type }) => type === 'constructor')?.inputs ?? [];
    if (wanted.map(({ type }) => type).join(',') !== takes)
      throw new StepFailed(`The constructor of ${contract.name} has to take (${takes}).`);
    return {
      contract,
      data: bytesOf(contract.creation.code + hexOf(encode(typesOf(takes), args.map(resolved)))),
    };
  }

  /** What a step sends: to whom, which bytes, and what it is called in words. */
  function messageOf(step) {
    const from = addressOf(step.from);
    const value = BigInt(step.value ?? '0');
    const by = `${step.from}${value > 0n ? ` sends ${value} wei and` : ''}`;
    if ('deploy' in step) {
      const { contract, data } = deployment(step);
      return { from, value, to: null, data, contract, gives: [], says: `${by} deploys ${contract.name}` };
    }
    if ('pay' in step) {
      const to = addressOf(step.pay);
      const says = `${step.from} sends ${value} wei to ${step.pay}`;
      return { from, value, to, data: new Uint8Array(0), gives: [], says };
    }
    const { data, gives, name } = callData(step.on, step.call, step.args ?? []);
    const args = (step.args ?? []).map((one) => shown(resolved(one), names)).join(', ');
    const { contract, address } = deployedAs(step.on);
    return { from, value, to: address, data, contract, gives, name, says: `${by} calls ${name}(${args})` };
  }

  function judge(step, message, result) {
    const { expect = {} } = step;
    const { says, contract, gives } = message;
    const how = result.error && ending(result, [...contracts.values()], names);
    if (expect.reverts === 'perhaps' && result.error) return `${says}, and ${how}.`;
    if (expect.reverts === true && !result.error)
      throw new StepFailed(`${says}, and it goes through. It should have been refused.`);
    if (result.error && expect.reverts !== true) throw new StepFailed(`${says}, and ${how}.`);
    if (expect.returns) {
      const returned = decode(gives, result.returned);
      const wanted = expect.returns.map(resolved);
      if (JSON.stringify(returned) !== JSON.stringify(wanted))
        throw new StepFailed(`${says}: it gives ${shown(returned, names)} and not ${shown(wanted, names)}.`);
    }
    if (expect.event) {
      const { name, args } = expect.event;
      const wanted = args.map((arg) => (arg === null ? null : resolved(arg)));
      const found = eventsOf(result.logs, message.to ?? result.created, contract).filter(
        (one) => one.name === name,
      );
      const isWanted = (one) =>
        one.args.length === wanted.length &&
        one.args.every(
          (arg, at) => wanted[at] === null || JSON.stringify(arg) === JSON.stringify(wanted[at]),
        );
      if (found.some(isWanted)) return;
      const instead = found[0] ? `, but ${shown(found[0].args, names)}` : '';
      throw new StepFailed(
        `${says}: there is no event ${name} of ${shown(
          wanted.map((arg) => arg ?? 'any'),
          names,
        )}${instead}.`,
      );
    }
  }

  async function read(reading) {
    if ('balanceOf' in reading) return machine.balanceOf(addressOf(reading.balanceOf));
    const { data, gives } = callData(reading.on, reading.call, reading.args ?? []);
    const reader = `0x${'00'.repeat(19)}ff`;
    const result = await machine.send({ from: reader, to: addressOf(reading.on), data, reads: true });
    if (result.error)
      throw new StepFailed(
        `${reading.call.split('(')[0]} cannot be read: ${ending(result, [...contracts.values()], names)}.`,
      );
    const [value] = decode(gives, result.returned);
    return typeof value === 'boolean' ? BigInt(value) : BigInt(value ?? 0);
  }

  async function checkSum({ check, sum, is, to }) {
    let total = 0n;
    for (const reading of sum) total += await read(reading);
    if (!compare[is](total, BigInt(to)))
      throw new StepFailed(`${check}: it is ${total}, and has to be ${is} ${to}.`);
  }

  /**
   * Carries out one step; `watch` runs what is sent, and may look on.
   * @returns What was refused, in words, where that was allowed.
   */
  async function step(one, watch = (send) => send()) {
    if ('wait' in one) return machine.wait(one.wait);
    if ('check' in one) return checkSum(one);
    const message = messageOf(one);
    const result = await watch(() => machine.send(message), message);
    if (!result) return;
    const { contract, name } = message;
    if (!result.error) onGas(`${contract?.name ?? one.pay}${name ? `.${name}` : ''}`, result.gas);
    const refused = judge(one, message, result);
    if ('deploy' in one && result.created) {
      machine.addresses.set(one.as, result.created);
      names.set(result.created, one.as);
      deployed.set(one.as, { contract, address: result.created });
    }
    return refused;
  }
  return { step, machine };
}

const newBudget = () => ({ left: gasPerJob, outOfGas: 0 });
const isSpent = ({ left, outOfGas }) => left <= 0n || outOfGas >= mostOutOfGas;
const notRun = 'It was not run: the tests before it took all the gas there is for them.';

const hexOf = (bytes) => Buffer.from(bytes).toString('hex');

/** The words of a failure that is somebody's, and not ours. */
function failureOf(error) {
  if (error instanceof StepFailed || error instanceof AbiError) return clipped(error.message);
  throw error;
}

/** Runs a step that went wrong again, on a chain of its own, and writes down the lines that it goes through. */
async function traceOf(plan, contracts, test, failedAt, why) {
  const { step, machine } = await chainFor(plan, contracts, newBudget(), () => {});
  const wrong = test.steps[failedAt];
  if (!wrong || 'wait' in wrong || 'check' in wrong) return null;
  for (const one of test.steps.slice(0, failedAt)) await step(one);
  let trace = null;
  await step(wrong, async (send, message) => {
    const { lines, before, enough } = await traced(machine.evm, [...contracts.values()], send);
    const ends = enough ? 'There are more steps than are written down.' : why;
    if (lines.length > 0) trace = { test: test.name, call: message.says, lines, before, ends };
  }).catch(failureOf);
  return trace;
}

/** Runs one test. Null where it passes; else why it does not, and the step whose lines say most of it. */
async function failureIn(plan, contracts, test, budget, onGas) {
  const { step } = await chainFor(plan, contracts, budget, onGas);
  /** The first step that was refused where that was allowed: a sum that is wrong afterwards may come of it. */
  let refused = null;
  for (const [at, one] of test.steps.entries())
    try {
      const why = await step(one);
      if (why) refused ??= { at, why };
    } catch (error) {
      const why = failureOf(error);
      return refused && 'check' in one
        ? { at: refused.at, why: `${why} Before that, ${refused.why}` }
        : { at, why };
    }
  return null;
}

/** All tests of a plan with compiled contracts, as a report. */
export async function runTests(plan, contracts) {
  const budget = newBudget();
  const gas = new Map();
  const onGas = (call, used) => {
    const { times = 0, least = used, most = used } = gas.get(call) ?? {};
    gas.set(call, { call, times: times + 1, least: Math.min(least, used), most: Math.max(most, used) });
  };
  const tests = [];
  let trace = null;
  for (const test of plan.tests) {
    const { name, title, hidden = false } = test;
    const spent = isSpent(budget);
    const failed = spent
      ? { why: notRun }
      : await failureIn(plan, contracts, test, budget, hidden ? () => {} : onGas);
    tests.push({ name, title, hidden, passed: failed === null, why: failed?.why ?? null });
    if (failed && !spent) trace ??= await traceOf(plan, contracts, test, failed.at, failed.why);
  }
  return { outcome: 'ran', tests, gas: [...gas.values()], trace };
}
