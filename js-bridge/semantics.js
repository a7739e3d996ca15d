// The DOM mirror: what is on the canvas as real elements over it, for screen readers, keyboards, autofill and tests. Elements are
// transparent and let pointers through; a text field shows itself while it is edited, so that caret, selection, composition and
// correction are the system's own.
mergeInto(LibraryManager.library, {
  $kioskMirror__deps: ['$kioskEnter', '$kioskText', '$kioskFill', 'kiosk_activate', 'kiosk_focused', 'kiosk_field',
    'kiosk_submitted'],
  $kioskMirror: {
    root: null,
    items: new Map(),   // By node id: { id, tag, element, node, parent, rect, place, edits }.
    byElement: new WeakMap(),
    wanted: null,   // The field that should have the keyboard.
    left: [],       // Ids of what had the focus when it went away, the last one first.
    byKeyboard: false,
    composing: false,
    encoder: null,

    start: function () {
      var root = kioskMirror.root = Module['host']['mirror'];
      kioskMirror.encoder = new TextEncoder();
      root.addEventListener('submit', (event) => event.preventDefault());
      root.addEventListener('scroll', () => root.scrollTo(0, 0), true);
      root.addEventListener('click', (event) => {
        var item = kioskMirror.itemOf(event);
        if (!item || kioskMirror.isField(item)) return;
        item.element.focus({ 'preventScroll': true });   // A screen reader's click leaves it where it was.
        kioskEnter(_kiosk_activate, item.id);
      });
      root.addEventListener('focusin', (event) => {
        var item = kioskMirror.itemOf(event);
        if (item) kioskEnter(_kiosk_focused, item.id, kioskMirror.byKeyboard ? 1 : 0);
      });
      root.addEventListener('focusout', (event) => {
        kioskMirror.composing = false;
        kioskMirror.settle(kioskMirror.itemOf(event));
        if (!event.relatedTarget) kioskEnter(_kiosk_focused, 0, 0);
      });
      root.addEventListener('input', kioskMirror.onInput);
      root.addEventListener('compositionstart', () => (kioskMirror.composing = true));
      root.addEventListener('compositionend', (event) => {
        kioskMirror.composing = false;
        kioskMirror.onInput(event);
      });
      root.addEventListener('keydown', kioskMirror.onKey);
      addEventListener('keydown', () => (kioskMirror.byKeyboard = true), true);
      addEventListener('pointerdown', () => {
        kioskMirror.byKeyboard = false;
        kioskMirror.wanted = null;
      }, true);
    },

    // What the program refused to take shows as refused once nobody is typing.
    settle: function (item) {
      if (!item || !kioskMirror.isField(item)) return;
      setTimeout(() => {
        item.edits = [];
        if (document.activeElement !== item.element) kioskMirror.writeValue(item);
      }, 500);
    },
    itemOf: (event) => kioskMirror.byElement.get(event.target),
    isField: (item) => !!item.node['field'],
    typing: function () {
      var item = kioskMirror.byElement.get(document.activeElement);
      return !!item && kioskMirror.isField(item);
    },
    onInput: function (event) {
      var item = kioskMirror.itemOf(event);
      if (!item) return;
      item.edits.push(item.element.value);
      var bytes = kioskMirror.encoder.encode(item.element.value);
      kioskFill(bytes);
      kioskEnter(_kiosk_field, item.id, bytes.length);
    },
    // WebKit ends a composition before it tells of the key that accepted it.
    composes: (event) => event.isComposing || event.keyCode === 229,
    onKey: function (event) {
      var item = kioskMirror.itemOf(event);
      if (event.key !== 'Enter' || kioskMirror.composes(event) || !item || item.element.tagName !== 'INPUT') return;
      event.preventDefault();
      kioskEnter(_kiosk_submitted, item.id);
      var fields = [...kioskMirror.root.querySelectorAll('input,textarea')];
      var next = item.node['field']['enterKeyHint'] === 'next' && fields[fields.indexOf(item.element) + 1];
      if (next) next.focus({ 'preventScroll': true });
      else item.element.blur();
    },
    // Arrows lead through radios that stand side by side, as through native ones.
    choose: function (element, forward) {
      var next = forward ? element.nextElementSibling : element.previousElementSibling;
      if (!next || !element.matches('[role=radio]') || !next.matches('[role=radio]')) return;
      next.focus({ 'preventScroll': true });
      if (next.getAttribute('aria-checked') === 'false') next.click();
    },

    // ---- What the program says.
    tagOf: function (node) {
      if (node['field']) return node['field']['multiline'] ? 'textarea' : 'input';
      if (node['role'] === 'heading') return 'h' + (node['level'] || 2);
      // A button is pressed by Enter and Space, and keeps the focus when it is disabled.
      return node['focusable'] || node['disabled'] || node['role'] === 'button' ? 'button' : 'div';
    },
    set: function (element, name, value) {
      if (value === undefined || value === '' || value === false) element.removeAttribute(name);
      else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
    },
    update: function (node) {
      var id = node['id'];
      var item = kioskMirror.items.get(id);
      var tag = kioskMirror.tagOf(node);
      if (!item || item.tag !== tag) {
        var former = item;
        item = { id: id, tag: tag, element: document.createElement(tag), node: node, rect: [0, 0, 0, 0], place: '', edits: [] };
        kioskMirror.items.set(id, item);
        kioskMirror.byElement.set(item.element, item);
        if (former) kioskMirror.replace(former, item);
      }
      item.node = node;
      kioskMirror.describe(item.element, node, tag);
      if (!node['field']) return;
      kioskMirror.describeField(item.element, node);
      kioskMirror.writeValue(item);
    },
    describe: function (element, node, tag) {
      var set = kioskMirror.set;
      var nameIsText = node['leaf'] && !node['field'] && node['role'] !== 'img' && node['role'] !== 'progressbar';
      if (tag === 'div' || tag !== node['role'] && tag === 'button') set(element, 'role', node['role']);
      if (tag === 'button') element.type = 'button';
      set(element, 'aria-disabled', node['disabled']);
      set(element, 'tabindex', node['focusable'] ? 0 : tag === 'div' && node['role'] !== 'dialog' ? undefined : -1);
      set(element, 'aria-label', nameIsText ? '' : node['name']);
      if (nameIsText) {
        if (element.textContent !== node['name']) element.textContent = node['name'];
      } else if (element.firstChild && element.firstChild.nodeType === 3) {
        element.firstChild.remove();
      }
      set(element, 'aria-description', node['description']);
      set(element, 'aria-checked', node['checked']);
      set(element, 'aria-selected', node['selected']);
      set(element, 'aria-expanded', node['expanded']);
      set(element, 'aria-posinset', node['position']);
      set(element, 'aria-setsize', node['size']);
      set(element, 'aria-invalid', node['invalid']);
      set(element, 'aria-modal', node['role'] === 'dialog');
      if (node['role'] === 'progressbar') set(element, 'aria-valuenow', node['value']);
    },
    describeField: function (element, node) {
      var set = kioskMirror.set;
      var field = node['field'];
      if (!field['multiline']) set(element, 'type', field['type']);
      set(element, 'name', field['autocomplete'] === 'off' ? '' : field['autocomplete']);
      set(element, 'inputmode', field['inputMode']);
      set(element, 'autocomplete', field['autocomplete']);
      set(element, 'enterkeyhint', field['enterKeyHint']);
      set(element, 'placeholder', field['placeholder']);
      set(element, 'maxlength', field['maxLength']);
      set(element, 'dir', 'auto');
      set(element, 'autocapitalize', field['capitals']);
      set(element, 'autocorrect', field['capitals'] && 'off');
      set(element, 'spellcheck', field['capitals'] && 'false');
      element.style.fontSize = field['fontSize'] + 'px';
      element.style.padding = field['padding'].map((pixels) => pixels + 'px').join(' ');
    },
    // What the program holds goes into the input, unless it is only the echo of an edit that newer ones followed; a composition is
    // the system's and never disturbed.
    writeValue: function (item) {
      var value = item.node['value'] || '';
      var echo = item.edits.indexOf(value);
      if (echo >= 0) item.edits.splice(0, echo + 1);
      else if (!kioskMirror.composing && item.element.value !== value) {
        item.edits = [];
        item.element.value = value;
      }
    },
    // Another tag in the same place: no order comes with it.
    replace: function (former, item) {
      item.parent = former.parent;
      item.element.style.cssText = former.element.style.cssText;
      item.element.append(...former.element.children);
      former.element.replaceWith(item.element);
      item.rect = former.rect;
      item.place = former.place;
    },
    remove: function (item) {
      kioskMirror.items.delete(item.id);
      item.element.remove();
    },
    // order: node and parent ids in turn, in reading order; parent 0 is the root.
    arrange: function (order) {
      var had = kioskMirror.byElement.get(document.activeElement);
      var ids = new Set(order.filter((id, index) => !(index & 1)));
      for (var item of [...kioskMirror.items.values()]) if (!ids.has(item.id)) kioskMirror.remove(item);
      var next = new Map();
      for (var at = 0; at < order.length; at += 2) {
        var item = kioskMirror.items.get(order[at]);
        var parent = kioskMirror.items.get(order[at + 1]);
        var host = parent ? parent.element : kioskMirror.root;
        var expected = next.has(host) ? next.get(host) : host.firstElementChild;
        item.parent = parent;
        if (expected !== item.element) host.insertBefore(item.element, expected);
        next.set(host, item.element.nextElementSibling);
      }
      if (document.activeElement === document.body && document.hasFocus()) kioskMirror.follow(had);
    },
    // The focus never falls to the page: it goes back to what it once left, else to the dialog or heading that came; never to a
    // field, which would open the keyboard. Touch focuses nothing else, so who only touches is not concerned before they type.
    follow: function (had) {
      var left = kioskMirror.left;
      if (had && !kioskMirror.isField(had)) left.unshift(had.id);
      var back = left.findIndex((id) => kioskMirror.items.has(id));
      left.splice(0, back);
      var to = back < 0 ? had && kioskMirror.root.querySelector('[role=dialog],h1') : kioskMirror.items.get(left.shift()).element;
      if (to) to.focus({ 'preventScroll': true });
    },
    // ptr: count times id, x, y, width, height as floats in reading order, the ids as plain integers.
    place: function (ptr, count) {
      for (var at = ptr >> 2, end = at + count * 5; at < end; at += 5) {
        var item = kioskMirror.items.get(HEAPU32[at]);
        if (!item) continue;
        var rect = item.rect = [HEAPF32[at + 1], HEAPF32[at + 2], HEAPF32[at + 3], HEAPF32[at + 4]];
        var origin = item.parent ? item.parent.rect : [0, 0];
        var place = [rect[0] - origin[0], rect[1] - origin[1], rect[2], rect[3]].map((pixels) => pixels + 'px');
        if (item.place === place.join()) continue;
        item.place = place.join();
        var style = item.element.style;
        [style.left, style.top, style.width, style.height] = place;
      }
    },
    // 0xffffffff: nothing should have the focus.
    focus: function (id) {
      var item = kioskMirror.items.get(id);
      var active = /** @type {any} */ (document.activeElement);
      kioskMirror.wanted = item ? item.element : null;
      if (!item) {
        if (kioskMirror.typing()) active.blur();
        return;
      }
      // After the keyboard's own "done" the field still has the focus: only a fresh one brings the keyboard back.
      if (active === item.element && kioskMirror.isField(item)) active.blur();
      item.element.focus({ 'preventScroll': true });
    },
    refocus: function () {
      var wanted = kioskMirror.wanted;
      if (wanted && document.activeElement !== wanted) wanted.focus({ 'preventScroll': true });
    },
  },

  kiosk_mirror_start__deps: ['$kioskMirror'],
  kiosk_mirror_start__sig: 'v',
  kiosk_mirror_start: () => kioskMirror.start(),

  // JSON: { nodes: [changed ones], order: [ids] when nodes came, went or moved }, as web/mirror.cpp writes it.
  kiosk_mirror_update__deps: ['$kioskMirror'],
  kiosk_mirror_update__sig: 'vpi',
  kiosk_mirror_update: function (ptr, length) {
    var patch = JSON.parse(kioskText(ptr, length));
    patch['nodes'].forEach(kioskMirror.update);
    if (patch['order']) kioskMirror.arrange(patch['order']);
  },

  kiosk_mirror_place__deps: ['$kioskMirror'],
  kiosk_mirror_place__sig: 'vpi',
  kiosk_mirror_place: (ptr, count) => kioskMirror.place(ptr, count),

  kiosk_mirror_focus__deps: ['$kioskMirror'],
  kiosk_mirror_focus__sig: 'vi',
  kiosk_mirror_focus: (id) => kioskMirror.focus(id >>> 0),
});
