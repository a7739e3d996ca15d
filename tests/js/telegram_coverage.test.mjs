// Every method, property and event of src/telegram/manifest.inc, driven through js-bridge on Telegram's own script and the Telegram
// host's protocol. What is newer than the npm copy comes from a double (script_9x.js).
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { events, methods, properties } from './manifest.mjs';
import { session } from './script_session.mjs';
import { eventScenarios, methodScenarios } from './telegram_scenarios.mjs';

/** @typedef {import('./telegram_scenarios.mjs').Scenario} Scenario */
/** @typedef {ReturnType<typeof session>} Session */

const kinds = { Flag: 'boolean', Number: 'number', Text: 'string', Object: 'object' };
const driven = { methods: new Set(), properties: new Set(), events: new Set() };

/** @param {Session} at @param {import('./telegram_scenarios.mjs').Step[]} steps */
async function walk(at, steps) {
  for (const [what, ...args] of steps) {
    if (what === '>advance') await at.pass(args[0]);
    else if (what.startsWith('>')) /** @type {any} */ (at.host.client)[what.slice(1)](...args);
    else await at.call(what, args, 900);
    await at.settle();
  }
}

/** Notes what this session told. @param {Session} at */
function note(at) {
  for (const { event } of at.taken('telegramEvent')) driven.events.add(event);
  for (const { changes } of at.taken('telegramChanged')) {
    for (const [index, value] of changes) {
      const { kind, path } = properties[index];
      if (value !== null && typeof value === kinds[/** @type {keyof typeof kinds} */ (kind)]) driven.properties.add(path);
    }
  }
}

/** @param {Scenario} scenario */
async function begin({ faults, options, tells }) {
  const at = session({ faults, options });
  if (!tells) at.watch();
  await at.settle();
  return at;
}

for (const { path } of methods) {
  test(`calls ${path}`, async () => {
    const scenario = methodScenarios[path];
    assert.ok(scenario, 'nobody drives this row');
    const at = await begin(scenario);
    await walk(at, scenario.before ?? []);
    at.taken('telegramAnswered');
    at.host.client.clearLog();

    await at.call(path, scenario.fields, 7);
    await walk(at, scenario.after ?? []);

    const answers = at.taken('telegramAnswered').filter(({ request }) => request === 7);
    assert.deepEqual(answers, [{ request: 7, outcome: 'values', values: scenario.values ?? [] }]);
    if (scenario.tells) assert.deepEqual(at.taken('telegramEvent').map(({ event }) => event), scenario.tells);
    const said = at.host.client.log().filter(({ from, eventType }) => from === 'app' && eventType === scenario.did);
    assert.equal(said.length > 0 || !scenario.did, true, `${scenario.did} never reached the client`);
    note(at);
    driven.methods.add(path);
  });
}

for (const [event, scenario] of Object.entries(eventScenarios)) {
  test(`hears ${event}`, async () => {
    const at = await begin(scenario);

    await walk(at, scenario.steps);

    assert.ok(at.events.some((told) => told.on === 'telegramEvent' && told.event === event));
    note(at);
  });
}

test('nothing of the manifest is left out', () => {
  const missing = [
    ...methods.filter(({ path }) => !driven.methods.has(path)).map(({ path }) => `${path}()`),
    ...properties.filter(({ path }) => !driven.properties.has(path)).map(({ path }) => path),
    ...events.filter(({ event }) => !driven.events.has(event)).map(({ event }) => `on ${event}`),
  ];

  assert.deepEqual(missing, []);
});

after(() => {
  console.log(`${driven.methods.size}/${methods.length} methods, ${driven.properties.size}/${properties.length} properties, ` +
    `${driven.events.size}/${events.length} events`);
});
