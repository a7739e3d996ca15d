// All that is known of Telegram: effects in, events out, as plain objects with the names of src/bridge/codec.h. Never throws;
// answers every request once. Without a client it does by browser means what can be done.

import { createBack } from './back.mjs';
import { createCashier } from './cashier.mjs';
import { createChrome } from './chrome.mjs';
import { ask, createDoubts, floorPx, watchHearing } from './hearing.mjs';
import { createKeeper } from './keeper.mjs';
import { launchParams, ownerOf, word } from './launch.mjs';
import { createPopups } from './popups.mjs';
import { createTelegram } from './telegram.mjs';
import { completeTheme } from './theme.mjs';
import { createWire } from './wire.mjs';

const doublePressMs = 300;
const impacts = /** @type {Record<string, 'light' | 'heavy'>} */ ({ tap: 'light', heavy: 'heavy' });

/** The page around the canvas, and fields while they are edited. @param {Document} document @param {Record<string, string | boolean>} colours */
function paint({ documentElement: { style } }, colours) {
  for (const [key, value] of Object.entries(colours)) if (key !== 'dark') style.setProperty(`--${key}`, String(value));
  style.colorScheme = colours.dark ? 'dark' : 'light';
}

/** @typedef {import('./web_app').Client} Client */

/**
 * Begun in the gesture's own task. A web client's frame may be denied the clipboard, but not the older way.
 * @param {Window} window @param {string} text
 */
async function copy({ navigator, document }, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.readOnly = true;   // No keyboard opens for it.
    field.value = text;
    field.select();
    const ok = document.execCommand('copy');
    field.remove();
    return ok;
  }
}

/** Clients repeat themselves on every return (Telegram-Mini-Apps/issues #65). @param {(event: Record<string, any>) => void} emit */
function createTeller(emit) {
  /** @type {Map<string, string>} */
  const told = new Map();
  /** @param {string} on @param {Record<string, any>} fields @returns {boolean} whether it was known */
  function known(on, fields) {
    const text = JSON.stringify(fields);
    const isKnown = told.get(on) === text;
    told.set(on, text);
    return isKnown;
  }
  return {
    known,
    /** @param {string} on @param {Record<string, any>} fields */
    tell: (on, fields) => void (known(on, fields) || emit({ on, ...fields })),
  };
}

/** A second press comes before anybody could read what the button has become. @param {Window} window @param {() => void} press */
function once({ performance }, press) {
  let last = -Infinity;
  return () => {
    const now = performance.now();
    if (now - last > doublePressMs) press();
    last = now;
  };
}

/** @template T @param {() => T} action @returns {T | undefined} nothing where it throws */
function attempt(action) {
  try {
    return action();
  } catch (error) {
    console.warn('kiosk host', error);
  }
}

/** Of the device and of the client's own bars, in CSS pixels. @param {Client | undefined} client */
function insetsOf(client) {
  /** @param {'top' | 'bottom' | 'left' | 'right'} side */
  function inset(side) {
    const sum = [client?.safeAreaInset, client?.contentSafeAreaInset].reduce((total, area) => {
      const value = +word(area?.[side]);
      return total + (value > 0 && value < 400 ? value : 0);
    }, 0);
    return Math.round(sum);
  }
  return { top: inset('top'), bottom: inset('bottom'), left: inset('left'), right: inset('right') };
}

/**
 * Through Telegram's script, else through our own wire; since when it knows what, and what it can do.
 * @param {import('./web_app').WebApp | undefined} webApp @param {ReturnType<typeof launchParams>} launch @param {Window} window
 */
function findClient(webApp, launch, window) {
  // The script runs anywhere; only a client writes launch parameters.
  const script = webApp && (launch.inside || webApp.platform !== 'unknown' || webApp.initData) ? webApp : undefined;
  /** @type {Client | undefined} */
  const client = script || (launch.inside && attempt(() => createWire(window, launch))) || undefined;
  /** @param {string} version */
  function atLeast(version) {
    try {
      return !!client && !!client.isVersionAtLeast(version);
    } catch {
      return false;
    }
  }
  const can = {
    insideTelegram: !!client || launch.inside, bottomButtons: !!client,
    backButton: atLeast('6.1'), popups: atLeast('6.2'), invoices: atLeast('6.1'), inlineQueries: launch.botInline,
  };
  return { client, atLeast, can };
}

/**
 * @param {{ webApp?: import('./web_app').WebApp, window: Window, emit: (event: Record<string, any>) => void }} options
 *   webApp: Telegram.WebApp, if its script came
 */
