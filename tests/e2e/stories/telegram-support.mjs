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
  const mark = await examiner.prepare(path);
  const answer = await examiner.ask(path);
  const notes = did ? await examiner.saidSince(mark, did, 'note') : [];
  return verdictOf(path, answer, notes.some(({ note }) => note.startsWith('ignored')), examiner.fallbacks.get(path) ?? -1);
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
