"""Who directs studies: promotions, what is late, the maquette, results and why they are so."""

import io
import re
import zipfile


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


SCENARIOS = [
    ("direction-suivi", "direction des études", follow_up),
    ("direction-maquette", "direction des études", maquette),
    ("direction-resultats", "direction des études", results),
    ("direction-repartition", "direction des études", distribution),
]
