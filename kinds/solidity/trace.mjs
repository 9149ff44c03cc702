// Which lines of the source a call goes through.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { clipped, mostTracedBytes, mostTracedSteps, mostTraceLines } from './limits.mjs';
import { placeOf } from './place.mjs';

/**
 * The place in the source of each instruction: https://docs.soliditylang.org/en/v0.8.37/internals/source_mappings.html.
 * By the number of the byte at which the instruction begins.
 */
function placesOf({ code, map }) {
  const bytes = hexToBytes(code.replace(/[^0-9a-f]/g, '0'));
  const entries = map.split(';');
  const places = new Map();
  let now = ['0', '0', '-1'];
  let at = 0;
  for (const entry of entries) {
    if (at >= bytes.length) break;
    const fields = entry.split(':');
    now = now.map((before, index) => fields[index] || before);
    places.set(at, { start: Number(now[0]), length: Number(now[1]), file: now[2] });
    const opcode = bytes[at];
    at += opcode >= 0x60 && opcode <= 0x7f ? opcode - 0x5e : 1;
  }
  return places;
}

/** What spans more than a statement says nothing of where the machine is; of a function, its first line says once. */
const whole = /^(abstract\s+contract|contract|library|interface)\b/;
const opening = /^(function|constructor|modifier|receive|fallback)\b/;

const known = new WeakMap();

/** The lines of a contract by the bytes of its instructions; worked out once. */
function linesOf(contract, creation) {
  const part = creation ? contract.creation : contract.runtime;
  const found = known.get(part);
  if (found) return found;
  const lines = new Map();
  const seen = new Map();
  for (const [pc, { start, length, file }] of placesOf(part)) {
    const key = `${start}:${length}:${file}`;
    if (!seen.has(key)) seen.set(key, lineAt(contract.texts[file], start, length));
    lines.set(pc, seen.get(key));
  }
  known.set(part, lines);
  return lines;
}

function lineAt(source, start, length) {
  if (!source?.text) return null;
  const bytes = new TextEncoder().encode(source.text);
  const piece = new TextDecoder().decode(bytes.subarray(start, start + length));
  if (whole.test(piece)) return null;
  const { line } = placeOf(source.text, start);
  return {
    opens: opening.test(piece),
    file: source.file,
    line,
    text: clipped((source.text.split('\n')[line - 1] ?? '').trim(), 160),
  };
}

/** The contract of a list that a code is of: values that are set when it is made stand in holes. */
function contractOf(contracts, code, creation) {
  const hex = bytesToHex(code);
  return contracts.find((contract) => {
    if (creation) return contract.creation.code !== '' && hex.startsWith(contract.creation.code);
    const { code: wanted, holes } = contract.runtime;
    if (wanted === '' || wanted.length !== hex.length) return false;
    let masked = hex;
    for (const { start, length } of holes)
      masked = `${masked.slice(0, 2 * start)}${'00'.repeat(length)}${masked.slice(2 * (start + length))}`;
    return masked === wanted;
  });
}

class TraceEnough extends Error {}

/**
 * Runs `send` and gives the lines it went through, with what it `sent` back; `enough`, and nothing sent back, where there
 * were more steps than are looked at.
 */
export async function traced(evm, contracts, send) {
  const kept = [];
  const frames = [];
  let before = 0;
  let steps = 0;
  let bytes = 0;
  const listeners = {
    beforeMessage: async (message, resolve) => {
      const creation = !message.to;
      const code = creation ? message.data : await evm.stateManager.getCode(message.codeAddress);
      frames.push({ contract: contractOf(contracts, code, creation), creation, opened: new Set() });
      resolve();
    },
    afterMessage: () => {
      frames.pop();
    },
    step: ({ pc, depth, memory }) => {
      steps += 1;
      bytes += memory.length;
      if (steps > mostTracedSteps || bytes > mostTracedBytes) throw new TraceEnough();
      const { contract, creation, opened } = frames.at(-1) ?? {};
      const found = contract && linesOf(contract, creation).get(pc);
      if (!found || opened.has(found)) return;
      const { opens, ...line } = found;
      // The machine comes back to it when the function ends, which says nothing new.
      if (opens) opened.add(found);
      const last = kept.at(-1);
      if (last?.depth === depth && last.file === line.file && last.line === line.line) return;
      kept.push({ depth, contract: contract.name, ...line });
      if (kept.length <= mostTraceLines) return;
      kept.shift();
      before += 1;
    },
  };
  for (const [name, listener] of Object.entries(listeners)) evm.events.on(name, listener);
  let enough = false;
  let sent = null;
  try {
    sent = await send();
  } catch (error) {
    if (!(error instanceof TraceEnough)) throw error;
    enough = true;
  } finally {
    for (const [name, listener] of Object.entries(listeners)) evm.events.off(name, listener);
  }
  return { lines: kept, before, enough, sent };
}
