"""A teacher: what is to do, a test, its marks by the keyboard alone, its publication."""

import re

from playwright.sync_api import expect


def settled(page):
    """Waits until nothing is on its way to the server."""
    expect(page.locator("#bilan")).not_to_have_text(re.compile("Enregistrement|^$"))


def saved(page):
    expect(page.locator("#bilan")).to_have_text("Tout est enregistré")


def first_test(visit):
    """Opens the first test of the person that lacks marks."""
    visit.open("/modules")
    visit.look("mes-modules")
    visit.page.locator("td a").first.click()
    visit.page.wait_for_selector("form[data-grille]")


def marks(visit):
    first_test(visit)
    page = visit.page
    cells = page.locator("input[data-etudiant]")
    visit.look("grille")
    cells.first.focus()
    if not visit.scripts:
        cells.nth(0).fill("11,5")
        cells.nth(1).fill("999")
        visit.submit("Enregistrer les notes")
        visit.require("1 note à corriger" in page.inner_text("main"), "the fault is told")
        visit.require(cells.nth(1).input_value() == "999", "what was typed is kept")
        cells.nth(1).fill("ABS")
        visit.submit("Enregistrer les notes")
        visit.require("notes sont enregistrées" in page.inner_text("main"), "it is told")
        visit.require(cells.nth(0).input_value() == "11,5", "the mark stands")
        visit.require(cells.nth(1).input_value() == "ABI", "the absence stands")
        return
    # From here on the mouse is not touched.
    def type_mark(text, then):
        page.keyboard.press("Control+A")
        page.keyboard.type(text)
        page.keyboard.press(then)

    def state(rank):
        return page.locator("[id^=etat-]").nth(rank)

    type_mark("11,5", "Enter")
    type_mark("ABS", "ArrowDown")
    type_mark("999", "Enter")
    expect(page.locator("#bilan")).to_have_text(re.compile("pas enregistrée"))
    visit.require("Attendu" in state(2).inner_text(), "the fault is told beside its mark")
    page.keyboard.press("ArrowUp")
    type_mark("12", "Enter")
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('13\\n14,25\\n\\nEXC\\n')")
    page.keyboard.press("Control+V")
    saved(page)
    values = [cells.nth(rank).input_value() for rank in range(7)]
    visit.require(values[:5] == ["11,5", "ABI", "12", "13", "14,25"], f"marks: {values}")
    visit.require(values[6] == "EXC", f"the pasted empty line changes nothing: {values}")
    page.wait_for_timeout(600)
    visit.look("grille-saisie")
    page.reload()
    visit.require(cells.nth(3).input_value() == "13", "a pasted mark stands after a reload")


def conflict(visit):
    """Two people write the same mark: the second sees what the first has put."""
    if not visit.scripts:
        return
    first_test(visit)
    other = visit.context.new_page()
    other.goto(visit.page.url)
    for page, mark in ((other, "7"), (visit.page, "8")):
        cell = page.locator("input[data-etudiant]").nth(9)
        cell.fill(mark)
        cell.press("Enter")
        settled(page)
    state = visit.page.locator("[id^=etat-]").nth(9).inner_text()
    visit.require("Entre-temps" in state and "« 7 »" in state, f"the conflict is shown: {state}")
    cell = visit.page.locator("input[data-etudiant]").nth(9)
    cell.fill("8,5")
    cell.press("Enter")
    saved(visit.page)


def new_test(visit):
    visit.open("/modules")
    visit.page.locator("th a").first.click()
    visit.page.wait_for_selector("h1")
    visit.look("module")
    visit.page.get_by_role("link", name="Nouvelle évaluation").first.click()
    visit.page.fill("#champ-coefficient", "-1")
    visit.submit("Créer l’évaluation")
    visit.require("à corriger" in visit.page.inner_text("main"), "faults are summed up")
    visit.look("nouvelle-fautive")
    visit.page.fill("#champ-nom", f"Contrôle {visit.label}")
    visit.page.fill("#champ-coefficient", "1,5")
    visit.submit("Créer l’évaluation")
    visit.require("est créée" in visit.page.inner_text("main"), "it is told")
    visit.submit("Publier aux étudiants")
    visit.require("voient maintenant" in visit.page.inner_text("main"), "it is told")
    visit.submit("Retirer aux étudiants")
    visit.page.get_by_role("link", name="Réglages").click()
    visit.page.wait_for_selector("text=Retirer l’évaluation")
    visit.look("reglages")
    visit.submit("Retirer l’évaluation")
    visit.require("est retirée" in visit.page.inner_text("main"), "it is told")


def sheet(visit):
    """The sheet of a test goes out and comes back."""
    if visit.is_phone:
        return
    first_test(visit)
    with visit.page.expect_download() as download:
        visit.page.get_by_role("link", name="Feuille à remplir").click()
    path = download.value.path()
    visit.page.get_by_role("link", name="Reprendre une feuille").click()
    visit.page.wait_for_selector("#champ-feuille")
    visit.page.set_input_files("#champ-feuille", files=[
        {"name": "notes.csv", "mimeType": "text/csv", "buffer": b"a;b\n1;2\n"}
    ])
    visit.submit("Voir ce qui change")
    visit.require("rien n’a été écrit" in visit.page.inner_text("main"), "the fault is told")
    visit.look("reprise-fautive")
    visit.page.set_input_files("#champ-feuille", path)
    visit.submit("Voir ce qui change")
    visit.require("ne change rien" in visit.page.inner_text("main"), "nothing changes")
    visit.look("reprise")


SCENARIOS = [
    ("enseignant-notes", "enseignant", marks),
    ("enseignant-conflit", "enseignant", conflict),
    ("enseignant-evaluation", "enseignant", new_test),
    ("enseignant-feuille", "enseignant", sheet),
]
