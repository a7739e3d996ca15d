// js-bridge/web_app.d.ts: what the types say of Telegram's script is what the manifest says, and whoever misspells it hears of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { events, methods, properties } from './manifest.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Under the options of tsconfig.json. @param {Record<string, string>} sources path -> text, in place of what is there @returns {string[]} */
function complaintsAbout(sources) {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const textOf = (/** @type {string} */ path) => sources[path.slice(root.length)];
  host.fileExists = (path) => textOf(path) !== undefined || fileExists(path);
  host.readFile = (path) => textOf(path) ?? readFile(path);
  host.getSourceFile = (path, ...rest) =>
    (textOf(path) === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, textOf(path), rest[0]));
  const program = ts.createProgram(Object.keys(sources).map((path) => root + path), options, host);
  return Object.keys(sources).flatMap((path) => program.getSemanticDiagnostics(program.getSourceFile(root + path)))
    .map(({ file, messageText }) => `${file?.fileName.slice(root.length)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

test('every method, property and event of the manifest is typed', () => {
  const lines = [
    ...methods.map(({ path }) => `app.${path} satisfies (...args: any[]) => unknown;`),
    ...properties.map(({ path }) => `app.${path};`),
    ...events.map(({ event }) => `app.onEvent('${event}', () => {});`),
  ];

  const complaints = complaintsAbout({
    'js-bridge/probe.mts': `import type { WebApp } from './web_app';\ndeclare const app: WebApp;\n${lines.join('\n')}`,
  });

  assert.deepEqual(complaints, []);
  assert.equal(lines.length, 101 + 78 + 46);
});

/** [file, what is written there, what a slip would make of it] @type {[string, string, string][]} */
const slips = [
  ['host', 'client.disableVerticalSwipes', 'client.disableVerticalSwipe'],
  ['chrome', 'webApp.setHeaderColor', 'webApp.setHeaderColour'],
  ['popups', 'webApp.showPopup', 'webApp.openPopup'],
  ['keeper', '(storage).setItem(', '(storage).set('],
  ['cashier', 'Serverless.call', 'Serverless.invoke'],
  ['hearing', 'view.onEvent', 'view.on'],
  ['telegram', 'device.isAccessGranted', 'device.accessGranted'],
  ['wire', 'expand:', 'expanded:'],
];

test('a name that Telegram’s script does not have is refused by tsc', () => {
  const sources = Object.fromEntries(slips.map(([file, right, wrong]) => {
    const path = `js-bridge/${file}.mjs`;
    const text = readFileSync(root + path, 'utf8');
    assert.ok(text.includes(right), `${path} has no ${right}`);
    return [path, text.replace(right, wrong)];
  }));

  const refused = new Set(complaintsAbout(sources).map((complaint) => complaint.split(':')[0]));

  assert.deepEqual([...refused], Object.keys(sources));
});
