"""Who directs studies: promotions, what is late, the maquette, results and why they are so."""

import io
import re
import zipfile
from xml.etree import ElementTree


def promotion(visit, rank):
    """Opens a promotion, the last year first; gives its address."""
    visit.open("/promotions")
    visit.page.locator("main td a, main th a").nth(rank).click()
    visit.page.wait_for_url(re.compile(r"/promotions/\d+$"))
    return visit.page.url.removeprefix(visit.base)


def follow_up(visit):
    """Which marks are late, and in whose charge."""
    visit.open("/promotions")
    visit.look("promotions")
    here = promotion(visit, 0)
    page = visit.page
    visit.tells("Notes en retard", "Notes saisies")
    visit.look("suivi")
    late = page.locator("tbody tr").first.inner_text()
    visit.require(re.search(r"\d+\s*jour", late), f"since when marks are late: {late}")
    visit.open(here + "/modules")
    visit.tells("Semestre 1", "une seule évaluation", "personne")
    missing = re.findall(r": (\d+) sur (\d+)", visit.text())
    visit.require(any(done != all_ for done, all_ in missing), "tests without all their marks")
    visit.look("modules")


def maquette(visit):
    here = promotion(visit, 0)
    visit.open(here + "/maquette")
    visit.tells("Constats des contrôles", "avertissement", "calculé")
    visit.look("maquette")
    finding = visit.page.locator("tbody a[href^='#UE']").first
    target = finding.get_attribute("href")
    finding.focus()
    visit.page.keyboard.press("Enter")
    visit.require(visit.page.url.endswith(target), "a finding leads to its UE")
    visit.require(visit.page.locator(target).count() == 1, f"{target} is on the page")


def results(visit):
    """The heat map of a whole year, a group of it, its order; one average; the file."""
    here = promotion(visit, 1)
    page = visit.page
    visit.open(here + "/resultats")
    everybody = page.locator("tbody th").count()
    group = next(
        name for name in page.locator("#champ-groupe option").all_inner_texts()
        if name.startswith("TD")
    )
    page.select_option("#champ-groupe", label=group)
    page.select_option("#champ-tri", "UE11")
    visit.submit("Afficher")
    page.wait_for_url("**tri=UE11**")
    rows = page.locator("table:has(a[href*='/resultats/']) tbody tr")
    count = rows.count()
    visit.require(0 < count < everybody, f"the group alone: {count} of {everybody}")
    first = page.locator("tbody a[href$='/UE11']").all_inner_texts()
    averages = [
        float(found[0].replace(",", "."))
        for found in (re.findall(r"\d+,\d+", text) for text in first) if found
    ]
    visit.require(len(averages) > 5, f"averages can be read: {first[:3]}")
    visit.require(averages == sorted(averages, reverse=True), f"the highest first: {averages}")
    visit.look("resultats")
    with page.expect_download() as download:
        page.locator("main a[href*='resultats.xlsx']").click()
    with open(download.value.path(), "rb") as file:
        book = zipfile.ZipFile(io.BytesIO(file.read()))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    visit.require(sheet.count("<row") >= count, "each row shown is in the file")
    visit.require(sheet.count("<row") < everybody, "the file keeps the group")
    page.locator("tbody a[href$='/UE11']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Données et calculs")
    visit.require("Pourquoi ? UE11" in visit.text("h1"), "it says why")
    visit.tells("Code proposé", "Règle", "Article")
    visit.look("pourquoi")


def distribution(visit):
    here = promotion(visit, 1)
    visit.open(here + "/repartition")
    visit.tells("Les UE côte à côte", "Groupes de TD", "Répartition de l’UE11", "n’est pas comparé")
    visit.look("repartition")
    summary = visit.page.locator("summary", has_text="Voir les chiffres").first
    summary.focus()
    visit.page.keyboard.press("Enter")
    table = visit.page.locator("details:has(summary:has-text('Voir les chiffres')) table").first
    visit.require(table.is_visible(), "the figures of a picture can be read")


def success(visit):
    """Rates on what the jury sealed, by kinds of students; the small kinds say nothing."""
    here = promotion(visit, 1)
    page = visit.page
    visit.open(here + "/reussite")
    visit.tells("D’après le jury du", "Par type de baccalauréat", "trop peu", "Codes de l’année")
    visit.look("reussite")
    whole = page.locator("table", has_text="Par compensation").first.locator("tbody tr")
    for cells in [row.locator("td").all_inner_texts() for row in whole.all()]:
        had, followed = map(int, re.findall(r"\d+", cells[1]))
        ways = sum(int(cell) for cell in cells[2:6])
        visit.require(had == ways <= followed, f"the ways add up to what was had: {cells}")
    with page.expect_download() as download:
        page.locator("main a[href$='reussite.csv']").click()
    with open(download.value.path(), encoding="utf-8-sig") as file:
        rows = file.read().splitlines()
    visit.require(len(rows) > whole.count() * 5, f"each kind is in the file: {len(rows)} rows")


def flow(visit):
    """The drawing, the same figures below it, and the drawing as a file."""
    visit.open("/promotions")
    page = visit.page
    page.get_by_role("link", name="Parcours des étudiants").click()
    page.wait_for_url("**/parcours")
    ribbons = page.locator(".sankey .ruban").count()
    visit.require(ribbons > 2, f"{ribbons} ribbons")
    summary = page.locator("summary", has_text="Voir les chiffres")
    summary.focus()
    page.keyboard.press("Enter")
    rows = page.locator("figure tbody tr")
    visit.require(rows.count() == ribbons, "a row for each ribbon")
    visit.tells("Peut passer, à inscrire", "Départ : démission")
    visit.look("parcours")
    with page.expect_download() as download:
        page.get_by_role("link", name="SVG").click()
    with open(download.value.path(), encoding="utf-8") as file:
        drawing = ElementTree.fromstring(file.read())
    paths = drawing.findall(".//{http://www.w3.org/2000/svg}path")
    visit.require(len(paths) == ribbons, "the file has every ribbon")


def synthesis(visit):
    """What a closed jury did, on one page that prints."""
    visit.open("/jurys")
    page = visit.page
    page.locator("tbody tr", has_text="scellé").locator("a").first.click()
    page.get_by_role("link", name="Synthèse", exact=True).click()
    page.wait_for_url("**/synthese")
    visit.tells("Membres du jury", "Réussite par UE", "Écarts aux propositions", "Empreinte")
    visit.look("synthese")
    decided = page.locator("table", has_text="Proposés").locator("tbody td:last-child")
    total = sum(int(text) for text in decided.all_inner_texts())
    named = page.locator("h3 + ul li").count()
    visit.require(total == named > 0, f"each student under one code: {total}, {named}")


SCENARIOS = [
    ("direction-suivi", "direction des études", follow_up),
    ("direction-maquette", "direction des études", maquette),
    ("direction-resultats", "direction des études", results),
    ("direction-repartition", "direction des études", distribution),
    ("direction-reussite", "direction des études", success),
    ("direction-parcours", "direction des études", flow),
    ("direction-synthese", "direction des études", synthesis),
]
