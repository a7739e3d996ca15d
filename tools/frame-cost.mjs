// Instructions of one frame of a list, counted by callgrind: a list of 10,000 rows must cost what one of 100 does.
//
//   node tools/frame-cost.mjs build/release/kiosk_frame_cost
import { spawnSync } from 'node:child_process';

const program = process.argv[2];
const [few, many] = [100, 10_000];
const [short, long] = [50, 150];
const tolerance = 0.1;

/** @param {number} rows @param {number} frames */
function instructions(rows, frames) {
  const args = ['--tool=callgrind', '--callgrind-out-file=/dev/null', program, String(rows), String(frames)];
  const { stderr, status } = spawnSync('valgrind', args, { encoding: 'utf8' });
  const counted = /Collected\s*:\s*(\d+)/.exec(stderr ?? '');
  if (status !== 0 || !counted) throw new Error(`valgrind: ${stderr}`);
  return Number(counted[1]);
}
// What starting costs falls out of the difference.
const perFrame = (/** @type {number} */ rows) => (instructions(rows, long) - instructions(rows, short)) / (long - short);

const [small, large] = [perFrame(few), perFrame(many)];
console.log(`${few} rows: ${Math.round(small)} instructions a frame`);
console.log(`${many} rows: ${Math.round(large)} instructions a frame (${((large / small - 1) * 100).toFixed(2)} %)`);
process.exitCode = Math.abs(large / small - 1) <= tolerance ? 0 : 1;
