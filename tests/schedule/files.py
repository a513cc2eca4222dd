"""Writes calendar files for tests."""


def calendar(*entries: str, head: str = "") -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *head.splitlines()]
    for entry in entries:
        lines += entry.strip().splitlines()
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def event(
    text: str = "", *, uid: str = "a@test", title: str = "Meeting", start: str | None = ":20260601T100000Z"
) -> str:
    begin = [f"UID:{uid}", "DTSTAMP:20260401T000000Z", f"SUMMARY:{title}"]
    if start:
        begin.append(f"DTSTART{start}")
    return "\n".join(["BEGIN:VEVENT", *begin, text, "END:VEVENT"]).replace("\n\n", "\n")
