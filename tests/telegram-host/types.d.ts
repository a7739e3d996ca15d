/** Shapes that the host's modules share; JSDoc refers to them. */
export interface MessageSpec {
  id: string;
  name: string;
  since: string;
  answers: string[];
  needs: Record<string, string>;
}

export interface Inset {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Behaviour {
  nativeTransport: 't1' | 't3';
  receiver: 'Telegram.WebView' | 'TelegramGameProxy';
  payloadForm: 'json' | 'literal';
  emptyPayload: 'null' | 'omit';
  viewport: 'real' | 'expanded' | 'stable' | 'inner-height';
  viewportAnswer: 'yes' | 'silent';
  viewportOnButtons: boolean;
  viewportHeight: 'real' | 'one' | 'zero' | 'unstable';
  safeAreas: 'real' | 'zero';
  safeAreaDelayMs: number;
  popupDismissed: 'empty-object' | 'id-missing' | 'no-payload' | 'silent';
  popupSecond: 'ignore' | 'close-at-once' | 'queue';
  popupCooldown: boolean;
  promptBlock: boolean;
  qr: 'native' | 'no-event' | 'denied';
  clipboard: 'tap-window' | 'attachment-only' | 'no-data' | 'null' | 'no-handler';
  biometry: 'finger' | 'face' | 'unavailable';
  biometryAgain: 'answer' | 'ask';
  location: 'yes' | 'unavailable' | 'silent';
  locationCheck: 'yes' | 'silent';
  sensors: 'yes' | 'unsupported';
  clampRefreshRate: boolean;
  homeScreen: 'missed' | 'unsupported' | 'fails';
  deviceStorage: 'yes' | 'unsupported' | 'silent';
  secureStorage: 'yes' | 'unsupported' | 'silent';
  cloudStorage: 'yes' | 'invalid' | 'silent';
  fullscreen: 'yes' | 'silent' | 'unsupported';
  fullscreenAgain: 'already' | 'silent' | 'changed';
  story: 'yes' | 'throttled' | 'box';
  closingConfirmation: 'both' | 'set-only';
  invoiceSecond: 'cancelled' | 'open';
  invoiceCancelled: 'answer' | 'silent' | 'also-after-paid';
  requestChat: 'yes' | 'silent';
  download: 'asks' | 'not-approved';
  badArguments: 'ignore' | 'close';
  tgLinkCloses: boolean;
  reload: 'evaluate' | 'navigate' | 'ask' | 'navigate-after-500ms';
  minimise: 'keep' | 'destroy';
  tapGuarded: string[];
  ignores: string[];
  maxPayloadBytes: number;
  answerDelayMs: number;
  answerTwice: boolean;
  answerOrder: 'asked' | 'swapped';
  theme: 'full' | 'two-keys' | 'signed-integers' | 'only-when-asked';
  initData: 'signed' | 'empty' | 'expired' | 'forged';
  startParam: 'given' | 'lost';
  sessionStorage: 'fresh' | 'leftovers';
  samePage: boolean;
  earlyEvents: boolean;
  hostileEvents: boolean;
  reloadEveryMs: number;
}

export interface Chrome {
  header: number;
  statusBar: number;
  homeIndicator: number;
  style: string;
}

export interface Profile {
  title: string;
  platform: string;
  palette: string;
  chrome: Chrome;
  insets: { safe: Inset; safeFullscreen: Inset; contentFullscreen: Inset };
  behaviour: Behaviour;
  sandbox: string;
}

export interface Fault {
  name: string;
  about: string;
  set: Partial<Behaviour>;
}

export type LaunchKind = 'menu' | 'direct-link' | 'keyboard' | 'inline-button' | 'attachment';

export interface LaunchOptions {
  profile?: string;
  version?: string;
  platform?: string;
  theme?: string;
  themeParams?: Record<string, string>;
  startParam?: string;
  lang?: string;
  names?: string;
  user?: Record<string, unknown>;
  kind?: LaunchKind;
  mode?: 'full' | 'compact' | 'fullscreen';
  showSettings?: boolean;
  botInline?: boolean;
  debug?: boolean;
  defaultColors?: Record<string, string>;
  initData?: string;
  initDataForm?: string;
  token?: string;
  faults?: string[];
  silent?: string[];
  transport?: 't1' | 't3' | 'native';
  size?: string;
  /** `cross` serves the app from another site, where many browsers forbid it any storage. */
  site?: 'same' | 'cross';
  url?: string;
  query?: string;
  leftovers?: Record<string, unknown>;
  chrome?: boolean;
  waitFor?: 'iframe_ready' | 'ready' | 'none';
  timeoutMs?: number;
}

export interface BottomButton {
  isVisible: boolean;
  isActive: boolean;
  isProgressVisible: boolean;
  text: string;
  color: string;
  textColor: string;
  hasShineEffect: boolean;
  iconCustomEmojiId: string;
  position?: string;
}

export interface PopupButton {
  id: string;
  type: string;
  text: string;
}

export interface Popup {
  title: string;
  message: string;
  buttons: PopupButton[];
}

export interface Prompt {
  kind: string;
  message: string;
  title: string;
  text: string;
  accept: string;
  decline: string;
  detail: any;
}

export interface LogEntry {
  n: number;
  atMs: number;
  from: 'app' | 'host' | 'note';
  eventType: string;
  eventData: any;
  /** Of a message of the app: why it was dropped, or nothing. */
  note: string;
}

export interface Layout {
  sheetTop: number;
  statusBar: number;
  header: number;
  top: number;
  width: number;
  height: number;
  bar: number;
  keyboard: number;
  homeIndicator: number;
}

export interface Stores {
  cloud: Record<string, string>;
  device: Record<string, string>;
  secure: Record<string, string>;
  restorable: Record<string, string>;
}

export interface State {
  profile: string;
  platform: string;
  version: string;
  chrome: Chrome;
  frame: { width: number; height: number; statusBar: boolean };
  booted: boolean;
  iframeReady: boolean;
  /** The app said it is ready, whether or not this client listens. */
  ready: boolean;
  expanded: boolean;
  fullscreen: boolean;
  visible: boolean;
  keyboard: boolean;
  /** Set when a test forces the web view's height; null leaves it to the layout. */
  viewportHeight: number | null;
  orientationLocked: boolean;
  verticalSwipes: boolean;
  closingConfirmation: boolean;
  closed: { reason: string; returnBack: boolean } | null;
  scheme: string;
  themeParams: Record<string, string>;
  header: { colorKey: string; color: string };
  backgroundColor: string;
  bottomBarColor: string;
  mainButton: BottomButton;
  secondaryButton: BottomButton;
  backButton: { isVisible: boolean };
  settingsButton: { isVisible: boolean };
  viewport: { width: number; height: number; isStable: boolean };
  safeArea: Inset;
  contentSafeArea: Inset;
  popup: Popup | null;
  qr: { text: string } | null;
  invoice: { slug: string } | null;
  prompt: Prompt | null;
  biometry: { accessRequested: boolean; accessGranted: boolean; token: string; deviceId: string };
  location: { accessRequested: boolean; accessGranted: boolean };
  homeScreen: boolean;
  sensors: Record<string, { refreshMs: number; ticks: number } | null>;
  lastHaptic: string;
  sentData: string | null;
  faults: string[];
  silent: string[];
}

export interface Port {
  /** Hands one event to the page. */
  deliver(eventType: string, eventData: any): void;
  /** Something people should see: a toast, an opened link, a reload. */
  effect(kind: string, detail: any): void;
  changed(): void;
  now(): number;
  /** Calls later; the returned function takes it back. */
  later(delayMs: number, call: () => void): () => void;
}

/** What the handlers share: the client's inside. */
export interface Context {
  state: State;
  profile: Profile;
  behaviour: Behaviour;
  stores: Stores;
  options: ClientOptions;
  clipboard: string;
  /** What a sensor reads while it is set. */
  readings: Record<string, Record<string, any> | null>;
  lastTapMs: number;
  overrides: { safe: Inset | null; content: Inset | null };
  /** The app's message that is being handled. */
  hearing: LogEntry | null;
  waitingPopups: Popup[];
  popupOpens: number[];
  /** Permissions that were asked for in a row. */
  prompts: { kind: string; count: number; blockedUntilMs: number };
  timers: Map<string, () => void>;
  contactSharedAt: number;
  lastStoryMs: number;
  port: Port;
  emit(eventType: string, eventData?: any): void;
  answer(message: string, eventType: string, eventData?: any): void;
  note(eventType: string, text: string): void;
  close(reason: string, returnBack?: boolean): void;
  changed(): void;
  relayout(reason: string): void;
}

export interface ClientOptions {
  profile?: string;
  version?: string;
  platform?: string;
  theme?: string;
  themeParams?: Record<string, string>;
  kind?: LaunchKind;
  mode?: 'full' | 'compact' | 'fullscreen';
  faults?: string[];
  silent?: string[];
  frame?: { width: number; height: number; statusBar: boolean };
  stores?: Stores;
  contact?: string;
  origin?: string;
  clipboard?: string;
}

export type Handler = (context: Context, data: any) => void;
