// Runs a MODULARIZE'd wasm program made for node: `node run-wasm.mjs program.mjs [arguments]`.
import { pathToFileURL } from 'node:url';

const [program, ...args] = process.argv.slice(2);
const { default: start } = await import(pathToFileURL(program).href);
await start({ arguments: args });
