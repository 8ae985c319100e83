"""The juries: a whole end of year played by the keyboard, its error put right; and, in every kind of
browser, a jury that is opened, prepared, tried and taken away."""

import pathlib
import re
import subprocess
import sys
import tempfile
import time

VERIFIER = pathlib.Path(__file__).resolve().parents[2] / "tools" / "verifier_jury.py"

MEMBERS = [("Béatrice Hauteclaire", "president"), ("Alix Banc", "enseignant")]


def open_jury(visit, promotion, day, matter):
    """Opens a jury with a president who is there and a member who is not; gives its address."""
    visit.open("/jurys")
    page = visit.page
    page.get_by_role("link", name=promotion, exact=True).click()
    page.wait_for_selector("#champ-objet")
    page.select_option("#champ-objet", matter)
    page.fill("#champ-date", day)
    if page.locator("#champ-motif").count():
        page.fill("#champ-motif", "Après la session 2.")
    page.fill("#champ-nomination", "arrêté 2026-12 du 3 mars 2026")
    for rank, (name, part) in enumerate(MEMBERS):
        page.locator("[name=membre]").nth(rank).fill(name)
        page.locator("[name=qualite]").nth(rank).select_option(part)
    page.locator("[name=present]").nth(0).check()
    visit.submit("Ouvrir le jury")
    page.wait_for_url(re.compile(r"/jurys/\d+$"))
    return page.url.removeprefix(visit.base)


def key(visit, name):
    """Presses a key that leads to another page."""
    before = visit.page.url
    visit.page.keyboard.press(name)
    visit.page.wait_for_url(lambda url: url != before)
    visit.page.wait_for_load_state()


def decide(visit, letter, reason):
    """A code by its key, its reason, Enter."""
    page = visit.page
    page.keyboard.press(letter)
    visit.require("Donnez le motif" in page.locator("#touche").inner_text(), "the reason is asked")
    page.keyboard.type(reason)
    key(visit, "Enter")


def whole_year(visit):
    """Sixty students by the keyboard alone: ten departures, an absent member, the closing; then a
    mark put right, and the second deliberation that replaces what was sealed."""
    page = visit.page
    jury = open_jury(visit, "MMI 1re année, 2025-2026", "2026-07-03", "annee")
    visit.open(jury + "/deliberation")
    visit.require(page.locator("tbody tr").count() == 60, "sixty students")
    visit.look("liste")
    waiting = re.search(r"Décision à prendre \((\d+)\)", visit.text("#champ-filtre"))
    waiting = int(waiting.group(1)) if waiting else 0
    if waiting:
        visit.open(jury + "/cloture")
        visit.tells("sans décision")
        visit.open(jury + "/deliberation?filtre=en-attente")
        key(visit, "Enter")
        for _ in range(waiting):
            decide(visit, "r", "trop de regroupements sous la moyenne")
        visit.tells("0 étudiant")

    visit.open(jury + "/deliberation?filtre=a-examiner")
    key(visit, "Enter")
    visit.look("etudiant")
    for _ in range(10 - waiting):
        decide(visit, "j", "progression nette sur l’année")
    key(visit, "a")
    visit.require(page.locator("#decision").count() == 1, "the next student comes by itself")
    visit.open(jury + "/deliberation")
    page.keyboard.press("t")
    page.get_by_text("Les propositions sont adoptées").wait_for()
    visit.open(jury + "/deliberation?filtre=a-examiner")
    left = page.locator("tbody tr").count()
    if left:
        key(visit, "Enter")
        for _ in range(left):
            key(visit, "a")
    seen_again(visit, jury)
    visit.open(jury)
    visit.tells("Examinés 60 sur 60", "Écarts décidés 10")
    visit.open(jury + "/cloture")
    visit.look("cloture")
    key(visit, "c")
    visit.tells("Tout se vérifie", "Béatrice Hauteclaire", "proposition adoptée")
    visit.require(page.get_by_text("ne se rejoue pas").count() == 0, "every proposal is replayed")
    visit.look("scelles")
    verify_apart(visit, jury)
    visit.open(jury)
    visit.tells("Alix Banc", "absent")
    visit.open(jury + "/scelles")
    put_right(visit, jury)


