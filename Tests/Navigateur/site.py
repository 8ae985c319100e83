#!/usr/bin/env python3
"""Plays each role's main work on the site, in Chromium, as people do.

    site.py PROGRAM FOLDER [--only NAME] [--part 1/2] [--no-pictures]

Starts PROGRAM (delibere) on a demonstration of its own, on another whose people come by the
services of a university, on one that writes to people by a server of mail, and on one whose clock
goes through a session 2, then plays every scenario at desktop and phone width, with and without
scripts. Each page that a scenario looks at is judged by axe
(WCAG 2.2 AA: no violation), by its width and by the console, and its picture is kept in FOLDER;
without pictures, only that of a fault.
"""

import argparse
import contextlib
import pathlib
import sys

from playwright.sync_api import sync_playwright

import administration
import bonifications
import bts
import calendrier
import courrier
import direction
import assiduite
import discipline
import documents
import enseignant
import etudiant
import jury
import secretariat
import session2_calendrier
import session2_campagne
import session2_copies
import session2_entiere
import suites
import universite
from lancement import serve, temporary_folder
from regard import CHROMIUM, faults, listen

SIZES = {"bureau": (1440, 900), "telephone": (360, 740)}

# What works without scripts works on the narrower page as on the other.
MANNERS = (("bureau", True), ("telephone", True), ("telephone", False))
SCENARIOS = [
    *enseignant.SCENARIOS,
    *secretariat.SCENARIOS,
    *direction.SCENARIOS,
    *administration.SCENARIOS,
    *etudiant.SCENARIOS,
    *jury.SCENARIOS,
    *suites.SCENARIOS,
    *calendrier.SCENARIOS,
    *documents.SCENARIOS,
    *discipline.SCENARIOS,
    *bonifications.SCENARIOS,
    *assiduite.SCENARIOS,
    *session2_copies.SCENARIOS,
    *session2_calendrier.SCENARIOS,
    *session2_campagne.SCENARIOS,
    *bts.SCENARIOS,
]


class Album:
    """Where pictures are kept: all of them, or only those of faults."""

    def __init__(self, folder, everything):
        self.folder, self.everything = folder, everything

    def keep(self, page, name, fault=False):
        if fault or self.everything:
            page.screenshot(path=self.folder / f"{name}.png", full_page=True)


class Visit:
    """One person at one browser: opens pages, looks at them, remembers what is wrong."""

    def __init__(self, browser, base, accounts, album, name, size, scripts):
        self.base, self.accounts, self.album, self.scripts = base, accounts, album, scripts
        self.made_with = (browser, base, accounts, album, name, size, scripts)
        self.label = f"{name}-{size}-{'js' if scripts else 'sans-js'}"
        width, height = SIZES[size]
        self.is_phone = size == "telephone"
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            locale="fr-FR",
            timezone_id="Europe/Paris",
        )
        self.context.set_default_timeout(30_000)
        self.page = self.context.new_page()
        self.faults = []
        self.count = 0
        self.others = []
        listen(self.page, self.faults)

    def elsewhere(self, who, size=None):
        """Somebody else, at a browser of their own of the same kind, or of another size; what is
        wrong is told here."""
        browser, base, accounts, album, name, mine, scripts = self.made_with
        size = size or mine
        other = Visit(browser, base, accounts, album, f"{name}-{who}", size, scripts)
        self.others.append(other)
        return other

    def close(self):
        for other in self.others:
            other.close()
            self.faults += other.faults
        self.context.close()

    def sign_in(self, login, password="trois petits chats"):
        self.page.goto(self.base + "/connexion")
        self.page.fill("#champ-identifiant", login)
        self.page.fill("#champ-mot-de-passe", password)
        self.page.click("main button[type=submit]")
        self.page.wait_for_url(self.base + "/")

    def open(self, path):
        answer = self.page.goto(self.base + path)
        self.require(answer.status == 200, f"{path} : {answer.status}")

    def require(self, condition, what):
        if not condition:
            self.faults.append(f"expected: {what}")

    def menu(self, name):
        """Goes where a link of the menu leads; on a phone the menu is opened first."""
        if self.is_phone:
            self.page.locator("header summary, header button", has_text="Menu").first.focus()
            self.page.keyboard.press("Enter")
        link = self.page.locator("header").get_by_role("link", name=name, exact=True)
        if link.count() == 0:
            gathered = self.page.locator("header").get_by_role("link", name="Procédures")
            gathered.click()
            self.page.wait_for_url("**/procedures")
            link = self.page.locator("main").get_by_role("link", name=name, exact=True)
        link.click()
        self.page.wait_for_load_state()

    def text(self, selector="main"):
        """What stands there to be read, every space made plain."""
        return " ".join(self.page.locator(selector).first.inner_text().split())

    def tells(self, *sentences):
        """Requires the page to say each."""
        text = self.text()
        for sentence in sentences:
            self.require(sentence in text, f"« {sentence} » on {self.page.url}")

    def look(self, name):
        """Judges the page as it stands and keeps its picture."""
        self.count += 1
        self.album.keep(self.page, f"{self.label}-{self.count}-{name}")
        # axe is itself a script: without scripts, the same page was judged with them.
        if self.scripts:
            self.faults += [f"{name}: {fault}" for fault in faults(self.page)]

    def submit(self, text):
        """Presses a button of the page and waits for the page that answers."""
        self.page.get_by_role("button", name=text, exact=True).locator("visible=true").first.click()
        self.page.wait_for_load_state()


def demonstration(program, stack):
    """The site of a fictitious institute, until the stack ends."""
    folder = temporary_folder(stack)
    return serve(program, stack, folder, "--demonstration", "--base", f"{folder}/iut.sqlite")


def play_all(scenarios, browser, base, accounts, album):
    """Plays each in each manner; gives how many faults there are."""
    count = 0
    for name, role, play in scenarios:
        for size, scripts in MANNERS:
            visit = Visit(browser, base, accounts, album, name, size, scripts)
            try:
                if role:
                    visit.sign_in(accounts[role][0])
                play(visit)
            except Exception as error:  # noqa: BLE001 - reported, and the rest is played
                visit.faults.append(f"{type(error).__name__}: {error}")
                album.keep(visit.page, f"{visit.label}-faute", fault=True)
            visit.close()
            count += len(visit.faults)
            print(f"{visit.label}: {len(visit.faults)} fault(s)", flush=True)
            for fault in visit.faults:
                print(f"  {fault}")
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--only")
    parser.add_argument("--part", default="1/1", help="which of how many parts to play")
    parser.add_argument("--no-pictures", action="store_true")
    parser.add_argument("--chromium", default=CHROMIUM)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    part, parts = (int(number) for number in arguments.part.split("/"))
    everything = [
        *SCENARIOS, *universite.SCENARIOS, *courrier.SCENARIOS, *session2_entiere.SCENARIOS,
    ]
    mine = everything[part - 1 :: parts]
    album = Album(arguments.folder, everything=not arguments.no_pictures)
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=arguments.chromium, args=["--no-sandbox"]
        )
        for scenarios, start in (
            (SCENARIOS, demonstration),
            (universite.SCENARIOS, universite.serve),
            (courrier.SCENARIOS, courrier.serve),
            (session2_entiere.SCENARIOS, session2_entiere.serve),
        ):
            chosen = [one for one in scenarios if one in mine and (arguments.only or "") in one[0]]
            if not chosen:
                continue
            with contextlib.ExitStack() as stack:
                base, accounts = start(arguments.program, stack)
                count += play_all(chosen, browser, base, accounts, album)
        browser.close()
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
