/**
 * The one yes-or-no prompt a client shows at a time; the reply's consequence is looked up by its kind in handlers-
 * dialogs.mjs.
 */

/** @typedef {import('./types').Context} Context */

/**
 * Opens a yes-or-no prompt; `busy` runs instead when another one is open.
 * @param {Context} context @param {string} kind @param {string} message
 * @param {string[]} texts title, text, accept, decline
 * @param {() => void} busy @param {any} [detail]
 */
export function openPrompt(context, kind, message, [title, text, accept, decline], busy, detail = null) {
  if (context.state.prompt) {
    busy();
    return;
  }
  context.state.prompt = { kind, message, title, text, accept, decline, detail };
}
