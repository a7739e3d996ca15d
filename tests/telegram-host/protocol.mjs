/**
 * A Telegram client as a Mini App sees it, without a screen: it receives the app's messages, keeps the state a person
 * would see, and sends the events a client of the chosen profile, version and faults would send. It owns no clock and
 * no page: both come in through the port, so the same object runs in the host page, in Node's tests and under a
 * simulated clock. A message that the client does not know, is too old for, or has no handler for is noted in the log
 * and otherwise ignored, as real clients do.
 */
import { frameActions, settingActions, userActions } from './actions.mjs';
import { chromeHandlers, relayout } from './handlers-chrome.mjs';
import { deviceHandlers, stopSensors } from './handlers-device.mjs';
import { dialogActions, dialogHandlers } from './handlers-dialogs.mjs';
import { storageHandlers } from './handlers-storage.mjs';
import { hostileEvents, withFaults } from './faults.mjs';
import { badArgument, compareVersions, findMessage } from './messages.mjs';
import { profileNamed, themeNamed } from './profiles.mjs';

/** @typedef {import('./types').ClientOptions} ClientOptions */
/** @typedef {import('./types').Context} Context */
/** @typedef {import('./types').Handler} Handler */
/** @typedef {import('./types').LogEntry} LogEntry */
/** @typedef {import('./types').Port} Port */
/** @typedef {import('./types').State} State */

/** @type {Record<string, Handler>} */
const handlers = { ...chromeHandlers, ...dialogHandlers, ...storageHandlers, ...deviceHandlers };

const tapWindowMs = 10_000;
const swapWaitMs = 250;
const logLimit = 5000;
const noInset = { top: 0, bottom: 0, left: 0, right: 0 };

/** @returns {import('./types').Stores} */
export const emptyStores = () => ({ cloud: {}, device: {}, secure: {}, restorable: {} });

/** @param {string} text @param {string} color @returns {import('./types').BottomButton} */
const bottomButton = (text, color) => ({
  isVisible: false,
  isActive: true,
  isProgressVisible: false,
  text,
  color,
  textColor: '#ffffff',
  hasShineEffect: false,
  iconCustomEmojiId: '',
});

/** @param {ClientOptions} options @returns {State} */
function initialState(options) {
  const name = options.profile ?? 'android';
  const profile = profileNamed(name);
  const version = options.version ?? '8.0';
  return {
    profile: name,
    platform: options.platform ?? profile.platform,
    version,
    chrome: profile.chrome,
    frame: options.frame ?? { width: 390, height: 844, statusBar: true },
    booted: false,
    iframeReady: false,
    ready: false,
    expanded: options.mode !== 'compact',
    fullscreen: options.mode === 'fullscreen' && compareVersions(version, '8.0') >= 0,
    visible: true,
    keyboard: false,
    viewportHeight: null,
    orientationLocked: false,
    verticalSwipes: true,
    closingConfirmation: false,
    closed: null,
    scheme: options.theme ?? 'light',
    themeParams: options.themeParams ?? themeNamed(name, options.theme ?? 'light'),
    header: { colorKey: 'bg_color', color: '' },
    backgroundColor: '',
    bottomBarColor: '',
    mainButton: bottomButton('Continue', '#2481cc'),
    secondaryButton: { ...bottomButton('Cancel', '#ffffff'), position: 'left' },
    backButton: { isVisible: false },
    settingsButton: { isVisible: false },
    viewport: { width: 0, height: 0, isStable: true },
    safeArea: noInset,
    contentSafeArea: noInset,
    popup: null,
    qr: null,
    invoice: null,
    prompt: null,
    biometry: { accessRequested: false, accessGranted: false, token: '', deviceId: 'kiosk-test-device' },
    location: { accessRequested: false, accessGranted: false },
    homeScreen: false,
    sensors: { accelerometer: null, device_orientation: null, gyroscope: null },
    lastHaptic: '',
    sentData: null,
    faults: [...(options.faults ?? [])],
    silent: [...(options.silent ?? [])],
  };
}

