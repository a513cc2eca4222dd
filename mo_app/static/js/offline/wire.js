/**
 * One POST to /sync, and what its answer means. Whatever is not ours, in form and content, is no connection: a captive
 * portal answers everything with 200.
 *
 * A reply: {kind: "answer", answer}           the server has answered
 *          {kind: "none"}                     no connection
 *          {kind: "busy", wait}               it is there and cannot now; `wait`: milliseconds it asks for, or null
 *          {kind: "signin"}                   nobody is signed in any more
 *          {kind: "other", person}            somebody else is signed in
 *          {kind: "smaller"} {kind: "refused"}   too much at once; not understood
 */
export const PROTOCOL = 1;
const SILENCE = 15_000; // milliseconds without a byte; slow is not dead
const MOST_WAIT = 3_600_000;

/** @param {object} request */
export async function send(request, { url = "/sync", silence = SILENCE } = {}) {
  const patience = new Patience(silence);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(request),
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error", // the exchange never redirects, captive portals do
      signal: patience.signal,
    });
    patience.renew();
    return understand(response, await textOf(response, patience));
  } catch {
    return { kind: "none" };
  } finally {
    patience.end();
  }
}

function understand(response, text) {
  const type = response.headers.get("content-type") ?? "";
  const wait = waitOf(response.headers);
  const body = /^application\/(problem\+)?json\b/.test(type) ? parse(text) : null;
  if (response.status === 429 || response.status >= 500) return { kind: "busy", wait };
  if (response.ok) return isAnswer(body) ? { kind: "answer", answer: body } : { kind: "none" };
  if (typeof body?.type !== "string" || !body.type.startsWith("urn:mo:")) return { kind: "none" };
  if (response.status === 401) return { kind: "signin" };
  if (response.status === 409 && typeof body.person === "string") return { kind: "other", person: body.person };
  return { kind: response.status === 413 ? "smaller" : "refused" };
}

/** Nothing is taken of an answer that is broken anywhere. */
function isAnswer(body) {
  const page = ({ url, version, html }) => isText(url) && isText(version) && isText(html) && html.includes("</html>");
  return (
    body?.protocol === PROTOCOL &&
    Array.isArray(body.results) &&
    Array.isArray(body.pages) &&
    body.pages.every((each) => each && page(each)) &&
    Array.isArray(body.gone) &&
    isText(body.cursor) &&
    Number.isInteger(body.acked) &&
    typeof body.documents === "object" &&
    !Number.isNaN(Date.parse(body.server_now))
  );
}

const isText = (value) => typeof value === "string" && value !== "";

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Retry-After in milliseconds: it comes as seconds or as a date (RFC 9110, 10.2.3), the latter by the server's clock. */
export function waitOf(headers, now = Date.now()) {
  const after = headers.get("retry-after")?.trim();
  if (!after) return null;
  const clock = Date.parse(headers.get("date") ?? "") || now;
  const wait = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - clock;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), MOST_WAIT);
}

async function textOf(response, patience) {
  if (!response.body) return response.text();
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    patience.renew();
    text += decoder.decode(value, { stream: true });
  }
}

/** Ends a request that has gone silent. */
class Patience {
  #controller = new AbortController();
  #timer;

  constructor(silence) {
    this.silence = silence;
    this.renew();
  }

  get signal() {
    return this.#controller.signal;
  }

  renew() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), this.silence);
  }

  end() {
    clearTimeout(this.#timer);
  }
}
