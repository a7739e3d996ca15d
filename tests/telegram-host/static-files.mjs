/**
 * A folder served the way a static CDN serves it: content types, ready-made .br and .gz by Accept-Encoding, strong
 * ETags, one-year caching for files whose name carries a content hash, `no-cache` for pages, 404 for the rest. Nothing
 * outside the folder is reachable.
 */
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

const encodings = [
  { token: 'br', suffix: '.br' },
  { token: 'gzip', suffix: '.gz' },
];

const hashedName = /[.-](?=[0-9a-f]*\d)[0-9a-f]{8,64}\.[a-z0-9.]+$/;

/** @param {string} path */
export const contentType = (path) => types[extname(path)] ?? 'application/octet-stream';

/** @param {string} path */
export const cacheControl = (path) => (hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');

/** @param {Buffer} bytes */
export const etagOf = (bytes) => `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;

/** Which of the codings a client accepts, best first. @param {string | undefined} header @returns {string[]} */
export function acceptedEncodings(header) {
  const accepted = (header ?? '').split(',').map((part) => {
    const [token, ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
    return weight && Number(weight.split('=')[1]) === 0 ? '' : token.trim();
  });
  return encodings.filter(({ token }) => accepted.includes(token) || accepted.includes('*')).map(({ token }) => token);
}

/**
 * The real path of a file inside `root`, or null: for what is missing, is a folder, or lies outside (dots, links).
 * @param {string} root @param {string} urlPath decoded, begins with a slash
 */
export async function locate(root, urlPath) {
  if (urlPath.includes('\0') || urlPath.includes('\\')) return null;
  const asked = resolve(root, `.${urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath}`);
  try {
    const [folder, file] = await Promise.all([realpath(root), realpath(asked)]);
    if (!file.startsWith(folder + sep) || !(await stat(file)).isFile()) return null;
    return file;
  } catch {
    return null;
  }
}

/**
 * @param {string} file @param {string | undefined} acceptEncoding
 * @returns {Promise<{ body: Buffer, encoding: string }>} the best ready-made form
 */
export async function readEncoded(file, acceptEncoding) {
  const accepted = acceptedEncodings(acceptEncoding);
  for (const { token, suffix } of encodings) {
    if (!accepted.includes(token)) continue;
    try {
      return { body: await readFile(file + suffix), encoding: token };
    } catch {
      continue;
    }
  }
  return { body: await readFile(file), encoding: '' };
}

/** @param {string} folder @param {string} urlPath @param {string | undefined} acceptEncoding */
export async function staticAnswer(folder, urlPath, acceptEncoding) {
  const file = await locate(folder, urlPath);
  if (!file) return null;
  const { body, encoding } = await readEncoded(file, acceptEncoding);
  /** @type {Record<string, string>} */
  const headers = {
    'Content-Type': contentType(file),
    'Cache-Control': cacheControl(file),
    'Vary': 'Accept-Encoding',
    'ETag': etagOf(body),
  };
  if (encoding) headers['Content-Encoding'] = encoding;
  return { status: 200, headers, body, file };
}
