"""A camera that sees what a test puts before it: Chromium's fake device, playing pictures really taken."""

import base64
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

FAKE = "--use-fake-device-for-media-stream"
ALLOWED = "--use-fake-ui-for-media-stream"
FRAME = {"width": 960, "height": 720}
ROOM = """
<body style="background: #8d8377; display: grid; place-items: center; height: 100vh; margin: 0; overflow: hidden">
  <img style="height: 92vh; border: 14px solid #111; border-radius: 28px; transform: rotate(-7deg)"
    src="data:image/png;base64,{picture}">
"""  # noqa: E501 (one element a line)


@dataclass
class Camera:
    """The one of a Chromium of its own, for where its pictures are is said when that starts."""

    browser: Browser
    film: Path

    @classmethod
    def switched_on(cls, playwright: Playwright, film: Path, flags: list[str]) -> "Camera":
        seeing = f"--use-file-for-fake-video-capture={film}"
        return cls(launch(playwright, [*flags, FAKE, ALLOWED, seeing]), film)

    def look_at(self, screen: Page) -> None:
        """What is on this screen now, at some distance and not quite straight, from the next start on.

        Motion JPEG is one JPEG after the other; Chromium plays it round and round.
        """
        picture = base64.b64encode(screen.screenshot()).decode()
        room = self.browser.new_page(viewport=FRAME)
        room.set_content(ROOM.format(picture=picture))
        room.wait_for_function("document.images[0].complete")
        self.film.write_bytes(room.screenshot(type="jpeg", quality=75) * 3)
        room.close()


def two_cameras(playwright: Playwright, flags: list[str], *, allowed: bool = True) -> Browser:
    """A Chromium that has two, each with a picture of its own; without a window nobody can allow them."""
    return launch(playwright, [*flags, f"{FAKE}=device-count=2", *([ALLOWED] if allowed else [])])


def launch(playwright: Playwright, flags: list[str]) -> Browser:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    return playwright.chromium.launch(executable_path=path, args=flags)
