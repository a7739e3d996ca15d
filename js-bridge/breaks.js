// Where lines may break: after white space and hyphens, between ideographs but for the punctuation that clings, and in Thai, Lao,
// Khmer and Burmese where Intl.Segmenter finds words. The plain subset of UAX 14 that texts of a shop need.
mergeInto(LibraryManager.library, {
  $kioskBreaks: {
    segmenter: null,
    ready: false,
    space: null,
    unbreakable: null,
    spaceless: null,
    ideograph: null,
    clingsBefore: null,
    clingsAfter: null,

    // Patterns are made here: a library's own values are copied as text, and a pattern does not survive that.
    start: function () {
      kioskBreaks.ready = true;
      kioskBreaks.space = /[\s\u200b]/;
      kioskBreaks.unbreakable = /[\u00a0\u202f\u2060\ufeff]/;
      kioskBreaks.spaceless = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
      kioskBreaks.ideograph = /[\u2e80-\u2fff\u3040-\u31ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]|[\ud840-\ud87f][\udc00-\udfff]/;
      kioskBreaks.clingsBefore = /[)\]}>\u2019\u201d.,:;!?%\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u301c\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30fb\u30fc\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d]/;
      kioskBreaks.clingsAfter = /[(\[{<\u2018\u201c\u3008\u300a\u300c\u300e\u3010\u3014\uff08\uff3b\uff5b$\u20ac\u00a3\u00a5]/;
      kioskBreaks.segmenter = Intl['Segmenter'] ? new Intl['Segmenter'](undefined, { 'granularity': 'word' }) : null;
    },

    words: function (text) {
      var ends = new Set();
      if (!kioskBreaks.segmenter || !kioskBreaks.spaceless.test(text)) return ends;
      for (var part of kioskBreaks.segmenter['segment'](text)) ends.add(part['index'] + part['segment'].length);
      return ends;
    },
    between: function (before, after, wordEnds) {
      if (kioskBreaks.unbreakable.test(before) || kioskBreaks.unbreakable.test(after)) return false;
      if (kioskBreaks.space.test(after)) return false;   // White space stays on the line that it ends.
      if (kioskBreaks.space.test(before)) return true;
      if (before === '-' || before === '\u2010' || before === '\u2013') return /\p{L}/u.test(after);
      if (kioskBreaks.clingsBefore.test(after) || kioskBreaks.clingsAfter.test(before)) return false;
      if (kioskBreaks.ideograph.test(before) || kioskBreaks.ideograph.test(after)) return !/\p{M}/u.test(after);
      return wordEnds && kioskBreaks.spaceless.test(before) && kioskBreaks.spaceless.test(after);
    },
    bytes: function (text) {
      if (!kioskBreaks.ready) kioskBreaks.start();
      var words = kioskBreaks.words(text);
      var offsets = [];
      var before = '';
      var unit = 0;
      var byte = 0;
      for (var after of text) {
        if (before && kioskBreaks.between(before, after, words.has(unit))) offsets.push(byte);
        var point = after.codePointAt(0);
        byte += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        unit += after.length;
        before = after;
      }
      return offsets;
    },
  },
});
