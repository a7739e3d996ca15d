// The shop's cashier, an address of the shop's own: it makes invoices and knows which are paid (assets/shops/README.md). It is told
// who asks by Telegram's signed launch data.

const limitMs = 10000;

/**
 * @param {Window & { fetch: typeof fetch }} window @param {string} initData
 * @param {(event: Record<string, any>) => void} emit
 * @returns {(effect: { request: number, url: string, question: Record<string, any> }) => Promise<void>} answers each question once
 */
export const createCashier = (window, initData, emit) => async ({ request, url, question }) => {
  let answer;
  try {
    const response = await window.fetch(url, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...question, init_data: initData }), signal: AbortSignal.timeout(limitMs),
    });
    answer = response.ok && await response.json();
  } catch {
    // As good as no answer.
  }
  emit({ on: 'cashierAnswered', request, link: String(answer?.link ?? '').slice(0, 200), paid: answer?.paid === true });
};
