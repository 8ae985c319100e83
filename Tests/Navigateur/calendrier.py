"""One’s calendar: an address asked for, read by a program without cookie, renewed, taken away."""

import datetime
import re
import urllib.error
import urllib.request
import zoneinfo

from icalendar import Calendar
from playwright.sync_api import expect

PARIS = zoneinfo.ZoneInfo("Europe/Paris")


def fetch(address, tag=None):
    """What a program without cookie gets: status, headers, bytes."""
    request = urllib.request.Request(address, headers={"if-none-match": tag} if tag else {})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


def ask(visit):
    """Asks for an address, the first or another; gives it."""
    visit.open("/compte/calendrier")
    visit.look("adresse")
    visit.page.get_by_role("button", name=re.compile("^(Créer|Renouveler)")).click()
    visit.page.wait_for_selector("#adresse")
    visit.tells("Elle ne sera plus montrée", "est une clé", "iPhone", "Thunderbird")
    button = visit.page.get_by_role("button", name="Copier l’adresse")
    if visit.scripts:
        button.wait_for()
    visit.require(button.is_visible() == visit.scripts, "a button to copy, where a script can")
    if visit.scripts:
        button.click()
        expect(visit.page.locator("#copie")).not_to_be_empty()
    visit.look("donnee")
    return visit.page.locator("#adresse").inner_text().strip()


def read(visit, address):
    """The calendar at an address, as a program that is not ours reads it."""
    status, headers, content = fetch(address)
    visit.require(status == 200, f"read without cookie: {status}")
    visit.require("private" in headers["cache-control"], "kept by nobody on the way")
    visit.require(headers["set-cookie"] is None, "no cookie is given")
    again, _, nothing = fetch(address, headers["etag"])
    visit.require((again, nothing) == (304, b""), f"nothing changed: {again}")
    calendar = Calendar.from_ical(content)
    visit.require(not any(part.errors for part in calendar.walk()), "read without fault")
    clocks(visit, calendar)
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def clocks(visit, calendar):
    """The zone that the calendar holds is that of Paris, on both sides of both changes."""
    zone = calendar.walk("VTIMEZONE")[0].to_tz()
    for month, day in ((3, 28), (3, 30), (10, 24), (10, 26)):
        noon = datetime.datetime(2026, month, day, 12)
        told, true = (noon.replace(tzinfo=one).utcoffset() for one in (zone, PARIS))
        visit.require(told == true, f"the clocks of {noon}: {told}")
    for event in calendar.walk("VEVENT"):
        start = event["DTSTART"].dt
        if isinstance(start, datetime.datetime):
            true = start.replace(tzinfo=PARIS).utcoffset()
            visit.require(start.utcoffset() == true, f"{event['UID']}: {start}")


def subscribe(visit):
    """A student subscribes a telephone, renews the address, takes it away."""
    visit.sign_in(visit.accounts["étudiant"][1])
    visit.open("/compte")
    visit.page.get_by_role("link", name="Mon calendrier").click()
    visit.page.wait_for_url("**/compte/calendrier")
    first = ask(visit)
    events = read(visit, first)
    kinds = {uid.split("-")[0] for uid in events}
    visit.require({"seance", "evaluation", "annee"} <= kinds, f"slots, tests, the year: {kinds}")
    visit.require(all("@iut-nulle-part." in uid for uid in events), "names of this institute")
    words = " ".join(f"{event['SUMMARY']} {event.get('DESCRIPTION', '')}" for event in events.values())
    visit.require(not re.search(r"\d,\d|/ ?20\b|ABI|ABJ", words), "neither mark nor absence")
    second = ask(visit)
    visit.require(fetch(first)[0] == 404, "the address that was replaced is dead")
    same = read(visit, second)
    visit.require(same.keys() == events.keys(), "the same calendar at another address")
    visit.open("/compte/calendrier")
    visit.tells("Lue pour la dernière fois")
    visit.submit("Retirer l’adresse")
    visit.tells("L’adresse de votre calendrier est retirée", "Créer mon adresse")
    visit.look("retiree")
    visit.require(fetch(second)[0] == 404, "the address that was taken away is dead")


def teach(visit):
    """A teacher reads the tests of their modules, and no jury."""
    events = read(visit, ask(visit))
    kinds = {uid.split("-")[0] for uid in events}
    visit.require("evaluation" in kinds and "jury" not in kinds, f"tests, no jury: {kinds}")


def official(visit):
    """The calendar of the year is taken from its page."""
    visit.open("/administration/calendrier")
    with visit.page.expect_download() as waiting:
        visit.page.get_by_role("link", name="Ajouter à mon agenda").first.click()
    calendar = Calendar.from_ical(open(waiting.value.path(), "rb").read())
    names = [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]
    visit.require(any("Semestre" in name for name in names), f"the semesters: {names}")
    days = [type(event["DTSTART"].dt) for event in calendar.walk("VEVENT")]
    visit.require(set(days) == {datetime.date}, "whole days")
    visit.look("annee")


SCENARIOS = [
    ("calendrier-etudiant", None, subscribe),
    ("calendrier-enseignant", "enseignant", teach),
    ("calendrier-annee", "administration", official),
]
