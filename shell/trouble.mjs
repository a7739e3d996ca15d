// The page that says what went wrong, and offers a way on.

/** @param {string} title @param {string} reason */
function show(title, reason) {
  const section = /** @type {HTMLElement} */ (document.getElementById('trouble'));
  section.replaceChildren(Object.assign(document.createElement('h1'), { textContent: title }),
    Object.assign(document.createElement('p'), { textContent: reason }));
  section.hidden = false;
  return section;
}

/** @param {string} title @param {string} reason @param {string} action */
export function sayTrouble(title, reason, action) {
  const button = Object.assign(document.createElement('button'), { textContent: action });
  button.addEventListener('click', () => location.reload());
  show(title, reason).append(button);
}

export function clearTrouble() {
  /** @type {HTMLElement} */ (document.getElementById('trouble')).hidden = true;
}

/** A browser that can't run the app still tells whom to call. @param {string} reason @param {Promise<Uint8Array>} shopFile */
export async function explainNoProgram(reason, shopFile) {
  const section = show('This browser can’t open the shop', reason);
  try {
    const shop = JSON.parse(new TextDecoder().decode(await shopFile));
    /** @type {HTMLElement} */ (section.querySelector('h1')).textContent = String(shop.name);
    link(section, 'Call ' + shop.phone, 'tel:' + String(shop.phone).replace(/[^\d+]/g, ''), shop.phone);
    link(section, 'Open in Telegram', 'https://t.me/' + encodeURIComponent(shop.bot), shop.bot);
  } catch {
    // The reason stands alone.
  }
}

/** @param {HTMLElement} section @param {string} textContent @param {string} href @param {unknown} isThere */
function link(section, textContent, href, isThere) {
  if (isThere) section.append(Object.assign(document.createElement('a'), { textContent, href, className: 'action' }));
}
