/**
 * The nearest language that there are texts for: a client may name anything.
 * @param {string} tag BCP 47, or empty @param {Record<string, string>} texts language -> address, English among them
 */
export const nearest = (tag, texts) =>
  /** @type {string} */ ([tag, tag.split('-')[0], 'en'].find((language) => Object.keys(texts).includes(language)));
