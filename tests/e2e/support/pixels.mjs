/** Pictures as numbers: Chromium's screenshots (8 bit RGB or RGBA, not interlaced) decoded and compared, and pictures made up. */
import { deflateSync, inflateSync } from 'node:zlib';

/** @typedef {{ width: number, height: number, rgba: Uint8Array }} Pixels */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/** @param {Buffer} png @returns {{ width: number, height: number, channels: number, body: Buffer }} */
function unpack(png) {
    const channels = png[25] === 6 ? 4 : 3;
    if (png[24] !== 8 || (png[25] !== 2 && png[25] !== 6) || png[28] !== 0) throw new Error('not a picture of this kind');
    const parts = [];
    for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
        if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
    return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), channels, body: inflateSync(Buffer.concat(parts)) };
}

/** @param {number} left @param {number} up @param {number} corner */
function paeth(left, up, corner) {
    const guess = left + up - corner;
    const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
    return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** @param {Buffer} png @returns {Pixels} */
export function decodePng(png) {
    const { width, height, channels, body } = unpack(png);
    const pitch = width * channels;
    let above = new Uint8Array(pitch);
    const rgba = new Uint8Array(width * height * 4).fill(255);
    for (let y = 0; y < height; y += 1) {
        const filter = body[y * (pitch + 1)];
        const row = new Uint8Array(body.subarray(y * (pitch + 1) + 1, (y + 1) * (pitch + 1)));
        for (let i = 0; i < pitch; i += 1) {
            const left = i < channels ? 0 : row[i - channels];
            const corner = i < channels ? 0 : above[i - channels];
            row[i] += [0, left, above[i], (left + above[i]) >> 1, paeth(left, above[i], corner)][filter];
        }
        for (let x = 0; x < width; x += 1) {
            for (let c = 0; c < channels; c += 1) rgba[(y * width + x) * 4 + c] = row[x * channels + c];
        }
        above = row;
    }
    return { width, height, rgba };
}

/** @param {Buffer} bytes */
function crc32(bytes) {
    let crc = ~0;
    for (const byte of bytes) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
}

/** @param {string} kind @param {Buffer} content */
function chunk(kind, content) {
    const out = Buffer.alloc(content.length + 12);
    out.writeUInt32BE(content.length);
    out.write(kind, 4, 'latin1');
    content.copy(out, 8);
    out.writeUInt32BE(crc32(out.subarray(4, -4)), content.length + 8);
    return out;
}

/** A picture of even fields. @param {number} width @param {number} height @param {number[][][]} rows of fields' RGB */
export function encodePng(width, height, rows) {
    const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);   // 8 bit, of a palette.
    header.writeUInt32BE(width);
    header.writeUInt32BE(height, 4);
    const line = (/** @type {number} */ y) => {
        const row = Math.floor((y * rows.length) / height);
        const before = rows.slice(0, row).flat().length;
        const out = Buffer.alloc(width + 1);
        for (let x = 0; x < width; x += 1) out[x + 1] = before + Math.floor((x * rows[row].length) / width);
        return out;
    };
    const first = rows.map((_, row) => line(Math.ceil((row * height) / rows.length)));
    const body = deflateSync(Buffer.concat(Array.from({ length: height }, (_, y) => first[Math.floor((y * rows.length) / height)])));
    const palette = Buffer.from(rows.flat(2));
    return Buffer.concat([
        Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0)),
    ]);
}

/** @param {Pixels} picture @param {number} x @param {number} y @returns {number[]} RGB */
export const pixelAt = ({ width, rgba }, x, y) => [...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];

/** @param {Pixels} picture @param {Box} box @returns {Pixels} */
export function crop(picture, box) {
    const rgba = new Uint8Array(box.width * box.height * 4);
    for (let y = 0; y < box.height; y += 1) {
        const from = ((box.y + y) * picture.width + box.x) * 4;
        rgba.set(picture.rgba.subarray(from, from + box.width * 4), y * box.width * 4);
    }
    return { width: box.width, height: box.height, rgba };
}

/** How far two pictures of one size are apart, 0 to 1: the mean over all pixels and colours. @param {Pixels} a @param {Pixels} b */
export function meanDifference(a, b) {
    if (a.width !== b.width || a.height !== b.height) return 1;
    let sum = 0;
    for (let i = 0; i < a.rgba.length; i += 1) sum += Math.abs(a.rgba[i] - b.rgba[i]);
    return sum / (a.width * a.height * 3 * 255);
}

/** The smallest box with everything that differs from the first pixel, or null. @param {Pixels} picture @returns {Box | null} */
export function inkBox({ width, height, rgba }) {
    let [left, top, right, bottom] = [width, height, -1, -1];
    for (let at = 0; at < width * height; at += 1) {
        const apart = [0, 1, 2].some((c) => Math.abs(rgba[at * 4 + c] - rgba[c]) > 12);
        if (!apart) continue;
        left = Math.min(left, at % width);
        right = Math.max(right, at % width);
        top = Math.min(top, Math.floor(at / width));
        bottom = Math.max(bottom, Math.floor(at / width));
    }
    return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
