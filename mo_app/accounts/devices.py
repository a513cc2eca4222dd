"""What a browser calls itself, in words that its owner knows."""

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)
"""In the order of asking: many claim to be Safari and Chrome, Android claims to be Linux."""


def device_label(user_agent: str) -> str:
    """Such as ``Firefox · Android``; empty where nothing is recognised."""
    found = [
        next((name for token, name in table if token in user_agent), None) for table in (BROWSERS, SYSTEMS)
    ]
    return " · ".join(name for name in found if name)
