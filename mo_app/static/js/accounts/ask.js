/** Asking the server, and what may come instead of an answer. */

const CLOCK_MAY_DIFFER = 120_000; // milliseconds

/** The server understood, and said no: a problem (RFC 9457) in the reader's language. */
export class Refusal extends Error {
  constructor(problem) {
    super(problem.title);
    this.code = problem.type?.split(":").at(-1);
    this.fields = problem.fields ?? {};
  }
}

/** Nobody answered, or somebody else did. */
export class Unreachable extends Error {}

/** @returns {Promise<{body: object, clockWrong: boolean}>} @throws {Refusal|Unreachable} */
export async function ask(url, content = {}) {
  const response = await send(url, content);
  const body = await response.json().catch(() => null);
  if (body === null) throw new Unreachable();
  if (!response.ok) throw new Refusal(body);
  return { body, clockWrong: isClockWrong(response.headers.get("Date")) };
}

function isClockWrong(served, now = Date.now()) {
  return served !== null && Math.abs(Date.parse(served) - now) > CLOCK_MAY_DIFFER;
}

async function send(url, content) {
  try {
    return await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json, application/problem+json" },
      body: JSON.stringify(content),
    });
  } catch {
    throw new Unreachable();
  }
}
