// What the bridge knows of Telegram's script, as types: the package's, what the package lacks of the newest client, the pipe below
// the script, and the part of the script that wire.mjs speaks by itself. Nothing of this ships.
import type { BackButton, BottomButton, HapticFeedback, SettingsButton, WebApp } from 'telegram-web-app';

type Receive = (type: string, data?: any) => void;

declare module 'telegram-web-app' {
  interface Telegram {
    WebView: WebView;
  }
  interface WebView {
    onEvent(type: string, handler: Receive): void;
    offEvent(type: string, handler: Receive): void;
    receiveEvent: Receive;
    /** The script takes a callback before the data, wire.mjs does not: for messages without either. */
    postEvent(type: string): void;
  }
  interface WebApp {
    Serverless: Serverless;
    onEvent(event: 'requestedChatSent' | 'requestedChatFailed', handler: (data: { error?: string }) => void): void;
    offEvent(event: 'requestedChatSent' | 'requestedChatFailed', handler: (data: { error?: string }) => void): void;
    invokeCustomMethod(method: string, params: object, callback?: (error: string | null, result: unknown) => void): void;
  }
  interface BottomButton {
    type: 'main' | 'secondary';
  }
  interface Serverless {
    call(name: string, input: object, callback: (error: unknown, result: unknown) => void): void;
  }
}

declare global {
  interface Window {
    /** What the client told before the script was there, kept by index.html. */
    kioskEarly: [type: string, data?: any][];
    /** Tests, and people who look for a client's fault. */
    kioskExaminer?: (message: Record<string, any>) => void;
  }
}

/** Whatever the methods return: nobody here chains them. */
type Calls<T, Names extends keyof T> = {
  [Name in Names]: T[Name] extends (...args: infer Args) => unknown ? (...args: Args) => unknown : T[Name];
};
type BottomCalls = Calls<BottomButton, 'setParams' | 'show' | 'hide' | 'showProgress' | 'hideProgress'>;

/** As far as wire.mjs goes. */
export type Essentials = Calls<WebApp,
  'version' | 'platform' | 'initData' | 'themeParams' | 'isActive' | 'isExpanded' | 'viewportHeight' | 'viewportStableHeight' |
  'safeAreaInset' | 'contentSafeAreaInset' | 'isVersionAtLeast' | 'ready' | 'expand' | 'close' | 'openLink' | 'openTelegramLink' |
  'openInvoice' | 'showPopup' | 'enableClosingConfirmation' | 'disableClosingConfirmation' | 'enableVerticalSwipes' |
  'disableVerticalSwipes' | 'setHeaderColor' | 'setBackgroundColor' | 'setBottomBarColor'> & {
  initDataUnsafe: { user?: Record<string, any>, start_param?: string };
  onEvent(event: string, handler: (data?: any) => void): void;
  offEvent(event: string, handler: (data?: any) => void): void;
  MainButton: BottomCalls;
  SecondaryButton: BottomCalls;
  BackButton: Calls<BackButton, 'show' | 'hide'>;
  SettingsButton: Calls<SettingsButton, 'show' | 'hide'>;
  HapticFeedback: Calls<HapticFeedback, keyof HapticFeedback>;
};

/** Telegram.WebApp, or wire.mjs's: then there are only the essentials. */
export type Client = Essentials & Partial<Omit<WebApp, keyof Essentials>>;
export type { WebApp } from 'telegram-web-app';
