/** The entry of every page: components come to life, then the page follows what the device keeps. */
import "./layout/index.js";
import "./offline/status.js";
import * as paper from "./checkin/paper.js";
import { bringToLife } from "./components.js";
import * as hands from "./offline/hands.js";
import * as inview from "./offline/inview.js";
import { choose } from "./offline/language.js";
import { pulse } from "./offline/pulse.js";
import * as update from "./offline/update.js";
import { refresh } from "./offline/view.js";

const { lang, dataset } = document.documentElement;

bringToLife();
hands.start();
inview.start({ changed: bringToLife });
refresh();
paper.start(location);
// Whoever meets the offline page has not read anything in its language yet.
(dataset.path === "/offline" ? Promise.resolve() : choose(lang))
  .catch(() => {}) // a device that can keep nothing still exchanges
  .then(() => pulse.start({ build: dataset.build, language: lang }));
update.start().catch(() => {}); // no worker (private mode): the app works while there is a connection
