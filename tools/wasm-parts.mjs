// Tells which part of the program each byte of a wasm file belongs to, from its
// name section (functions) and the linker's map (data).

export const parts = ['imgui', 'nlohmann json', 'libc++', 'libc', 'string literals', 'other'];

/**
 * @param {Buffer} wasm @param {number} at
 * @returns {[number, number]} value and the place after it
 */
function varuint(wasm, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

/** @param {Buffer} wasm @returns {{ id: number, start: number, end: number }[]} */
export function sections(wasm) {
  const found = [];
  for (let at = 8; at < wasm.length; ) {
    const id = wasm[at];
    const [size, start] = varuint(wasm, at + 1);
    found.push({ id, start, end: start + size });
    at = start + size;
  }
  return found;
}

/** Bytes of each function body, in order. @param {Buffer} wasm @param {{ start: number }} code */
export function bodySizes(wasm, code) {
  let [count, at] = varuint(wasm, code.start);
  const sizes = [];
  for (; count > 0; --count) {
    const [size, start] = varuint(wasm, at);
    sizes.push(start + size - at);
    at = start + size;
  }
  return sizes;
}

/** @param {Buffer} wasm @param {number} at @returns {[string, number]} */
function text(wasm, at) {
  const [length, start] = varuint(wasm, at);
  return [wasm.toString('utf8', start, start + length), start + length];
}

/** Names by function index, imports first. @param {Buffer} wasm */
function functionNames(wasm) {
  /** @type {Map<number, string>} */
  const names = new Map();
  for (const { id, start, end } of sections(wasm)) {
    if (id !== 0) continue;
    let [title, at] = text(wasm, start);
    while (title === 'name' && at < end) {
      const kind = wasm[at];
      let [size, from] = varuint(wasm, at + 1);
      at = from + size;
      if (kind !== 1) continue;
      let count, index, name;
      for ([count, from] = varuint(wasm, from); count > 0; --count) {
        [index, from] = varuint(wasm, from);
        [name, from] = text(wasm, from);
        names.set(index, name);
      }
    }
  }
  return names;
}

/** Demangled name and bytes of every function. @param {Buffer} wasm @returns {[string, number][]} */
export function functions(wasm) {
  const names = functionNames(wasm);
  const code = sections(wasm).find(({ id }) => id === 10);
  if (!code) return [];
  const sizes = bodySizes(wasm, code);
  const imported = Math.max(...names.keys()) + 1 - sizes.length;
  return sizes.map((size, index) => [names.get(imported + index) ?? '', size]);
}

/** Drops template arguments, parameters and return type of a demangled name. @param {string} name */
function qualified(name) {
  let depth = 0;
  let plain = '';
  for (const [index, letter] of [...name].entries()) {
    const arrow = letter === '>' && name[index - 1] === '-';
    if (letter === '<') ++depth;
    else if (letter === '>' && !arrow) --depth;
    else if (depth === 0) plain += letter;
  }
  const head = plain.replace(/\(anonymous namespace\)/g, '@').replace(/^decltype\(\w+\) /, '').split('(')[0];
  return head.replace(/^(?:(?:guard variable|vtable|typeinfo(?: name)?) for |non-virtual thunk to )/, '').split(' ').at(-1) ?? '';
}

const imgui = /^(@::)?(Im[A-Z]|ImGui|GImGui|stb|STB_|Decode85|CalcRoundedCorner|ShadeVerts|utf8_|InputText|DockNode|proggy)/;
const libcxx = /^(std::|__cxa|__cxxabi|operator (new|delete)|_Z|__gxx|@::itanium)/;

/** @param {string} symbol demangled @param {Set<string>} layers */
export function partOf(symbol, layers) {
  const name = qualified(symbol);
  const own = /^kiosk::(@::)?([a-z_]+)::/.exec(name);
  if (name.startsWith('kiosk')) return own && layers.has(own[2]) ? own[2] : name.startsWith('kiosk_') ? 'web' : 'base';
  if (/^nlohmann/.test(name)) return 'nlohmann json';
  if (imgui.test(name) || /^\.L.*Im[A-Z]/.test(name)) return 'imgui';
  if (libcxx.test(name)) return /nlohmann::/.test(symbol) ? 'nlohmann json' : 'libc++';
  if (name.startsWith('.L__const.')) return partOfMangled(name, layers);
  return name === '' ? 'other' : 'libc';
}

/** @param {string} name @param {Set<string>} layers */
function partOfMangled(name, layers) {
  const own = /5kiosk\d+([a-z]+?)(?=\d|E)/.exec(name);
  if (own && layers.has(own[1])) return own[1];
  return /_ZNK?(St|3std)/.test(name) ? 'libc++' : /5ImGui|_Z\w*Im[A-Z]/.test(name) ? 'imgui' : 'other';
}

/** Sums by symbol of the data section. @param {string} map the linker's map */
export function dataSymbols(map) {
  /** @type {[string, number][]} */
  const found = [];
  let section = '';
  for (const line of map.split('\n')) {
    const match = /^\s*([0-9a-f]+|-)\s+([0-9a-f]+)\s+([0-9a-f]+) (\s*)(.*)$/.exec(line);
    if (!match) continue;
    const [, , , size, indent, name] = match;
    if (indent === '') section = name;
    else if (!/^\.(rodata|data)/.test(section)) continue;
    else if (name.startsWith('<internal>')) found.push(['string literals', parseInt(size, 16)]);
    else if (indent.length >= 16) found.push([name, parseInt(size, 16)]);
  }
  return found;
}
