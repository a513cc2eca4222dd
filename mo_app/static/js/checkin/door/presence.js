/**
 * Who is present, and how many: derived from what was recorded, in whatever order it arrived. Pure; the server derives
 * the same (mo_app/checkin/presence.py), and both are held to tests/data/presence.json.
 *
 * @typedef {{id: string, person: string, party: number, at: string, by: string}} Scan
 * @typedef {{id: string, party: number, at: string, by: string}} WalkIn
 * @typedef {{id: string, a: string, b: string}} Merge  subjects: "w:<walk-in>" or "p:<person>"
 * @typedef {{heads: number, at: string, by: string, scans: string[], walk_ins: string[]}} Present  `at` and `by` of the
 *   earliest record; the ids of all the live ones
 */

/**
 * @param {{scans: Scan[], walk_ins: WalkIn[], merges: Merge[], undos: {of: string}[]}} records  a record whose id is
 *   undone does not exist, also where the undo came first
 * @returns {{present: Map<string, Present>, people: number, heads: number, walk_ins: number}}
 */
export function derive({ scans, walk_ins, merges, undos }) {
  const undone = new Set(undos.map(({ of }) => of));
  const isLive = ({ id }) => !undone.has(id);
  const live = walk_ins.filter(isLive);
  const standsFor = representatives(live, merges.filter(isLive));
  const records = new Map();
  const add = (subject, record) => records.set(subject, [...(records.get(subject) ?? []), record]);
  for (const scan of scans.filter(isLive)) add(`p:${scan.person}`, { ...scan, kind: "scans" });
  for (const each of live) add(standsFor.get(`w:${each.id}`), { ...each, kind: "walk_ins" });
  const present = new Map([...records].map(([subject, found]) => [subject, presentBy(found)]));
  return {
    present,
    people: present.size,
    heads: [...present.values()].reduce((sum, { heads }) => sum + heads, 0),
    walk_ins: [...present.keys()].filter((subject) => subject.startsWith("w:")).length,
  };
}

function presentBy(records) {
  const [first] = records.length > 1 ? [...records].sort(earlier) : records;
  const ids = (wanted) => records.filter(({ kind }) => kind === wanted).map(({ id }) => id).sort();
  const heads = Math.max(...records.map(({ party }) => party));
  return { heads, at: first.at, by: first.by, scans: ids("scans"), walk_ins: ids("walk_ins") };
}

const earlier = (a, b) => microseconds(a.at) - microseconds(b.at) || (a.id < b.id ? -1 : 1);

/** The server keeps microseconds, which `Date` does not know. */
function microseconds(iso) {
  const fraction = /\.\d{3}(\d{1,3})/.exec(iso)?.[1] ?? "";
  return Date.parse(iso) * 1000 + Number(fraction.padEnd(3, "0"));
}

/** By walk-in, the subject that it stands for: the smallest person of its group, else its smallest live walk-in. */
function representatives(live, merges) {
  const groups = groupsOf(merges);
  const subjects = live.map(({ id }) => `w:${id}`);
  const isHere = new Set(subjects);
  const found = new Map();
  for (const subject of subjects) {
    const group = [...(groups.get(subject) ?? [subject])];
    const people = group.filter((each) => each.startsWith("p:"));
    found.set(subject, smallest(people.length ? people : group.filter((each) => isHere.has(each))));
  }
  return found;
}

/** The connected components, by each of their subjects; undone and unknown walk-ins connect, too. */
function groupsOf(merges) {
  const groups = new Map();
  for (const { a, b } of merges) {
    const joined = new Set([...(groups.get(a) ?? [a]), ...(groups.get(b) ?? [b])]);
    for (const subject of joined) groups.set(subject, joined);
  }
  return groups;
}

const smallest = (texts) => texts.reduce((least, text) => (text < least ? text : least));
