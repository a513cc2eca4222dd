/**
 * The custom elements, and the module that each is defined in: loaded where a page has one, so that no page pays for
 * what it does not show. What every page has is imported by app.js itself.
 */
const MODULES = {
  "mo-again": "./offline/again.js",
  "mo-agenda": "./start/agenda.js",
  "mo-door": "./checkin/door/door.js",
  "mo-door-code": "./checkin/door/code.js",
  "mo-handover": "./checkin/stations/handover.js",
  "mo-here": "./checkin/here.js",
  "mo-install": "./offline/install.js",
  "mo-notices": "./notices/notices.js",
  "mo-outbox": "./offline/entries.js",
  "mo-pass": "./checkin/pass.js",
  "mo-passkey": "./accounts/passkey.js",
  "mo-ready": "./checkin/stations/ready.js",
  "mo-rsvp": "./rsvps/rsvp.js",
  "mo-scanner": "./checkin/scanner/scanner.js",
  "mo-sign-out": "./offline/sign-out.js",
  "mo-station": "./checkin/stations/station.js",
  "mo-storage": "./offline/storage.js",
  "mo-unsent": "./start/unsent.js",
};

/** Call it again when the page has changed. */
export function bringToLife() {
  for (const [name, module] of Object.entries(MODULES)) {
    if (!customElements.get(name) && document.querySelector(name)) import(module).catch(() => {}); // then without: the page itself is there
  }
}