export function createHost({ webApp, window, emit }) {
  const launch = launchParams(window.location, window);
  const { client, atLeast, can } = findClient(webApp, launch, window);
  const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');
  const user = client?.initDataUnsafe?.user || launch.user || {};

  const theme = () => completeTheme(client?.themeParams?.bg_color ? client.themeParams : launch.theme, darkScheme.matches);
  const insets = () => insetsOf(client);

  const { tell, known } = createTeller((event) => {
    if (event.on === 'themeChanged') paint(window.document, event.theme);
    emit(event);
  });
  const tellTheme = () => tell('themeChanged', { theme: theme() });
  const tellInsets = () => tell('insetsChanged', { insets: insets() });
  const askInsets = () => ['safe_area', 'content_safe_area'].forEach((area) => ask(window, area));

  const reconsider = createDoubts(can, (left) => tell('canChanged', { can: left }));
  const chrome = client && createChrome(client, atLeast, attempt);
  const back = can.backButton ? undefined : createBack(window, () => emit({ on: 'backButtonPressed' }));
  const popups = can.popups
    ? createPopups(/** @type {Client} */ (client), window, (request, confirmed) => emit({ on: 'popupClosed', request, confirmed }),
      () => reconsider({ popups: false }))
    : undefined;

  /** Tests, and people who look for a client's fault. @param {Record<string, any>} message */
  const tellExaminer = (message) => window.kioskExaminer?.(message);
  const telegram = createTelegram({ client, atLeast, window, emit });
  const owner = ownerOf(launch);
  const { keep, takeBack, flush } = createKeeper(window, atLeast('9.0') && /** @type {Client} */ (client).DeviceStorage, owner);

  /** @param {any} kind */
  function haptic(kind) {
    const device = /** @type {Client} */ (client).HapticFeedback;
    if (kind === 'select') device.selectionChanged();
    else if (impacts[kind]) device.impactOccurred(impacts[kind]);
    else device.notificationOccurred(kind);
  }

  /** @type {Record<string, (message: any) => void>} */
  const effects = {
    haptic: ({ kind }) => atLeast('6.1') && haptic(kind),
    ask: (question) => popups?.ask(question),
    setChrome: (wanted) => {
      chrome?.show(wanted);
      back?.show(wanted.backVisible);
    },
    openLink: ({ url }) => window.open(url, '_blank', 'noopener'),
    copyText: ({ text }) => copy(window, text).catch(() => false).then((ok) => emit({ on: 'textCopied', ok })),
    ready: () => client?.ready(),
    askCashier: createCashier(/** @type {any} */ (window), client?.initData ?? '', emit),
    callTelegram: telegram.call,
    watchTelegram: telegram.watch,
    reportTelegram: tellExaminer,
    closeApp: () => (client ? client.close() : window.close()),
  };

  // Who touches the page sees it, whatever the client said last.
  const awake = () => tell('activeChanged', { active: true });
  /** @param {string} on */
  const pressed = (on) => once(window, () => {
    awake();
    emit({ on });
  });

  function listen() {
    /** @type {[string, () => void][]} */
    const handlers = [
      ['themeChanged', tellTheme],
      ['safeAreaChanged', tellInsets],
      ['contentSafeAreaChanged', tellInsets],
      ['fullscreenChanged', () => {
        askInsets();
        window.setTimeout(askInsets, 300);   // iOS knows them late (tma.js #704).
      }],
      ['activated', () => {
        awake();
        tellTheme();
      }],
      ['deactivated', () => {
        tell('activeChanged', { active: false });
        flush();
      }],
      ['mainButtonClicked', pressed('mainButtonPressed')],
      ['secondaryButtonClicked', pressed('secondaryButtonPressed')],
      ['backButtonClicked', pressed('backButtonPressed')],
      ['settingsButtonClicked', () => emit({ on: 'settingsButtonPressed' })],
      // iOS does not always expand at the first call (Telegram-iOS #1302).
      ['viewportChanged', () => {
        const { isExpanded, viewportStableHeight: height } = /** @type {Client} */ (client);
        window.document.documentElement.style.setProperty('--shown', isExpanded || !(height >= floorPx) ? '' : height + 'px');
        if (!isExpanded) expandOnce();
      }],
    ];
    for (const [event, handler] of handlers) attempt(() => /** @type {Client} */ (client).onEvent(event, handler));
  }
  let expansions = 2;
  function expandOnce() {
    if (expansions-- > 0) attempt(() => /** @type {Client} */ (client).expand());
  }

  function describe() {
    const startParam = client?.initDataUnsafe?.start_param || launch.startParam;
    return {
      platform: word(client?.platform || launch.platform),
      version: word(client?.version || launch.version),
      language: word(user.language_code) || word(window.navigator.language) || 'en',
      startParam: typeof startParam === 'string' && /^[\w-]{0,512}$/.test(startParam) ? startParam : '!',   // No link.
      launchId: word(launch.launchId),
      user: { id: word(user.id), firstName: word(user.first_name), lastName: word(user.last_name) },
      theme: theme(), insets: insets(), can, active: client?.isActive !== false, fullscreen: launch.fullscreen,
    };
  }

  return {
    can, owner, keep, takeBack,
    /** Tells the app where it is. Called once, before anything else. */
    start() {
      const seed = window.crypto.getRandomValues(new Uint32Array(2));
      const about = describe();
      known('themeChanged', { theme: about.theme });
      known('insetsChanged', { insets: about.insets });
      known('canChanged', { can });
      known('activeChanged', { active: about.active });
      paint(window.document, about.theme);
      if (client) {
        listen();
        window.addEventListener('pointerdown', awake, true);
        expandOnce();
        if (atLeast('7.7')) attempt(() => client.disableVerticalSwipes());
      } else {
        darkScheme.addEventListener('change', tellTheme);
      }
      emit({
        on: 'started', nowMs: Date.now(),
        seed: [...seed].map((part) => part.toString(16).padStart(8, '0')).join(''),
        telegram: about,
      });
      tellExaminer({ emit });
      attempt(() => watchHearing(window, (client) => reconsider({ client })));
    },
    /** @param {{ do: string } & Record<string, any>} message */
    perform(message) {
      const effect = effects[message.do];
      if (effect) attempt(() => effect(message));
    },
  };
}
