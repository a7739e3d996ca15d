// The arrows of cmake/arrows.txt and the headers and calls that belong to few
// layers, applied to the text of one file. No file access: see check.mjs.

/** @typedef {Map<string, Set<string>>} Arrows */

const outsideWeb = 'only web/ touches the browser';
const notPure = 'rules take time and chance as values (Tick, seeds)';

/** @type {{ header: RegExp, allowed: string[], why: string }[]} */
const headerRules = [
  { header: /^emscripten([./]|$)/, allowed: ['web'], why: outsideWeb },
  { header: /^imgui(_internal)?\.h$/, allowed: ['ui', 'web', 'desktop'], why: 'only views know Dear ImGui' },
  { header: /^nlohmann\//, allowed: ['wire', 'bridge'], why: 'JSON ends at wire/ and bridge/' },
  { header: /^(chrono|ctime|time\.h|sys\/time\.h)$/, allowed: ['web', 'desktop', 'server'], why: notPure },
  { header: /^random$/, allowed: [], why: notPure },
  { header: /^(thread|mutex|future|condition_variable|atomic)$/, allowed: ['desktop', 'server'], why: 'layers are single-threaded' },
];

const callRules = [
  { call: /(?<![\w.:>])(?:std::)?s?rand\s*\(/, allowed: /** @type {string[]} */ ([]), why: notPure },
  { call: /(?<![\w.>:])(?:std::|::)?time\s*\(\s*(?:NULL|nullptr|0|&)/, allowed: ['web', 'desktop', 'server'], why: notPure },
  { call: /\b(?:system_clock|steady_clock|high_resolution_clock|clock_gettime|gettimeofday)\b/, allowed: ['web', 'desktop', 'server'], why: notPure },
  { call: /\b(?:std::)?random_device\b/, allowed: ['server'], why: notPure },
];

/** @param {string} text @returns {Arrows} */
export function parseArrows(text) {
  const arrows = new Map();
  for (const line of text.split('\n')) {
    const match = /^([a-z]+):(.*)$/.exec(line);
    if (match) arrows.set(match[1], new Set(match[2].split(' ').filter(Boolean)));
  }
  return arrows;
}

/** Blanks out comments and the inside of string literals, keeping lines and #include paths. @param {string} text */
function codeOnly(text) {
  const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|^[ \t]*#[ \t]*include[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/gm;
  return text.replace(token, (found) => {
    if (/^[ \t]*#/.test(found)) return found.replace(/\/\/.*$/, '');
    return found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : found[0] + found[0];
  });
}

/**
 * @param {Arrows} arrows
 * @param {string} layer folder of src/ that the file lies in
 * @param {string} text
 * @returns {{ line: number, message: string }[]}
 */
export function violations(arrows, layer, text) {
  const allowed = arrows.get(layer);
  if (!allowed) return [{ line: 1, message: `src/${layer}/ is not a layer: name it and its arrows in cmake/arrows.txt` }];
  /** @type {{ line: number, message: string }[]} */
  const found = [];
  codeOnly(text).split('\n').forEach((code, index) => {
    const include = /^\s*#\s*include\s*(["<])([^">]+)[">]/.exec(code);
    const messages = include
      ? includeProblems(arrows, layer, allowed, include[2], include[1] === '"')
      : callProblems(layer, code);
    for (const message of messages) found.push({ line: index + 1, message });
  });
  return found;
}

/**
 * @param {Arrows} arrows @param {string} layer @param {Set<string>} allowed
 * @param {string} path @param {boolean} quoted
 */
function includeProblems(arrows, layer, allowed, path, quoted) {
  const problems = headerRules
    .filter((rule) => rule.header.test(path) && !rule.allowed.includes(layer))
    .map((rule) => `<${path}> may not be included in ${layer}/: ${rule.why}`);
  const target = path.split('/')[0];
  if (path.includes('..')) problems.push(`"${path}": include from the root of src/, without ..`);
  else if (path.includes('/') && arrows.has(target)) {
    if (target !== layer && !allowed.has(target)) problems.push(`${layer} -> ${target} is not an arrow ("${path}")`);
  } else if (quoted && !/^imgui/.test(path)) {
    problems.push(`"${path}": write the path from the root of src/, as in "${layer}/…"`);
  }
  return problems;
}

/** @param {string} layer @param {string} code */
function callProblems(layer, code) {
  return callRules
    .filter((rule) => rule.call.test(code) && !rule.allowed.includes(layer))
    .map((rule) => `${(rule.call.exec(code) ?? [''])[0].trim()} in ${layer}/: ${rule.why}`);
}

/** A circle among the arrows, or null. @param {Arrows} arrows */
export function circle(arrows) {
  const state = new Map();
  /** @param {string} layer @param {string[]} path @returns {string[] | null} */
  const visit = (layer, path) => {
    if (state.get(layer) === 'done') return null;
    if (state.get(layer) === 'open') return [...path, layer];
    state.set(layer, 'open');
    for (const next of arrows.get(layer) ?? []) {
      const found = visit(next, [...path, layer]);
      if (found) return found;
    }
    state.set(layer, 'done');
    return null;
  };
  for (const layer of arrows.keys()) {
    const found = visit(layer, []);
    if (found) return found;
  }
  return null;
}
