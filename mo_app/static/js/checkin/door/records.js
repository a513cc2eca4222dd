/** What was recorded at the door: what the server knows (`door/<event>`), and over it what this device has not sent yet. */

/** @typedef {{id: string, kind: string, payload: any, made_at: string}} Operation  of the outbox, or about to be in it */
/** @typedef {{id: string, name: string, organisation: string|null, organisation_text: string, party: number, at: string, by: string}} WalkIn */

/**
 * @param {any} door  the document, or undefined
 * @param {Operation[]} operations  that the document does not contain yet
 * @param {{event: string, me: string}} here  `me`: the id of this station or person
 * @returns {{scans: import("./presence.js").Scan[], walk_ins: WalkIn[], merges: import("./presence.js").Merge[], undos: {of: string}[], unsent: Set<string>}}
 *   `unsent`: ids of the records that only this device knows
 */
export function recordsOf(door, operations, { event, me }) {
  const records = fromServer(door);
  const known = new Set([...records.scans, ...records.walk_ins, ...records.merges].map(({ id }) => id));
  const mine = operations.filter(({ id, payload }) => payload.event === event && !known.has(id));
  for (const operation of mine) ADD[operation.kind]?.(records, operation, me);
  return { ...records, unsent: new Set(mine.map(({ id }) => id)) };
}

function fromServer(door) {
  return {
    scans: (door?.scans ?? []).map(([id, person, party, at, by]) => ({ id, person, party, at, by })),
    walk_ins: (door?.walk_ins ?? []).map(([id, name, organisation, organisation_text, party, at, by]) => (
      { id, name, organisation, organisation_text, party, at, by }
    )),
    merges: (door?.merges ?? []).map(([id, a, b]) => ({ id, a, b })),
    undos: [],
  };
}

const scan = (records, { id, payload: { person, party }, made_at: at }, by) => records.scans.push({ id, person, party, at, by });

const ADD = {
  "checkin.scan": scan,
  "checkin.paper": (records, operation) => scan(records, operation, "paper"),
  "checkin.walk_in": (records, { id, payload, made_at: at }, me) => {
    const { name, organisation, organisation_text, party, paper } = payload;
    records.walk_ins.push({ id, name, organisation, organisation_text, party, at, by: paper ? "paper" : me });
  },
  "checkin.undo": (records, { payload: { of } }) => records.undos.push({ of }),
  "walk_in.merge": (records, { id, payload }) => records.merges.push({ id, a: `w:${payload.walk_in}`, b: payload.into }),
};
