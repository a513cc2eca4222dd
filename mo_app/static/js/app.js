/** The entry of every page: components define themselves, then the page follows what the device keeps. */
import "./layout/index.js";
import "./offline/again.js";
import "./offline/entries.js";
import "./offline/install.js";
import "./offline/sign-out.js";
import "./offline/status.js";
import "./offline/storage.js";
import * as hands from "./offline/hands.js";
import * as inview from "./offline/inview.js";
import { choose } from "./offline/language.js";
import { pulse } from "./offline/pulse.js";
import * as update from "./offline/update.js";
import { refresh } from "./offline/view.js";

const { lang, dataset } = document.documentElement;

hands.start();
inview.start();
refresh();
await choose(lang).catch(() => {}); // a device that can keep nothing still exchanges
pulse.start({ build: dataset.build });
update.start().catch(() => {}); // no worker (private mode): the app works while there is a connection