def seen_again(visit, jury):
    """A mark changes once the jury has taken position: it sees the student again before it closes."""
    page = visit.page
    visit.open(jury + "/deliberation?filtre=limites")
    page.locator("tbody th a").first.click()
    page.wait_for_url("**/etudiants/**")
    change_a_mark(visit, re.search(r"/etudiants/(\d+)", page.url).group(1))
    visit.open(jury + "/cloture")
    visit.tells("1 étudiant dont la proposition a changé depuis l’examen")
    visit.require(page.get_by_role("button", name="Clore et sceller").count() == 0, "not closed yet")
    visit.look("changee")
    visit.open(jury + "/deliberation?filtre=changes")
    visit.require(page.locator("tbody tr").count() == 1, "the one whose mark changed")
    key(visit, "Enter")
    taken = page.locator("[name=annee-prise]").input_value()
    key(visit, {"": "a", "ADJ": "j", "RED": "r"}[taken])
    visit.open(jury + "/deliberation?filtre=changes")
    visit.require(page.locator("tbody tr").count() == 0, "nobody is left to be seen again")


def without_keys(visit):
    """The box at the foot turns the keys off, and the browser remembers."""
    page = visit.page
    box = page.locator("#touches-actives")
    box.uncheck()
    here = page.url
    page.locator("h1").click()
    page.keyboard.press("l")
    page.wait_for_timeout(300)
    visit.require(page.url == here, "a key does nothing any more")
    page.reload()
    visit.require(not box.is_checked(), "it is remembered")
    box.check()
    page.locator("h1").click()
    key(visit, "l")
    page.go_back()


def second_year(visit):
    """A second year whose marks are not there yet: everybody is left without decision, one by one,
    and the list of diplomas says what each lacks."""
    page = visit.page
    jury = open_jury(visit, "R&T IOM 2e année, 2026-2027", "2027-07-05", "annee")
    visit.open(jury + "/deliberation?filtre=en-attente")
    waiting = page.locator("tbody tr").count()
    visit.require(waiting > 0, "the rules propose nothing yet")
    key(visit, "Enter")
    for _ in range(waiting):
        key(visit, "a")
    visit.open(jury + "/cloture")
    if page.locator("#champ-derogation").count():
        page.fill("#champ-derogation", "séance d’essai")
    visit.submit("Clore et sceller")
    visit.tells("Tout se vérifie", "laissé sans décision")
    visit.open(jury)
    page.get_by_role("link", name="DUT", exact=True).click()
    page.wait_for_url("**/diplomes")
    visit.tells("DUT attribués", "Sans le diplôme", "UE31")
    visit.look("diplomes")


def verify_apart(visit, jury):
    """What is downloaded verifies without the program, and no longer once it is altered."""
    text = visit.context.request.get(visit.base + jury + "/scelles.json").text()
    with tempfile.TemporaryDirectory() as folder:
        for altered, expected in ((text, 0), (text.replace('"RED"', '"ADJ"', 1), 1)):
            file = pathlib.Path(folder) / "jury.json"
            file.write_text(altered, encoding="utf-8")
            run = subprocess.run([sys.executable, VERIFIER, file], capture_output=True, text=True)
            visit.require(run.returncode == expected, f"verified apart: {run.stdout}{run.stderr}")


def put_right(visit, jury):
    """A mark was mistaken: the decision is stale, then deliberated again."""
    page = visit.page
    name = page.locator("tbody th").first.inner_text()
    visit.open(jury + "/deliberation")
    page.get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_url("**/etudiants/**")
    student = re.search(r"/etudiants/(\d+)", page.url).group(1)
    visit.require(page.locator("#decision").count() == 0, "a closed jury decides no more")
    test = change_a_mark(visit, student)
    visit.open(jury + "/scelles")
    visit.tells("Des faits ont changé depuis la clôture", "devient")
    visit.require(page.get_by_text("périmé", exact=True).count() == 1, "one decision is stale")
    visit.look("perime")
    page.get_by_role("link", name="Ouvrir une nouvelle délibération").click()
    visit.submit("Ouvrir la délibération")
    visit.tells("Dites ce qui prouve l’erreur.", "Donnez le jour de la délibération.")
    page.fill("#champ-date", "2026-09-04")
    page.fill("#champ-preuve", f"note de l’évaluation {test} reportée de travers, copie jointe")
    visit.look("rectification")
    visit.submit("Ouvrir la délibération")
    page.wait_for_url(re.compile(r"/jurys/\d+$"))
    second = page.url.removeprefix(visit.base)
    page.locator("[name=present]").nth(0).check()
    visit.submit("Enregistrer la séance")
    visit.open(second + "/deliberation")
    visit.require(page.locator("tbody tr").count() == 1, "one student is deliberated again")
    key(visit, "Enter")
    decide(visit, "j", "la note rétablie montre le niveau")
    visit.open(second + "/cloture")
    key(visit, "c")
    visit.tells("Tout se vérifie", "la note rétablie")
    visit.open(jury + "/scelles")
    visit.require("Des faits ont changé" not in visit.text(), "the new seal replaces the old")
    visit.tells("Tout se vérifie")