/** What a client forgets when the page loads anew. @param {Context} context */
function forgetPage(context) {
  const { state } = context;
  const first = initialState(context.options);
  stopSensors(context);
  context.waitingPopups = [];
  Object.assign(state, {
    ...pick(first, [
      'booted',
      'iframeReady',
      'ready',
      'closingConfirmation',
      'verticalSwipes',
      'header',
      'backgroundColor',
    ]),
    ...pick(first, ['bottomBarColor', 'mainButton', 'secondaryButton', 'backButton', 'settingsButton']),
    ...pick(first, ['popup', 'qr', 'invoice', 'prompt']),
  });
  relayout(context, 'launch');
  context.changed();
}

/** @param {Record<string, any>} object @param {string[]} keys */
const pick = (object, keys) => Object.fromEntries(keys.map((key) => [key, object[key]]));

/** The one sender: applies the faults that concern every event. */
class Sender {
  /** @param {Context} context @param {(entry: Omit<LogEntry, 'n' | 'atMs'>) => unknown} record */
  constructor(context, record) {
    this.context = context;
    this.record = record;
    /** @type {Array<() => void>} */
    this.held = [];
    this.hostileTurn = 0;
  }

  /** @param {string} eventType @param {any} eventData */
  send(eventType, eventData) {
    const { context } = this;
    if (context.state.closed || !context.behaviour.samePage) {
      const reason = context.state.closed ? 'not sent: the app is closed' : 'not sent: origin protection';
      this.record({ from: 'note', eventType, eventData, note: reason });
      return;
    }
    this.record({ from: 'host', eventType, eventData, note: '' });
    context.port.deliver(eventType, eventData);
  }

  /** @param {string} message @param {string} eventType @param {any} eventData */
  answer(message, eventType, eventData) {
    const { context } = this;
    if (context.state.silent.includes(message)) {
      this.record({ from: 'note', eventType, eventData, note: `not sent: ${message} is set never to be answered` });
      return;
    }
    const deliver = () => {
      this.send(eventType, eventData);
      if (context.behaviour.answerTwice) this.send(eventType, eventData);
    };
    const late = () => this.inOrder(eventData, deliver);
    if (context.behaviour.answerDelayMs > 0) context.port.later(context.behaviour.answerDelayMs, late);
    else late();
  }

  /**
   * Holds an answer with an id back until the next one has gone, when answers are to swap.
   * @param {any} data @param {() => void} go
   */
  inOrder(data, go) {
    const swaps = this.context.behaviour.answerOrder === 'swapped' && data && data.req_id !== undefined;
    if (!swaps) {
      go();
    } else if (this.held.length === 0) {
      this.held.push(go);
      this.context.port.later(swapWaitMs, () => this.release());
    } else {
      go();
      this.release();
    }
  }

  release() {
    for (const go of this.held.splice(0)) go();
  }

  hostile() {
    const [eventType, eventData] = hostileEvents[this.hostileTurn % hostileEvents.length];
    this.hostileTurn += 1;
    this.send(eventType, eventData);
  }
}

/** @param {ClientOptions} options @param {Port} port @param {(entry: Omit<LogEntry, 'n' | 'atMs'>) => unknown} record */
function makeContext(options, port, record) {
  const state = initialState(options);
  const profile = profileNamed(state.profile);
  /** @type {Context} */
  const context = {
    state,
    profile,
    behaviour: withFaults(profile.behaviour, state.faults),
    stores: options.stores ?? emptyStores(),
    options,
    clipboard: options.clipboard ?? 'KIOSK10',
    readings: {},
    lastTapMs: -Infinity,
    overrides: { safe: null, content: null },
    hearing: null,
    waitingPopups: [],
    popupOpens: [],
    prompts: { kind: '', count: 0, blockedUntilMs: -Infinity },
    timers: new Map(),
    contactSharedAt: -1,
    lastStoryMs: -Infinity,
    port,
    emit: (eventType, eventData) => sender.send(eventType, eventData),
    answer: (message, eventType, eventData) => sender.answer(message, eventType, eventData),
    note(eventType, text) {
      if (context.hearing) context.hearing.note = text;
      record({ from: 'note', eventType, eventData: undefined, note: text });
    },
    close(reason, returnBack = false) {
      if (state.closed) return;
      stopSensors(context);
      state.closed = { reason, returnBack };
      Object.assign(state, { popup: null, qr: null, invoice: null, prompt: null });
      record({ from: 'note', eventType: 'closed', eventData: { reason }, note: `closed: ${reason}` });
      port.effect('closed', state.closed);
      port.changed();
    },
    changed: () => port.changed(),
    relayout: (reason) => relayout(context, reason),
  };
  const sender = new Sender(context, record);
  return { context, sender };
}

