// The shop's cashier, an address of the shop's own or an endpoint on Telegram's servers: it makes invoices, knows which are paid,
// and has the bot prepare what customers pass on (assets/shops/README.md). It is told who asks by Telegram's signed launch data,
// which Telegram's servers add themselves.

import { word } from './launch.mjs';

const limitMs = 10000;
const serverless = 'serverless:';

/** Nothing for what is too long to be an address or an id, or is no text that can be written as UTF-8. @param {unknown} value */
const textOf = (value) => (value === word(value, 500) ? value : '');

/**
 * @param {Window & { fetch: typeof fetch }} window @param {string} initData
 * @param {(event: Record<string, any>) => void} emit
 * @returns {(effect: { request: number, url: string, question: Record<string, any> }) => Promise<void>} answers each question once
 */
export const createCashier = (window, initData, emit) => async ({ request, url, question }) => {
  let answer;
  const stop = new AbortController();   // AbortSignal.timeout() is too young for many phones (Chrome 103, Safari 16).
  const timer = setTimeout(() => stop.abort(), limitMs);
  try {
    if (url.startsWith(serverless)) {
      answer = await new Promise((resolve, reject) => {
        stop.signal.onabort = reject;
        window.Telegram.WebApp.Serverless.call(url.slice(serverless.length), question,
          (error, result) => resolve(!error && result));
      });
    } else {
      const response = await window.fetch(url, {
        method: 'POST', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...question, init_data: initData }), signal: stop.signal,
      });
      answer = response.ok && await response.json();
    }
  } catch {
    // As good as no answer.
  }
  clearTimeout(timer);
  emit({
    on: 'cashierAnswered', request,
    link: textOf(answer?.link), paid: answer?.paid === true, denied: answer?.paid === false, receipt: textOf(answer?.receipt), id: textOf(answer?.id),
  });
};
