// The JSON Schema of the shop file: the sample is valid, and the schema refuses what the app refuses, as far as a schema can
// say it. tests/unit/wire/shop_edits_test.cpp is the decoder's half.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const sample = read('assets/shops/burger-bar.json');
const edits = read('tests/support/shop_edits.json');
// strictTypes wants a type beside every keyword, also in if/then, where it would say nothing.
const validate = new Ajv2020({ strictTypes: false }).compile(read('assets/shops/shop.schema.json'));

/** The sample after one edit: a JSON pointer and a new value, or only the pointer.
 * @param {unknown[]} edit */
function edited(edit) {
    const shop = structuredClone(sample);
    const steps = String(edit[0]).split('/').slice(1);
    const last = String(steps.pop());
    const parent = steps.reduce((value, step) => value[step], shop);
    if (edit.length === 1) delete parent[last];
    else parent[last] = edit[1];
    return shop;
}

test('the sample is valid', () => {
    validate(sample);
    assert.deepEqual(validate.errors, null);
});

for (const [list, expected] of [['refused_by_both', false], ['refused_by_the_app', true], ['accepted', true]]) {
    test(`edits ${list} are ${expected ? 'valid' : 'invalid'} by the schema`, () => {
        const surprising = edits[String(list)].filter((/** @type {unknown[]} */ edit) => validate(edited(edit)) !== expected);
        assert.deepEqual(surprising, []);
    });
}
