/** The notices that this person has not read, the newest first; what is read here and not sent yet is read. */
export function unread(view) {
  const read = new Set(view.pending.filter(({ kind }) => kind === "notice.read").map(({ payload }) => payload.notice));
  return (view.mine?.notices ?? []).filter((notice) => !notice.read && !read.has(notice.id));
}
