// Loads solc once, and compiles with settings that never change. It has no callback, so it cannot ask for a file.
import { createRequire } from 'node:module';
import { clipped, compilerVersion, hardfork, mostErrors, mostSource } from '../../kinds/solidity/limits.mjs';
import { placeOf } from '../../kinds/solidity/place.mjs';
import { bundled } from './imports.mjs';

const soljson = createRequire(import.meta.url)('solc/soljson.js');
const version = soljson.cwrap('solidity_version', 'string', [])();
if (!version.startsWith(`${compilerVersion}+`)) throw new Error(`solc is ${version}`);
const compileJson = soljson.cwrap('solidity_compile', 'string', ['string', 'number', 'number']);

const settings = {
  evmVersion: hardfork,
  // Off, so that each instruction belongs to a line of the source.
  optimizer: { enabled: false },
  viaIR: false,
  // No hash of the source in the bytecode: the same code is the same bytes.
  metadata: { appendCBOR: false, bytecodeHash: 'none' },
};

/** Only what is deployed is translated; the rest is read, and no more. */
const selectionFor = (files) =>
  Object.fromEntries(files.map((file) => [file, { '*': ['abi', 'evm.bytecode', 'evm.deployedBytecode'] }]));

const sourceUnits = (files) =>
  Object.fromEntries(
    Object.entries({ ...bundled, ...files }).map(([name, text]) => [name, { content: text }]),
  );

/** What cannot be compiled whatever it says, or null. */
function refusal(unit, files) {
  for (const [file, text] of Object.entries(files)) {
    const bytes = Buffer.byteLength(text);
    if (bytes > mostSource)
      return { outcome: 'refused', unit, file, says: `It has ${bytes} bytes; ${mostSource} are the most.` };
  }
  return null;
}

function errorsOf(unit, files, messages) {
  return messages
    .filter(({ severity }) => severity === 'error')
    .slice(0, mostErrors)
    .map(({ message, sourceLocation }) => {
      const file = sourceLocation?.file ?? '';
      return {
        unit,
        file,
        ...placeOf(files[file] ?? '', sourceLocation?.start ?? 0),
        says: clipped(/^Source ".*" not found/.test(message) ? importSentence(message) : message),
      };
    });
}

const importSentence = (message) =>
  `${/^Source "(.*)" not found/.exec(message)?.[1] ?? 'This'} cannot be imported: only the files of this task and ${Object.keys(bundled).join(', ')} can.`;

/** The files of a unit with contracts that some test deploys. */
const deployedOf = (unit, tests) => [
  ...new Set(
    tests.flatMap(({ steps }) =>
      steps.flatMap(({ deploy = '' }) => (deploy.startsWith(`${unit}:`) ? [deploy.split(':')[1]] : [])),
    ),
  ),
];

/**
 * Compiles the units of a plan. Either why it could not be done, in the form of a report, or every contract by
 * `unit:file:contract`.
 */
export function compileUnits({ units, tests }) {
  const contracts = new Map();
  for (const [unit, { files }] of Object.entries(units)) {
    const refused = refusal(unit, files);
    if (refused) return { report: refused };
    const outputSelection = selectionFor(deployedOf(unit, tests));
    const input = {
      language: 'Solidity',
      sources: sourceUnits(files),
      settings: { ...settings, outputSelection },
    };
    const output = JSON.parse(compileJson(JSON.stringify(input), 0, 0));
    soljson._solidity_reset();
    const errors = errorsOf(unit, files, output.errors ?? []);
    if (errors.length > 0) return { report: { outcome: 'not-compiled', errors } };
    const byId = Object.entries(output.sources ?? {}).map(([file, { id }]) => [id, file]);
    const texts = Object.fromEntries(
      byId.map(([id, file]) => [id, { file, text: files[file] ?? bundled[file] }]),
    );
    for (const [file, inFile] of Object.entries(output.contracts ?? {}))
      for (const [name, { abi, evm }] of Object.entries(inFile))
        contracts.set(`${unit}:${file}:${name}`, { name, unit, abi, texts, ...codesOf(evm) });
  }
  return { contracts };
}

const codesOf = ({ bytecode, deployedBytecode }) => ({
  creation: { code: bytecode.object, map: bytecode.sourceMap },
  runtime: {
    code: deployedBytecode.object,
    map: deployedBytecode.sourceMap,
    holes: Object.values(deployedBytecode.immutableReferences ?? {}).flat(),
  },
});