/**
 * Why a message goes no further, or null.
 * @param {Context} context @param {string} name @param {any} data @param {string} [origin]
 */
function refusal(context, name, data, origin) {
  const { behaviour, options, state } = context;
  const spec = findMessage(name);
  if (state.closed) return 'dropped: the app is closed';
  if (!behaviour.samePage || (origin !== undefined && options.origin !== undefined && origin !== options.origin)) {
    return 'dropped: origin protection';
  }
  if (!spec) return 'ignored: no client knows this message';
  if (compareVersions(state.version, spec.since) < 0) return `ignored: this client is older than ${spec.since}`;
  if (behaviour.ignores.includes(name)) return `ignored: ${context.profile.title} has no handler`;
  if (behaviour.maxPayloadBytes > 0 && JSON.stringify(data ?? '').length > behaviour.maxPayloadBytes) {
    return 'dropped: the payload is above 1 MiB';
  }
  if (behaviour.tapGuarded.includes(name) && context.port.now() - context.lastTapMs > tapWindowMs) {
    return 'ignored: no tap in the last 10 s';
  }
  return null;
}

/** @param {Context} context @param {string} name @param {any} data @param {string} [origin] */
function dispatch(context, name, data, origin) {
  const refused = refusal(context, name, data, origin);
  if (refused) {
    context.note(name, refused);
    return;
  }
  const spec = /** @type {import('./types').MessageSpec} */ (findMessage(name));
  const missing = badArgument(spec, data);
  if (missing) {
    context.note(name, `malformed: ${missing} is missing or of the wrong type`);
    if (context.behaviour.badArguments === 'close') context.close('bad-arguments');
    return;
  }
  handlers[name](context, data);
}

/** @param {ClientOptions} options @param {Partial<Port>} [given] what of the port the caller provides */
export function createClient(options = {}, given = {}) {
  /** @type {LogEntry[]} */
  const log = [];
  /** @type {Port} */
  const port = {
    deliver: () => {},
    effect: () => {},
    changed: () => {},
    now: () => 0,
    later: () => () => {},
    ...given,
  };
  const record = (/** @type {Omit<LogEntry, 'n' | 'atMs'>} */ entry) => {
    const logged = { n: (log.at(-1)?.n ?? 0) + 1, atMs: port.now(), ...entry };
    log.push(logged);
    if (log.length > logLimit) log.shift();
    return logged;
  };
  const { context, sender } = makeContext(options, port, record);
  relayout(context, 'launch');
  return {
    context,
    /** @returns {State} a copy */
    state: () => structuredClone(context.state),
    log: () => log.slice(),
    clearLog: () => void log.splice(0),
    behaviour: () => context.behaviour,
    stores: () => context.stores,
    /** @param {{ eventType: string, eventData?: any }} message @param {string} [origin] */
    receive({ eventType, eventData }, origin) {
      if (eventType === 'iframe_ready' && context.state.iframeReady) forgetPage(context);
      context.hearing = record({ from: 'app', eventType, eventData, note: '' });
      context.state.booted = true;
      if (eventType === 'web_app_ready') context.state.ready = true;
      dispatch(context, eventType, eventData, origin);
      context.hearing = null;
      if (context.behaviour.hostileEvents && !context.state.closed) sender.hostile();
      context.changed();
    },
    /** The page was loaded anew. */
    pageReloaded: () => forgetPage(context),
    ...userActions(context),
    ...settingActions(context),
    ...frameActions(context),
    ...dialogActions(context),
  };
}

/** @typedef {ReturnType<typeof createClient>} Client */
