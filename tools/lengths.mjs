// Refuses files over 400 lines and functions over 60 (views: 80) that don't say
// why they are long: a comment "Long: …" at the top of the file or right above the function.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folders = ['src', 'js-bridge', 'shell', 'tests', 'tools'];
const limits = { file: 400, function: 60, view: 80 };

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** @typedef {{ line: number, length: number, name: string }} Found */

/** Blanks comments, texts and characters out, line by line the same. @param {string} text */
function codeOnly(text) {
  const token = /R"(\w*)\([\s\S]*?\)\1"|\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'/g;
  return text.replace(token, (found) => found.replace(/[^\n]/g, ' '));
}

const notFunctions = /^\s*(?:(?:inline\s+)?namespace|class|struct|union|enum|extern|if|for|while|switch|do|else|return|using|static_assert)\b|=\s*$|^\s*$/;

/** Outermost function bodies by their braces. @param {string} text @returns {Found[]} */
function cppFunctions(text) {
  const code = codeOnly(text).replace(/^[ \t]*#.*(?:\\\n.*)*/gm, (found) => found.replace(/[^\n]/g, ' '));
  /** @type {Found[]} */
  const found = [];
  let [line, depth, inside, headLine] = [1, 0, -1, 1];
  let head = '';
  let name = '';
  for (const letter of code) {
    if (letter === '\n') ++line;
    if (letter === '{') {
      if (inside < 0 && head.includes('(') && !notFunctions.test(head)) [inside, name] = [depth, head.split('(')[0].trim().split(/\s+/).at(-1) ?? ''];
      ++depth;
    } else if (letter === '}') {
      --depth;
      if (depth === inside) {
        found.push({ line: headLine, length: line - headLine + 1, name });
        inside = -1;
      }
    }
    if (inside >= 0) continue;
    if (letter === '{' || letter === '}' || letter === ';') head = '';
    else {
      if (head.trim() === '' && letter.trim()) headLine = line;
      head += letter;
    }
  }
  return found;
}

/**
 * A function's own lines: what the functions inside it take is theirs, so that a
 * closure that only groups short functions isn't long.
 * @param {string} path @param {string} text @returns {Found[]}
 */
function jsFunctions(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @type {Found[]} */
  const found = [];
  /** @param {ts.Node} node */
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart()).line;
  /** Visits a node and tells how many lines the functions in it take. @param {ts.Node} node @returns {number} */
  const visit = (node) => {
    let inner = 0;
    ts.forEachChild(node, (child) => { inner += visit(child); });
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return inner;
    const length = source.getLineAndCharacterOfPosition(node.getEnd()).line - lineOf(node) + 1;
    found.push({ line: lineOf(node) + 1, length: length - inner, name: node.name?.getText() ?? 'function' });
    return length > 1 ? length : 0;
  };
  visit(source);
  return found;
}

/** @param {string[]} lines @param {number} line counted from 1 */
function explained(lines, line) {
  for (let at = line - 2; at >= 0 && /^\s*(\/\/|\*|\/\*)/.test(lines[at]); --at) {
    if (/\bLong: \S/.test(lines[at])) return true;
  }
  return false;
}

/** @param {string} path @returns {string[]} */
function problems(path) {
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');
  const name = relative(root, path);
  const limit = name.startsWith('src/ui/') ? limits.view : limits.function;
  const found = [];
  const excused = lines.slice(0, 15).some((line) => /^\s*(\/\/|\*|\/\*|#).*\bLong: \S/.test(line));
  if (lines.length - 1 > limits.file && !excused) found.push(`${name}: ${lines.length - 1} lines, at most ${limits.file}`);
  const functions = /\.(h|cpp)$/.test(path) ? cppFunctions(text) : /js$/.test(path) ? jsFunctions(path, text) : [];
  for (const one of functions) {
    if (one.length <= limit || explained(lines, one.line)) continue;
    found.push(`${name}:${one.line}: ${one.name} is ${one.length} lines long, at most ${limit}`);
  }
  return found;
}

const files = folders.flatMap((folder) => filesIn(join(root, folder))).concat(['kiosk', 'emsdk-setup.sh'].map((name) => join(root, name)))
  .filter((path) => ['.h', '.cpp', '.mjs', '.js', '.css', '.sh', ''].includes(extname(path)));
const all = files.flatMap(problems);
for (const problem of all) console.log(problem);
console.log(`${files.length} files, ${all.length} too long`);
process.exitCode = all.length ? 1 : 0;
