// Runs an Emscripten library file of js-bridge/ in Node: its entries become globals, as they do in the program.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

/** @param {string[]} files @param {Record<string, any>} globals what the files need beyond the language */
export function loadLibrary(files, globals = {}) {
  /** @type {any} */
  const context = vm.createContext({ Intl, LibraryManager: { library: {} }, ...globals });
  context.mergeInto = (/** @type {any} */ _, /** @type {Record<string, any>} */ entries) => {
    for (const [name, value] of Object.entries(entries)) {
      if (!name.includes('__')) context[name.replace('$', '')] = value;
    }
  };
  for (const file of files) {
    vm.runInContext(readFileSync(new URL(`../../js-bridge/${file}`, import.meta.url), 'utf8'), context, { filename: file });
  }
  return context;
}
