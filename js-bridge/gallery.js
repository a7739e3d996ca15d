// Which widget of the kit is shown alone: ?gallery=<index>&text=<percent>. In debug builds and for the pictures of docs/kit.md; nothing
// of it is in the bundle that ships.
mergeInto(LibraryManager.library, {
  $kioskGallery: (name) => Number(new URLSearchParams(location.search).get(name) ?? -1),

  // Negative: none, and the shop runs as ever.
  kiosk_gallery_widget__deps: ['$kioskGallery'],
  kiosk_gallery_widget__sig: 'i',
  kiosk_gallery_widget: () => kioskGallery('gallery'),
  kiosk_gallery_text_percent__deps: ['$kioskGallery'],
  kiosk_gallery_text_percent__sig: 'i',
  kiosk_gallery_text_percent: () => kioskGallery('text'),
});
