/**
 * SHA-256 and HMAC over bytes, so that initData can be signed in any page: WebCrypto is missing where the host page is
 * opened over plain http from a real phone in the local network. For test data only; checked against published vectors
 * in the tests.
 */

const roundConstants = fractions(64, 1 / 3);
const initialState = fractions(8, 1 / 2);

/** First 32 bits of the fractional parts of roots of the first primes. @param {number} count @param {number} power */
function fractions(count, power) {
  const words = [];
  for (let candidate = 2; words.length < count; candidate += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) prime = prime && candidate % divisor !== 0;
    if (prime) words.push(((candidate ** power % 1) * 2 ** 32) | 0);
  }
  return words;
}

/** @param {number} word @param {number} bits */
const rotate = (word, bits) => (word >>> bits) | (word << (32 - bits));

/** @param {Uint8Array} message */
function padded(message) {
  const bytes = new Uint8Array(((message.length + 72) >> 6) << 6);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, message.length << 3);
  return view;
}

/** @param {DataView} view @param {number} start */
function schedule(view, start) {
  const words = new Int32Array(64);
  for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(start + i * 4);
  for (let i = 16; i < 64; i += 1) {
    const a = words[i - 15];
    const b = words[i - 2];
    const small0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const small1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    words[i] = words[i - 16] + small0 + words[i - 7] + small1;
  }
  return words;
}

/** @param {Uint8Array} message @returns {Uint8Array} */
export function sha256(message) {
  const view = padded(message);
  const state = Int32Array.from(initialState);
  for (let start = 0; start < view.byteLength; start += 64) {
    const words = schedule(view, start);
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const first = (h + big1 + ((e & f) ^ (~e & g)) + roundConstants[i] + words[i]) | 0;
      const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, index) => {
      state[index] += word;
    });
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => digest.setInt32(index * 4, word));
  return new Uint8Array(digest.buffer);
}

/** @param {Uint8Array} key at most 64 bytes or hashed down @param {Uint8Array} message @returns {Uint8Array} */
export function hmacSha256(key, message) {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha256(key) : key);
  const join = (/** @type {number} */ mask, /** @type {Uint8Array} */ tail) => {
    const bytes = new Uint8Array(64 + tail.length);
    block.forEach((byte, index) => {
      bytes[index] = byte ^ mask;
    });
    bytes.set(tail, 64);
    return bytes;
  };
  return sha256(join(0x5c, sha256(join(0x36, message))));
}

/** @param {Uint8Array} bytes */
export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
