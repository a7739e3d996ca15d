/**
 * A shop's cashier and the part of Telegram behind it: makes an invoice for each attempt to pay, and believes only in money that
 * Telegram itself reports (`successful_payment`, payments.md), which may come after the client has said whatever it says. A real
 * one is a bot: it calls createInvoiceLink, and checks `init_data` with its token.
 */
import { randomBytes } from 'node:crypto';

/** @typedef {{ order: string, key: string, amount: number, currency: string, exponent: number, invoice: boolean, init_data: string }} Question */

const fields = /** @type {const} */ ({
  order: 'string', key: 'string', amount: 'number', currency: 'string', exponent: 'number', invoice: 'boolean', init_data: 'string',
});

/** @param {any} question whether it is one for the bot, which calls savePreparedInlineMessage or savePreparedKeyboardButton */
const isToPrepare = (question) =>
  ['message', 'chat'].includes(question?.prepare) &&
  ['text', 'start_param', 'init_data'].every((name) => typeof question[name] === 'string');

/** @param {any} question @returns {question is Question} */
const isQuestion = (question) =>
  typeof question === 'object' && question !== null &&
  Object.entries(fields).every(([name, type]) => typeof question[name] === type) &&
  Number.isSafeInteger(question.amount) && question.amount > 0;

export class Cashier {
  constructor() {
    /** @type {Map<string, { key: string, amount: number }>} slug -> what it is for */
    this.invoices = new Map();
    /** @type {Map<string, { slug: string, amount: number }>} key of the order -> money that came for it */
    this.takings = new Map();
  }

  /** @param {unknown} question @returns {{ link?: string, receipt?: string, paid: boolean } | { id: string } | null} null: it makes no sense */
  answer(question) {
    if (isToPrepare(question)) return { id: randomBytes(9).toString('base64url') };
    if (!isQuestion(question)) return null;
    const { key, amount } = question;
    const paid = (this.takings.get(key)?.amount ?? 0) >= amount;
    if (paid) return { paid, receipt: `https://pay.example.com/receipts/${key}.pdf` };
    if (!question.invoice) return { paid };
    const slug = randomBytes(9).toString('base64url');
    this.invoices.set(slug, { key, amount });
    return { link: `https://t.me/$${slug}`, paid };
  }

  /**
   * Telegram reports money, at times twice. A second invoice of an order that is paid is never paid: its pre_checkout_query is
   * answered with no. @param {string} slug @returns {boolean} whether that invoice exists, and may be paid
   */
  receive(slug) {
    const invoice = this.invoices.get(slug);
    if (!invoice || (this.takings.get(invoice.key)?.slug ?? slug) !== slug) return false;
    this.takings.set(invoice.key, { slug, amount: invoice.amount });
    return true;
  }
}
