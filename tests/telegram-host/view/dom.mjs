/** A small way to build elements, and the few icons the page draws. */

/**
 * @param {string} tag with classes, such as `button.pill`
 * @param {Record<string, any>} [attributes] `on` holds listeners; null and false leave an attribute out
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'on') for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? '' : String(value));
  }
  if (name === 'button' && !('type' in attributes)) element.setAttribute('type', 'button');
  element.append(...children);
  return element;
}

/** @param {string} inner */
const filled = (inner) => `<g fill="currentColor" stroke="none">${inner}</g>`;

const dots = (/** @type {Array<[number, number]>} */ ...places) =>
  filled(places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="1.9"/>`).join(''));

const bun = 'M4 10.5C4 6.9 7.6 5 12 5s8 1.9 8 5.5zM4 16h16c0 2-1.3 3-3.2 3H7.2C5.3 19 4 18 4 16z';
const rays = 'M12 3v3m0 12v3M3 12h3m12 0h3M5.6 5.6l2.2 2.2m8.4 8.4l2.2 2.2m0-12.8l-2.2 2.2m-8.4 8.4l-2.2 2.2';
const sheetBehind = 'M16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2';

/** @type {Record<string, string>} */
const shapes = {
  close: '<path d="M6 6l12 12M18 6L6 18"/>',
  back: '<path d="M20 12H5m6-7l-7 7 7 7"/>',
  chevron: '<path d="M15 4.5L7.5 12l7.5 7.5"/>',
  more: dots([12, 5], [12, 12], [12, 19]),
  dots: dots([5.5, 12], [12, 12], [18.5, 12]),
  settings: `<circle cx="12" cy="12" r="3"/><path d="${rays}"/>`,
  reload: '<path d="M20 12a8 8 0 1 1-2.4-5.7M20 4v5h-5"/>',
  minimise: '<path d="M6 9l6 6 6-6"/>',
  expand: '<path d="M6 15l6-6 6 6"/>',
  sliders: '<path d="M4 7h10m4 0h2M4 17h2m4 0h10"/><circle cx="16" cy="7" r="2"/><circle cx="8" cy="17" r="2"/>',
  vibrate: '<rect x="8" y="4" width="8" height="16" rx="2"/><path d="M4 9v6M20 9v6"/>',
  copy: `<rect x="8" y="8" width="12" height="12" rx="2"/><path d="${sheetBehind}"/>`,
  trash: '<path d="M5 7h14M10 7V5h4v2m-7 0l1 13h8l1-13"/>',
  fullscreen: '<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/>',
  burger: filled(`<path d="${bun}"/><rect x="3.4" y="12" width="17.2" height="2.4" rx="1.2"/>`),
};

/** @param {string} name */
export function icon(name) {
  const holder = document.createElement('span');
  holder.className = 'icon';
  holder.setAttribute('aria-hidden', 'true');
  holder.innerHTML =
    '<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" ' +
    `stroke-linecap="round" stroke-linejoin="round">${shapes[name]}</svg>`;
  return holder;
}

/** @param {string} selector @returns {HTMLElement} */
export const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

/**
 * Changes an element's children only when their description changed; a list inside stays scrolled where it was.
 * @param {HTMLElement} element
 * @param {any} key
 * @param {() => Array<Node | string>} build
 */
export function refill(element, key, build) {
  const text = JSON.stringify(key);
  if (element.dataset.key === text) return;
  const scrolled = element.querySelector('.scroll')?.scrollTop ?? 0;
  element.dataset.key = text;
  element.replaceChildren(...build());
  const list = element.querySelector('.scroll');
  if (list) list.scrollTop = scrolled;
}
