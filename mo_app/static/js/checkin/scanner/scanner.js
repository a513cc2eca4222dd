/**
 * `<mo-scanner>`: passes held to the camera. Each one dispatches a bubbling `pass` event, {detail: {code}}, once, until it
 * was away for some seconds. The camera runs only while this is to be seen; nothing it sees leaves the device.
 *
 * Shows by `data-when`: off, starting, on; refused, missing, busy, unsupported, failed (each with what to do; the rest of the
 * page needs no camera); several (there is another one), torch; read, foreign (it is no pass).
 */
import { Shown } from "../../offline/shown.js";
import { show } from "../../offline/words.js";
import { cameras, hasTorch, light, nextOf, openCamera, rememberCamera, troubleWith } from "./camera.js";
import { passOf, Seen } from "./codes.js";
import { Reader } from "./reader.js";

const PAUSE = 90; // milliseconds between two looks
const SAID_FOR = 2_500;
const PATIENCE = 3; // looks that may fail in a row

class MoScanner extends Shown {
  #wanted = false;
  #state = "off";
  /** @type {MediaStream|null} */
  #stream = null;
  /** @type {Reader|null} */
  #reader = null;
  #seen = new Seen();
  #features = [];
  #saying = "";
  #timer;
  #lit = false;
  /** Counts starts and stops: what belongs to an earlier one is over. */
  #turn = 0;
  #observer = new IntersectionObserver(() => this.#look());

  connectedCallback() {
    this.addEventListener("click", this.#click);
    document.addEventListener("visibilitychange", this.#look);
    this.#observer.observe(this);
    super.connectedCallback();
    this.render();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#look);
    this.#observer.disconnect();
    this.#wanted = false;
    this.#stop("off");
    this.#reader?.end();
    this.#reader = null;
  }

  /** The camera runs while it is wanted and can be seen. */
  #look = () => {
    const seen = document.visibilityState === "visible" && this.getClientRects().length > 0;
    if (this.#wanted && seen && !this.#stream && this.#state !== "starting") this.#start();
    if (!seen && (this.#stream || this.#state === "starting")) this.#stop("off");
  };

  async #start(id) {
    const turn = (this.#turn += 1);
    const isOver = () => turn !== this.#turn;
    this.#become("starting");
    try {
      const stream = await openCamera(id);
      if (isOver()) return close(stream);
      this.#take(stream);
      await this.#video.play();
      const several = (await cameras()).length > 1;
      if (isOver()) return;
      this.#features = [several && "several", hasTorch(this.#track) && "torch"];
      this.#become("on");
      this.#read(turn);
    } catch (error) {
      if (!isOver()) this.#fail(troubleWith(error));
    }
  }

  #take(stream) {
    const [track] = stream.getVideoTracks();
    const { deviceId } = track.getSettings();
    track.addEventListener("ended", () => stream === this.#stream && this.#fail("busy")); // unplugged, or taken away
    this.#stream = this.#video.srcObject = stream;
    this.#lit = false;
    if (deviceId) rememberCamera(deviceId);
  }

  async #read(turn) {
    this.#reader ??= new Reader();
    let failures = 0;
    while (turn === this.#turn) {
      try {
        const texts = await this.#reader.read(this.#video);
        failures = 0;
        if (turn === this.#turn) for (const text of texts) this.#hear(text);
      } catch {
        failures += 1;
        if (failures >= PATIENCE && turn === this.#turn) return this.#fail("failed");
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  #hear(text) {
    if (document.querySelector("dialog[open]")) return this.#seen.keep(text); // one after the other
    if (!this.#seen.isNew(text)) return;
    const code = passOf(text);
    this.#say(code ? "read" : "foreign");
    if (!code) return;
    navigator.vibrate?.(60);
    this.dispatchEvent(new CustomEvent("pass", { bubbles: true, detail: { code } }));
  }

  #fail(word) {
    this.#wanted = false;
    this.#stop(word);
    this.#reader?.end(); // the next one begins anew
    this.#reader = null;
  }

  #stop(word) {
    this.#turn += 1;
    if (this.#stream) close(this.#stream);
    this.#stream = this.#video.srcObject = null;
    this.#features = [];
    this.#become(word);
  }

  #click = async ({ target }) => {
    const act = target.closest("[data-act]")?.dataset.act;
    if (act === "scan" || act === "stop") this.#wanted = act === "scan";
    if (act === "scan") this.#look();
    if (act === "stop") this.#stop("off");
    if (act === "switch") await this.#switch();
    if (act === "torch") await this.#toggleLight();
  };

  async #switch() {
    const id = nextOf(await cameras(), this.#track?.getSettings().deviceId);
    if (this.#stream) close(this.#stream); // many devices have only one open at a time
    this.#stream = null;
    await this.#start(id);
  }

  async #toggleLight() {
    this.#lit = !this.#lit;
    await light(this.#track, this.#lit).catch(() => {});
    this.render();
  }

  get #track() {
    return this.#stream?.getVideoTracks()[0];
  }

  get #video() {
    return this.querySelector("video");
  }

  #become(state) {
    this.#state = state;
    this.render();
  }

  #say(word) {
    clearTimeout(this.#timer);
    this.#saying = word;
    if (word) this.#timer = setTimeout(() => this.#say(""), SAID_FOR);
    this.render();
  }

  render() {
    this.hidden = new URLSearchParams(location.search).get("paper") === "1"; // nobody is there to hold up a pass
    const isMirror = this.#track?.getSettings().facingMode === "user"; // it shows who looks at it
    this.#video.classList.toggle("is-mirrored", isMirror);
    this.classList.toggle("has-read", this.#saying === "read");
    this.querySelector("[data-act=torch]").setAttribute("aria-pressed", String(this.#lit));
    show(this, this.#state, ...this.#features, this.#state === "on" && this.#saying);
  }
}

function close(stream) {
  for (const track of stream.getTracks()) track.stop();
}

customElements.define("mo-scanner", MoScanner);
