"""Clara at the desk while tablets bring what they have: figures and walk-ins come by themselves."""

import csv
import re
from datetime import UTC, datetime
from pathlib import Path

import pypdf
from playwright.sync_api import expect

from tests.support.cast import Cast
from tests.support.closed_evening import make_evening
from tests.support.phones import Phones
from tests.support.records import Records


def test_what_tablets_bring_appears_and_one_tap_merges(phones: Phones, cast: Cast, records: Records) -> None:
    desk = phones.signed_in("clara")
    desk.page.goto(f"/en/desk/events/{cast.events['past']}/door")
    expect(desk.page.locator("#now")).to_contain_text("0 people were here")
    with records.writing() as session:
        make_evening(session, cast, datetime.now(UTC))
    expect(desk.page.locator("#now")).to_contain_text("10 people were here", timeout=40_000)
    walk_ins = desk.page.locator("#walk-ins")
    expect(walk_ins).to_contain_text(
        "The walk-in Bohdan Shevchuk is probably the member Bohdan Shevchuk.", timeout=40_000
    )
    walk_ins.get_by_label("Why?").fill("It is him")
    walk_ins.get_by_role("button", name="It is the same person").click()
    expect(desk.page.get_by_text("They count as one now.")).to_be_visible()
    expect(desk.page.locator("#now")).to_contain_text("8 people were here")
    expect(desk.page.locator("#close")).to_contain_text("It is him")


def test_paper_and_files_are_saved_from_the_page(
    phones: Phones, cast: Cast, records: Records, tmp_path: Path
) -> None:
    with records.writing() as session:
        make_evening(session, cast, datetime.now(UTC))
    desk = phones.signed_in("clara")
    desk.page.goto(f"/en/desk/events/{cast.events['past']}/door")
    desk.page.get_by_label("Empty lines").fill("30")
    with desk.page.expect_download() as download:
        desk.page.get_by_role("button", name="Sign-in sheet as PDF").click()
    download.value.save_as(tmp_path / "sheet.pdf")
    assert len(pypdf.PdfReader(tmp_path / "sheet.pdf").pages) == 2
    desk.page.get_by_label("Everybody by name").check()
    with desk.page.expect_download() as download:
        desk.page.get_by_role("button", name="As CSV").click()
    download.value.save_as(tmp_path / "people.csv")
    with (tmp_path / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        names = {row["Name"] for row in csv.DictReader(file, delimiter=";")}
    assert {"Amina Tesfay", "Clara Vogel"} < names
    desk.page.reload()
    desk.page.get_by_text(re.compile("exports so far")).click()
    expect(desk.page.get_by_text("By name · CSV").first).to_be_visible()
