// Reads every #include of src/ and fails on one that runs against the arrows.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { circle, parseArrows, violations } from './rules.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {string} folder @returns {string[]} */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(h|cpp)$/.test(entry.name) ? [path] : [];
  });
}

const arrows = parseArrows(readFileSync(join(root, 'cmake', 'arrows.txt'), 'utf8'));
const problems = [];
const round = circle(arrows);
if (round) problems.push(`cmake/arrows.txt: arrows run in a circle: ${round.join(' -> ')}`);

const files = sources(join(root, 'src'));
for (const file of files) {
  const [layer] = relative(join(root, 'src'), file).split('/');
  for (const { line, message } of violations(arrows, layer, readFileSync(file, 'utf8'))) {
    problems.push(`${relative(root, file)}:${line}: ${message}`);
  }
}
for (const problem of problems) console.log(problem);
console.log(`${files.length} files, ${problems.length} against the arrows`);
process.exitCode = problems.length ? 1 : 0;
