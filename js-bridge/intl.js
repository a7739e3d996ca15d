// Formats for people, by the browser's Intl in one language. Formatters are costly to make and are kept.
mergeInto(LibraryManager.library, {
  $kioskIntl__deps: ['$kioskText', '$lengthBytesUTF8'],
  $kioskIntl: {
    language: 'en',
    made: new Map(),
    text: '',
    plurals: ['zero', 'one', 'two', 'few', 'many', 'other'],

    // Chromium claims to know Uzbek but has no data: its November is "M11". Then the next of the device's own languages stands in.
    setLanguage: function (tag) {
      kioskIntl.language = [tag, ...navigator.languages, 'en'].find((language) => {
        try {
          return !/^M\d/.test(new Intl.DateTimeFormat(language, { 'month': 'short' }).format());
        } catch (e) {}   // No language at all.
      });
      kioskIntl.made.clear();
    },
    make: function (kind, options) {
      var key = kind + JSON.stringify(options);
      var formatter = kioskIntl.made.get(key);
      if (!formatter) {
        formatter = new Intl[kind](kioskIntl.language, options);
        kioskIntl.made.set(key, formatter);
      }
      return formatter;
    },
    number: (value, options) => kioskIntl.make('NumberFormat', options || {}).format(value),

    // Minor units up to 2^52 stay exact: the nearest double of the quotient is nearer than half a minor unit.
    money: function (minor, currency, exponent) {
      if (currency === 'XTR') return '\u2b50 ' + kioskIntl.number(minor);
      var options = {
        'style': 'currency', 'currency': currency, 'currencyDisplay': 'narrowSymbol',
        'minimumFractionDigits': exponent, 'maximumFractionDigits': exponent,
      };
      var major = minor / Math.pow(10, exponent);
      try {
        return kioskIntl.number(major, options);
      } catch (e) {
        // A currency or an option that this browser does not know.
        var plain = { 'minimumFractionDigits': exponent, 'maximumFractionDigits': exponent };
        return kioskIntl.number(major, plain) + '\u00a0' + currency;
      }
    },
    // The instant is shifted by the shop's offset and read as UTC: no time zone names are needed.
    date: function (at, offsetMinutes, options) {
      options['timeZone'] = 'UTC';
      return kioskIntl.make('DateTimeFormat', options).format(at + offsetMinutes * 60000);
    },
    // Conjunctions, as lists of units have no commas in Russian, Turkish and Uzbek; narrow ones have no "and" where a comma does.
    list: (lines) => kioskIntl.make('ListFormat', { 'style': 'narrow' }).format(lines.split('\n')),
    minutes: function (low, high) {
      if (low === high) return kioskIntl.make('RelativeTimeFormat', {}).format(high, 'minute');
      var minutes = kioskIntl.make('NumberFormat', { 'style': 'unit', 'unit': 'minute', 'unitDisplay': 'long' });
      // Chromium before 106 formats no ranges.
      return minutes['formatRange'] ? minutes['formatRange'](low, high) : kioskIntl.number(low) + '–' + minutes.format(high);
    },
    answer: function (text) {
      kioskIntl.text = text;
      return lengthBytesUTF8(text);
    },
  },

  kiosk_intl_language__deps: ['$kioskIntl'],
  kiosk_intl_language__sig: 'vpi',
  kiosk_intl_language: (ptr, length) => kioskIntl.setLanguage(kioskText(ptr, length)),

  // Each of these returns the length in bytes of its text; kiosk_intl_take() then copies it.
  kiosk_intl_money__deps: ['$kioskIntl'],
  kiosk_intl_money__sig: 'idpii',
  kiosk_intl_money: (minor, currency, length, exponent) =>
    kioskIntl.answer(kioskIntl.money(minor, kioskText(currency, length), exponent)),

  kiosk_intl_number__deps: ['$kioskIntl'],
  kiosk_intl_number__sig: 'id',
  kiosk_intl_number: (value) => kioskIntl.answer(kioskIntl.number(value)),

  // with_date: 0 or 1.
  kiosk_intl_time__deps: ['$kioskIntl'],
  kiosk_intl_time__sig: 'idii',
  kiosk_intl_time: function (at, offsetMinutes, withDate) {
    var options = { 'hour': 'numeric', 'minute': '2-digit' };
    if (withDate) Object.assign(options, { 'day': 'numeric', 'month': 'short' });
    return kioskIntl.answer(kioskIntl.date(at, offsetMinutes, options));
  },

  kiosk_intl_weekday__deps: ['$kioskIntl'],
  kiosk_intl_weekday__sig: 'ii',
  kiosk_intl_weekday: (fromMonday) =>
    kioskIntl.answer(kioskIntl.date(Date.UTC(2024, 0, 1 + fromMonday), 0, { 'weekday': 'long' })),

  kiosk_intl_list__deps: ['$kioskIntl'],
  kiosk_intl_list__sig: 'ipi',
  kiosk_intl_list: (lines, length) => kioskIntl.answer(kioskIntl.list(kioskText(lines, length))),

  kiosk_intl_minutes__deps: ['$kioskIntl'],
  kiosk_intl_minutes__sig: 'idd',
  kiosk_intl_minutes: (low, high) => kioskIntl.answer(kioskIntl.minutes(low, high)),

  kiosk_intl_plural__deps: ['$kioskIntl'],
  kiosk_intl_plural__sig: 'id',
  kiosk_intl_plural: (count) => kioskIntl.plurals.indexOf(kioskIntl.make('PluralRules', {}).select(count)),

  kiosk_intl_take__deps: ['$kioskIntl'],
  kiosk_intl_take__sig: 'vpi',
  kiosk_intl_take: (ptr, length) => {
    new TextEncoder().encodeInto(kioskIntl.text, HEAPU8.subarray(ptr, ptr + length));
  },
});
