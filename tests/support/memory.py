"""Looks into a device's database past the app's own code; the names are those of design.md."""

_ENTRIES = """
const entriesOf = store => new Promise((resolve, reject) => {
  const opening = indexedDB.open("mo")
  opening.onerror = () => reject(opening.error)
  opening.onupgradeneeded = () => opening.transaction.abort()  // never the first to open it
  opening.onsuccess = () => {
    const database = opening.result
    const names = database.objectStoreNames
    const reading = names.contains(store) ? database.transaction(store).objectStore(store) : null
    if (!reading) { database.close(); resolve([]); return }
    const entries = []
    reading.openCursor().onsuccess = ({ target }) => {
      const cursor = target.result
      if (cursor) { entries.push([String(cursor.key), cursor.value]); cursor.continue(); return }
      database.close()
      resolve(entries)
    }
  }
})
"""

READ = f"async store => {{ {_ENTRIES} return entriesOf(store) }}"
"""``[key, value]`` of every entry of a store."""

READY = f"""async person => {{
  {_ENTRIES}
  if (!navigator.serviceWorker.controller) return false
  const state = Object.fromEntries(await entriesOf("state").catch(() => []))
  const own = state["person/" + person]
  return state.here?.person === person && own?.cursor && !own.staged
}}"""
"""Whether a worker is in charge and the whole set of this person's pages is kept."""

HERE = f"""async person => {{
  {_ENTRIES}
  const state = Object.fromEntries(await entriesOf("state").catch(() => []))
  return state.here?.person === person
}}"""
"""Whether the device knows that this person is signed in here."""

KEPT = f"""async path => {{
  {_ENTRIES}
  return (await entriesOf("pages").catch(() => [])).some(([key]) => key === path)
}}"""
"""Whether the device keeps this page."""

PENDING = f"""async count => {{
  {_ENTRIES}
  const entries = await entriesOf("outbox")
  return entries.filter(([, entry]) => entry.status === "pending").length === count
}}"""

NO_PAGE_SAYS = f"""async words => {{
  {_ENTRIES}
  const pages = await entriesOf("pages")
  return pages.length > 0 && pages.every(([, page]) => !page.html.includes(words))
}}"""

PAGE_SAYS = f"""async ([path, words]) => {{
  {_ENTRIES}
  return (await entriesOf("pages")).some(([key, page]) => key === path && page.html.includes(words))
}}"""

QUIET = """async () => {
  const calm = async () => {
    const locks = await navigator.locks?.query()
    return !locks || ![...locks.held, ...locks.pending].some(({ name }) => name === "mo-exchange")
  }
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname)
  if (!loaded.includes("/sync") || !(await calm())) return false
  await new Promise(resolve => setTimeout(resolve))  // for one that follows at once
  return calm()
}"""
"""Whether the page in view has exchanged, and nobody on this device exchanges now."""

TOLD_TO_WAIT = f"""async () => {{
  {_ENTRIES}
  return Object.fromEntries(await entriesOf("state")).here.notBefore > 0
}}"""
"""Whether the device has taken in that the server asked for time."""

CHANGE_PAYLOAD = """([id, change]) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("mo")
  opening.onsuccess = () => {
    const database = opening.result
    const writing = database.transaction("outbox", "readwrite")
    const outbox = writing.objectStore("outbox")
    outbox.get(id).onsuccess = ({ target }) => {
      const entry = target.result
      outbox.put({ ...entry, payload: { ...entry.payload, ...change } })
    }
    writing.oncomplete = () => { database.close(); resolve() }
    writing.onerror = () => reject(writing.error)
  }
})"""
"""Breaks an operation that is waiting, as a defect of the app or of the disk would."""

SNAPSHOT = f"""async () => {{
  {_ENTRIES}
  const keys = store => new Promise((resolve, reject) => {{
    const opening = indexedDB.open("mo")
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {{
      const database = opening.result
      database.transaction(store).objectStore(store).getAllKeys().onsuccess = ({{ target }}) => {{
        database.close()
        resolve(target.result)
      }}
    }}
  }})
  const kept = {{}}
  for (const store of ["state", "outbox", "documents", "pages", "staged"]) {{
    const values = (await entriesOf(store)).map(([, value]) => value)
    kept[store] = (await keys(store)).map((key, place) => [key, values[place]])
  }}
  return kept
}}"""
"""All that the device knows, to be put back with ``RESTORE``."""

RESTORE = """kept => new Promise((resolve, reject) => {
  const opening = indexedDB.open("mo")
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const database = opening.result
    const writing = database.transaction(Object.keys(kept), "readwrite", { durability: "strict" })
    for (const [name, entries] of Object.entries(kept)) {
      const store = writing.objectStore(name)
      store.clear()
      for (const [key, value] of entries) store.keyPath ? store.put(value) : store.put(value, key)
    }
    writing.oncomplete = () => { database.close(); resolve() }
    writing.onerror = () => reject(writing.error)
  }
})"""