def change_a_mark(visit, student):
    """The studies’ director opens a test again, the office mends a mark with its reason."""
    office = visit.elsewhere("secretariat")
    office.sign_in(visit.accounts["secrétariat"][0])
    office.open(f"/etudiants/{student}/notes")
    link = office.page.locator(f"a[href*='/evaluations/'][href$='/notes/{student}']").first
    test = re.search(r"/evaluations/(\d+)", link.get_attribute("href")).group(1)
    studies = visit.elsewhere("etudes")
    studies.sign_in(visit.accounts["direction des études"][0])
    studies.open(f"/evaluations/{test}/reglages")
    if studies.page.get_by_role("button", name="Rouvrir les notes").count():
        studies.page.fill("#champ-motif", "erreur de report")
        studies.submit("Rouvrir les notes")
    office.open(f"/evaluations/{test}")
    page = office.page
    if page.locator("#champ-motif").count():
        page.fill("#champ-motif", "note reportée de travers")
    cell = page.locator(f"[name='note-{student}']")
    cell.fill("1" if cell.input_value() != "1" else "2")
    cell.press("Enter")
    time.sleep(1)
    office.open(f"/evaluations/{test}/notes/{student}")
    office.require(page.locator("tbody tr").count() >= 2, "the mark has a history")
    return test


def tried(visit):
    """A jury opened, prepared, tried and taken away, by clicks only."""
    page = visit.page
    jury = open_jury(visit, "R&T IOM 2e année, 2026-2027", "2027-02-10", "S3")
    visit.tells("Jury du semestre 3", "Examinés")
    visit.look("jury")
    visit.open(jury + "/deliberation")
    visit.look("liste")
    visit.open(jury + "/cloture")
    visit.tells("sans décision")
    visit.look("cloture-trop-tot")
    visit.open(jury + "/deliberation")
    page.locator("tbody th a").first.click()
    page.wait_for_selector("#decision")
    visit.look("etudiant")
    if visit.scripts and not visit.is_phone:
        without_keys(visit)
    open_details(visit, "#autres")
    visit.submit("Enregistrer ces décisions")
    visit.tells("Choisissez une décision, ou adoptez la proposition.")
    open_details(visit, "#autres")
    page.locator("#decision select").first.select_option("ADJ")
    visit.submit("Enregistrer ces décisions")
    visit.tells("demande un motif")
    visit.look("sans-motif")
    page.fill("#champ-motif", "travail soutenu")
    visit.submit("Enregistrer ces décisions")
    visit.open(jury + "/deliberation?filtre=ecarts")
    visit.require(page.locator("tbody tr").count() == 1, "the departure is found again")
    page.locator("tbody th a").first.click()
    page.wait_for_selector("#decision")
    visit.submit("Reprendre l’examen")
    visit.tells("à examiner")
    open_details(visit, ".preparation")
    visit.submit("Signaler")
    visit.tells("Écrivez ce que le jury doit savoir.")
    open_details(visit, ".preparation")
    page.fill("#champ-situation", "Hospitalisé en janvier.")
    visit.submit("Signaler")
    visit.tells("Situation signalée", "Hospitalisé en janvier.")
    visit.submit("Ne plus signaler")
    visit.require("Hospitalisé" not in visit.text(), "the situation is withdrawn")
    visit.open(jury)
    visit.submit("Retirer ce jury")
    page.wait_for_url(visit.base + "/jurys")
    visit.tells("Le jury est retiré.")


def open_details(visit, selector):
    """Unfolds what is folded."""
    details = visit.page.locator(selector).first
    if details.get_attribute("open") is None:
        details.locator("summary").first.click()


def jury(visit):
    if visit.scripts and not visit.is_phone:
        whole_year(visit)
        second_year(visit)
    tried(visit)


SCENARIOS = [("jury", "direction de l’IUT", jury)]
