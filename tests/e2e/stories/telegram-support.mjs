// docs/telegram-support.md through the bundle as it ships: each method on each client, with every silence ended by its limit.
import assert from 'node:assert/strict';
import { methods } from '../../js/manifest.mjs';
import { methodScenarios } from '../../js/telegram_scenarios.mjs';
import { documentedVerdicts, profiles, verdictOf } from '../../js/telegram_support.mjs';
import { Examiner } from '../support/examiner.mjs';
import { story } from '../support/harness.mjs';

/** @param {Examiner} examiner @param {string} path */
async function measure(examiner, path) {
  const { did } = methodScenarios[path];
  const from = (await examiner.app.host('log')).at(-1)?.n ?? 0;
  const answer = await examiner.drive(path);
  const notes = (await examiner.app.host('log', did)).filter((/** @type {any} */ { n, from: who }) => n > from && who === 'note');
  return verdictOf(answer, !!did && notes.some((/** @type {any} */ { note }) => note.startsWith('ignored')));
}

for (const profile of profiles) {
  story(`each method ends on ${profile} as docs/telegram-support.md says`, async (t) => {
    const launch = { profile, version: '9.6', transport: 'native', botInline: true, showSettings: true };
    const examiner = await Examiner.open(t, { profile });
    examiner.isHolding = true;
    /** @type {Map<string, string>} */
    const measured = new Map();
    for (const { path } of methods) {
      const { options, fresh } = methodScenarios[path];
      const { stores, ...more } = options ?? {};
      if (options || fresh) await examiner.relaunch({ ...launch, ...more }, stores);
      measured.set(path, await measure(examiner, path).catch((error) => error.message));
      if (options || fresh || (await examiner.isGone())) await examiner.relaunch(launch);
    }

    assert.deepEqual(measured, documentedVerdicts(profile));
  });
}
