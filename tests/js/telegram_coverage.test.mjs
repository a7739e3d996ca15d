// Every method, property and event of src/telegram/manifest.inc, driven through js-bridge on Telegram's own script and the Telegram
// host's protocol. What is newer than the npm copy comes from a double (script_9x.js).
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { events, methods, properties } from './manifest.mjs';
import { session } from './script_session.mjs';
import { eventScenarios, isSaid, methodScenarios } from './telegram_scenarios.mjs';

/** @typedef {import('./telegram_scenarios.mjs').Scenario} Scenario */
/** @typedef {ReturnType<typeof session>} Session */

const kinds = { Flag: 'boolean', Number: 'number', Text: 'string', Object: 'object' };
const driven = { methods: new Set(), properties: new Set(), events: new Set() };

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
async function begin({ faults, options }) {
  const at = session({ faults, options });
  at.watch();
  await at.settle();
  return at;
}

for (const { path } of methods) {
  test(`calls ${path}`, async () => {
    const scenario = methodScenarios[path];
    assert.ok(scenario, 'nobody drives this row');
    const at = await begin(scenario);
    await at.walk(scenario.before ?? []);
    at.taken('telegramAnswered');
    at.host.client.clearLog();

    await at.call(path, scenario.fields, 7);
    await at.walk(scenario.after ?? []);

    const answers = at.taken('telegramAnswered').filter(({ request }) => request === 7);
    assert.deepEqual(answers, [{ request: 7, outcome: 'values', values: scenario.values ?? [] }]);
    if (scenario.tells) {
      const told = at.events.filter(({ on, event }) => on === 'telegramEvent' && scenario.tells?.includes(events[event].event));
      assert.equal(told.length, scenario.tells.length);
    }
    const said = at.host.client.log().filter(({ from }) => from === 'app');
    if (scenario.did) assert.ok(said.some((entry) => isSaid(scenario, entry)), `the client heard ${JSON.stringify(said)}`);
    note(at);
    driven.methods.add(path);
  });
}

for (const [event, scenario] of Object.entries(eventScenarios)) {
  test(`hears ${event}`, async () => {
    const at = await begin(scenario);

    await at.walk(scenario.steps);

    assert.ok(at.events.some((told) => told.on === 'telegramEvent' && events[told.event].event === event));
    note(at);
  });
}

test('a row passes by what its own call says alone, and only where the client takes it', () => {
  for (const [path, { did, says = {} }] of Object.entries(methodScenarios)) {
    if (!did) continue;
    const entry = { n: 1, atMs: 0, from: /** @type {const} */ ('app'), eventType: did, eventData: says, note: '' };
    const others = Object.keys(says).map((key) => ({ ...entry, eventData: { ...says, [key]: 'other' } }));
    others.push({ ...entry, note: 'ignored' }, { ...entry, eventType: 'web_app_other' });
    const passing = [entry, ...others].filter((each) => isSaid({ did, says }, each));

    assert.deepEqual(passing, [entry], path);
  }
});

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
