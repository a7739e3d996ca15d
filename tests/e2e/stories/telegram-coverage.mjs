// Every row of src/telegram/manifest.inc through the bundle as it ships: C++, wasm, bridge.js, host.mjs, Telegram's script, and back.
import assert from 'node:assert/strict';
import { events, methods, properties } from '../../js/manifest.mjs';
import { eventScenarios, isSaid, methodScenarios } from '../../js/telegram_scenarios.mjs';
import { Examiner } from '../support/examiner.mjs';
import { story } from '../support/harness.mjs';

const android = { profile: 'android', version: '9.6', transport: 'native', botInline: true, showSettings: true };

/** @param {Examiner} examiner @param {string[]} faults @param {string} path */
async function driveMethod(examiner, faults, path) {
  const scenario = methodScenarios[path];
  assert.ok(scenario, `nobody drives ${path}`);
  await examiner.note();
  const mark = await examiner.prepare(path);
  const { outcome, code, values } = await examiner.ask(path).catch((error) => ({ outcome: error.message, code: '', values: [] }));
  const told = scenario.tells ? await examiner.countToldSince(mark, scenario.tells) : 0;
  const said = scenario.did ? await examiner.saidSince(mark, scenario.did) : [];
  if (outcome !== 'values') faults.push(`${path}: ${outcome} ${code}`);
  else if (!(await examiner.hasEndedWell(path))) faults.push(`${path}: closed the app, or ought to have`);
  else if (JSON.stringify(values) !== JSON.stringify(scenario.values ?? [])) faults.push(`${path}: ${JSON.stringify(values)}`);
  else if (scenario.did && !said.some((entry) => isSaid(scenario, entry))) faults.push(`${path} said ${JSON.stringify(said)}`);
  else if (told !== (scenario.tells ?? []).length) faults.push(`${path}: ${told} of ${scenario.tells} told`);
  else examiner.driven.methods.add(path);
}

story('every method, property and event of Telegram’s client is reached from the program', async (t) => {
  const examiner = await Examiner.open(t, { profile: 'android' });
  /** @type {string[]} */
  const faults = [];
  for (const { path } of methods) {
    const { options, fresh } = methodScenarios[path] ?? {};
    const { stores, ...launch } = options ?? {};
    if (options || fresh) await examiner.relaunch({ ...android, ...launch }, stores);
    await driveMethod(examiner, faults, path);
    if (options || fresh || (await examiner.isGone())) await examiner.relaunch(android);
  }
  for (const [event, { faults: wrong = [], steps }] of Object.entries(eventScenarios)) {
    for (const fault of wrong) await examiner.app.host('setFault', fault, true);
    await examiner.walk(steps);
    await examiner.app.page.waitForTimeout(150);
    await examiner.note();
    for (const fault of wrong) await examiner.app.host('setFault', fault, false);
    if (!examiner.driven.events.has(event)) faults.push(`${event} was never told`);
    if (wrong.length || steps.some(([step]) => step === '>setVisible')) await examiner.relaunch(android);
  }
  const { driven } = examiner;
  const missing = [
    ...methods.filter(({ path }) => !driven.methods.has(path)).map(({ path }) => `${path}()`),
    ...properties.filter(({ path }) => !driven.properties.has(path)).map(({ path }) => path),
    ...events.filter(({ event }) => !driven.events.has(event)).map(({ event }) => `on ${event}`),
  ];
  console.log(`    ${driven.methods.size}/${methods.length} methods, ${driven.properties.size}/${properties.length} properties, ` +
    `${driven.events.size}/${events.length} events`);
  assert.deepEqual({ faults, missing, differences: await examiner.differences() }, { faults: [], missing: [], differences: [] });
});
