/** A server for tests: speaks the exchange over real HTTP, remembers what it did, and fails as told. */
import { createServer } from "node:http";
import { send } from "../../../mo_app/static/js/offline/wire.js";

export const OLENA = "olenaolenaolena2";
export const AMIR = "amiramiramiramir";

export class Server {
  signedIn = null;
  pages = new Map([["/uk/", "start"], ["/uk/schedule", "schedule"], ["/uk/offline", "offline"]]);
  effects = [];
  ledger = new Map();
  requests = [];
  cursor = 1;
  /** Besides `mine`. */
  documents = {};
  portion = Infinity;
  /** Each takes the place of one answer: (request, response, answerAsUsual) → whether it answered. */
  faults = [];
  judge = () => ({ outcome: "applied", code: null, params: {} });

  async start() {
    this.http = createServer((request, response) => this.#serve(request, response));
    await new Promise((resolve) => this.http.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${this.http.address().port}`;
    return this;
  }

  stop() {
    this.http.closeAllConnections();
    this.http.close();
  }

  /** What a device posts with; it is patient, for a busy machine is not a silent one. */
  post = (request) => send(request, { url: `${this.url}/sync`, silence: this.faults.includes(faults.silent) ? 300 : 10_000 });

  async #serve(request, response) {
    let text = "";
    for await (const chunk of request) text += chunk;
    if (request.url === "/sign-out") {
      this.signedIn = null;
      return response.writeHead(303, { location: "/" }).end();
    }
    const asked = JSON.parse(text);
    this.requests.push(asked);
    const fault = this.faults.shift();
    if (fault) return fault(response, () => this.#answer(asked));
    const { status, body } = this.#answer(asked);
    return json(response, status, body);
  }

  #answer(asked) {
    if (asked.person !== this.signedIn) {
      if (!this.signedIn) return { status: 401, body: { type: "urn:mo:sign_in_required", title: "Sign in" } };
      return { status: 409, body: { type: "urn:mo:another_persons", title: "Another", person: this.signedIn } };
    }
    const results = asked.operations.map((operation) => this.#carryOut(operation));
    const [from, given] = (asked.have.cursor ?? "0:0").split(":").map(Number);
    const whole = from !== this.cursor;
    const urls = [...this.pages.keys()];
    const start = whole ? (from === -this.cursor ? given : 0) : urls.length;
    const chosen = urls.slice(start, start + this.portion);
    const end = start + chosen.length;
    const more = end < urls.length;
    return {
      status: 200,
      body: {
        protocol: 1,
        results,
        acked: Math.max(0, ...asked.operations.map(({ seq }) => seq)),
        cursor: more ? `${-this.cursor}:${end}` : `${this.cursor}:0`,
        whole,
        begins: whole && start === 0,
        total: urls.length,
        documents: { mine: { version: String(this.effects.length), value: { person: { id: this.signedIn } } }, ...this.documents },
        pages: chosen.map((url) => ({ url, version: this.pages.get(url), html: `<html lang="uk">${this.pages.get(url)}</html>` })),
        gone: [],
        files: [],
        more,
        server_now: "2026-11-23T11:00:00+00:00",
      },
    };
  }

  #carryOut({ id, payload, ...operation }) {
    const first = this.ledger.get(id);
    if (first) return { ...first, replayed: true };
    const result = { id, message: null, replayed: false, ...this.judge({ payload, ...operation }) };
    if (result.outcome === "applied") this.effects.push(payload.topic);
    if (result.outcome !== "retry" && result.code !== "upgrade_required") this.ledger.set(id, result);
    return result;
  }
}

export function json(response, status, body, headers = {}) {
  const type = status < 400 ? "application/json" : "application/problem+json";
  response.writeHead(status, { "content-type": type, ...headers }).end(JSON.stringify(body));
}

export const faults = {
  lostBefore: (response) => response.destroy(),
  lostAfter: (response, answer) => (answer(), response.destroy()),
  cutMidway: (response, answer) => {
    const text = JSON.stringify(answer().body);
    response.writeHead(200, { "content-type": "application/json", "content-length": text.length });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  },
  silent: (response, answer) => void answer(),
  portal: (response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>Welcome, guest!</html>"),
  portalSpeakingJson: (response) => json(response, 200, { portal: true }),
  portalRefusing: (response) => json(response, 401, { error: "accept our terms" }),
  portalRedirecting: (response) => response.writeHead(302, { location: "/welcome" }).end(),
  broken: (response) => response.writeHead(500, { "content-type": "text/html" }).end("<html>oops</html>"),
  busy: (response) => json(response, 503, { type: "urn:mo:http_503" }, { "retry-after": "120" }),
  tooMany: (response) => json(response, 429, { type: "urn:mo:http_429" }, { "retry-after": "7" }),
};
