// All that is known of Telegram: effects in, events out, as plain objects with the names of src/bridge/codec.h. Never throws;
// answers every request once. Without a client it does by browser means what can be done.

import { createBack } from './back.mjs';
import { createCashier } from './cashier.mjs';
import { createChrome } from './chrome.mjs';
import { askViewport, createDoubts, watchHearing } from './hearing.mjs';
import { createKeeper } from './keeper.mjs';
import { launchParams, word } from './launch.mjs';
import { createPopups } from './popups.mjs';
import { createTelegram } from './telegram.mjs';
import { completeTheme } from './theme.mjs';
import { createWire } from './wire.mjs';

const doublePressMs = 300;
const floorPx = 100;   // A height below is a client's slip, as in wire.mjs.
const impacts = /** @type {Record<string, string>} */ ({ tap: 'light', heavy: 'heavy' });

/** The page around the canvas, and fields while they are edited. @param {Document} document @param {Record<string, string | boolean>} colours */
function paint({ documentElement: { style } }, colours) {
  for (const [key, value] of Object.entries(colours)) if (key !== 'dark') style.setProperty(`--${key}`, String(value));
  style.colorScheme = colours.dark ? 'dark' : 'light';
}

/** @param {any} client @param {Window} window @param {string} url */
function openLink(client, window, url) {
  if (!client) window.open(url, '_blank', 'noopener');
  else if (url.startsWith('https://t.me/')) client.openTelegramLink(url);
  else client.openLink(url);
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

/**
 * @param {{ webApp?: any, window: Window, emit: (event: Record<string, any>) => void }} options webApp: Telegram.WebApp, if its
 *   script came
 */
export function createHost({ webApp, window, emit }) {
  const launch = launchParams(window.location, window);
  // The script runs anywhere; only a client writes launch parameters.
  const script = webApp && (launch.inside || webApp.platform !== 'unknown' || webApp.initData) ? webApp : undefined;
  const client = script || (launch.inside && createWire(window, launch)) || undefined;
  const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');

  /** @param {() => void} action */
  function attempt(action) {
    try {
      action();
    } catch (error) {
      console.warn('kiosk host', error);
    }
  }
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
  const user = client?.initDataUnsafe?.user || launch.user || {};

  const theme = () => completeTheme(client?.themeParams?.bg_color ? client.themeParams : launch.theme, darkScheme.matches);
  /** @param {string} side */
  function inset(side) {
    const sum = [client?.safeAreaInset, client?.contentSafeAreaInset].reduce((total, area) => {
      const value = +word(area?.[side]);
      return total + (value > 0 && value < 400 ? value : 0);
    }, 0);
    return Math.round(sum);
  }
  const insets = () => ({ top: inset('top'), bottom: inset('bottom'), left: inset('left'), right: inset('right') });

  const { tell, known } = createTeller((event) => {
    if (event.on === 'themeChanged') paint(window.document, event.theme);
    emit(event);
  });
  const tellTheme = () => tell('themeChanged', { theme: theme() });
  const tellInsets = () => tell('insetsChanged', { insets: insets() });

  const reconsider = createDoubts(can, (left) => tell('canChanged', { can: left }));

  const chrome = client && createChrome(client, atLeast, attempt);
  const back = can.backButton ? undefined : createBack(window, () => emit({ on: 'backButtonPressed' }));
  const popups = can.popups
    ? createPopups(client, window, (request, confirmed) => emit({ on: 'popupClosed', request, confirmed }),
      () => reconsider({ popups: false }))
    : undefined;

  /** Tests, and people who look for a client's fault. @param {Record<string, any>} message */
  const tellExaminer = (message) => /** @type {any} */ (window).kioskExaminer?.(message);
  const telegram = createTelegram({ client, atLeast, window, emit });
  // The script may have a user left over from the launch before.
  const id = word(launch.user?.id);
  const owner = id && `:${id}`;
  const { keep, takeBack, flush } = createKeeper(window, atLeast('9.0') && client.DeviceStorage, owner);

  /** @param {string} kind */
  function haptic(kind) {
    const device = client.HapticFeedback;
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
    openLink: ({ url }) => openLink(client, window, url),
    ready: () => client?.ready(),
    askCashier: createCashier(/** @type {any} */ (window), client?.initData ?? '', emit),
    callTelegram: telegram.call,
    watchTelegram: telegram.watch,
    reportTelegram: tellExaminer,
    closeApp: () => (client ? client.close() : window.close()),
  };

  function listen() {
    let looks = 3;   // At a collapsed viewport: a client that goes on so is not asked for ever.
    /** @type {[string, () => void][]} */
    const handlers = [
      ['themeChanged', tellTheme],
      ['safeAreaChanged', tellInsets],
      ['contentSafeAreaChanged', tellInsets],
      ['fullscreenChanged', () => {
        tellInsets();
        window.setTimeout(tellInsets, 300);   // iOS tells them late (tma.js #704).
      }],
      ['activated', () => {
        tell('activeChanged', { active: true });
        tellTheme();
      }],
      ['deactivated', () => {
        tell('activeChanged', { active: false });
        flush();
      }],
      ['mainButtonClicked', once(window, () => emit({ on: 'mainButtonPressed' }))],
      ['secondaryButtonClicked', once(window, () => emit({ on: 'secondaryButtonPressed' }))],
      ['backButtonClicked', once(window, () => emit({ on: 'backButtonPressed' }))],
      ['settingsButtonClicked', () => emit({ on: 'settingsButtonPressed' })],
      // iOS does not always expand at the first call (Telegram-iOS #1302).
      ['viewportChanged', () => {
        if (!client.isExpanded) expandOnce();
        if (!(client.viewportHeight < floorPx)) looks = 3;
        else if (looks-- > 0) askViewport(window);
      }],
    ];
    for (const [event, handler] of handlers) attempt(() => client.onEvent(event, handler));
  }
  let expansions = 2;
  function expandOnce() {
    if (expansions-- > 0) attempt(() => client.expand());
  }

  function describe() {
    const startParam = client?.initDataUnsafe?.start_param || launch.startParam;
    return {
      platform: word(client?.platform || launch.platform),
      version: word(client?.version || launch.version),
      language: word(user.language_code) || word(window.navigator.language) || 'en',
      startParam: typeof startParam === 'string' && /^[\w-]{0,512}$/.test(startParam) ? startParam : '',
      launchId: word(launch.launchId),
      user: { id: word(user.id), firstName: word(user.first_name), lastName: word(user.last_name) },
      theme: theme(), insets: insets(), can, active: client?.isActive !== false,
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
      watchHearing(window, (client) => reconsider({ client }));
    },
    /** @param {{ do: string } & Record<string, any>} message */
    perform(message) {
      const effect = effects[message.do];
      if (effect) attempt(() => effect(message));
    },
  };
}
