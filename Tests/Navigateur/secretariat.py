"""A secretariat: what waits, justificatifs, a student and their record, groups, enrolments, lists."""

import itertools
import re
import unicodedata

from playwright.sync_api import expect

# Numbers of students that no other run of a scenario takes.
NUMBERS = itertools.count(99100001)
MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)


def plain(text):
    """As somebody in a hurry types it: no accents, no capitals."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def iso(text):
    """« 1er octobre 2026 » as a field of a date takes it."""
    day, month, year = re.match(r"(\d+)(?:er)? (\S+) (\d{4})", text).groups()
    return f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"


def last_number(page, prefix):
    """The highest number that a link of the page has after the prefix."""
    links = page.locator(f"main a[href^='{prefix}']").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    return max(int(link.removeprefix(prefix)) for link in links)


def current_promotion(visit):
    """Opens the list of the students of this year’s promotion."""
    visit.open("/etudiants")
    visit.page.locator("main a[href^='/promotions/'][href$='/etudiants']").first.click()
    visit.page.wait_for_selector("#placement")


def justificatif(visit):
    """Given for a student, found at home, refused, accepted, refused again."""
    page = visit.page
    visit.look("accueil")
    visit.tells("Justificatifs à traiter", "Notes à saisir", "Notes à publier")
    page.locator("main a[href^='/justificatifs/']").first.click()
    page.wait_for_selector("#champ-motif")
    page.locator("nav a[href$='/absences']").first.click()
    page.wait_for_selector("text=Créneaux")
    absence = page.locator("tr", has_text="non justifiée").last
    when = " ".join(absence.locator("th, td").first.inner_text().split())
    record = page.url
    page.get_by_role("link", name="Déposer un justificatif").click()
    page.wait_for_selector("#champ-du")
    for field in ("#champ-du", "#champ-au"):
        page.fill(field, iso(when))
    page.fill("#champ-a-heure", "n’importe quand")
    visit.submit("Déposer")
    visit.tells("Donnez un jour et une heure", "Choisissez la nature.")
    visit.look("depot-fautif")
    page.fill("#champ-a-heure", "18 h")
    page.select_option("#champ-nature", label="décès d’un proche")
    visit.submit("Déposer")
    visit.tells("Le justificatif est déposé")
    number = last_number(page, "/justificatifs/")
    visit.open("/")
    page.locator(f"main a[href='/justificatifs/{number}']").click()
    page.wait_for_selector("#champ-motif")
    visit.look("justificatif")
    visit.submit("Refuser")
    visit.tells("Dites pourquoi : l’étudiant doit savoir quoi faire.", "à traiter")
    visit.look("refus-sans-motif")
    page.fill("#champ-motif", "Le cachet du médecin manque.")
    visit.submit("Refuser")
    visit.tells("La réponse est enregistrée", "refusé", "Le cachet du médecin manque.")
    visit.submit("Accepter")
    visit.tells("La réponse est enregistrée", "accepté")
    covered = visit.text("table")
    visit.require("non justifiée" not in covered, f"the absence is justified: {covered}")
    visit.look("accepte")
    # Somebody may change their mind; the absence is then as it was.
    page.fill("#champ-motif", "Accepté par erreur.")
    visit.submit("Refuser")
    visit.require("non justifiée" in visit.text("table"), "the absence is not justified any more")
    page.goto(record)
    visit.tells(when)


def search(visit):
    """A student is found and opened without the mouse."""
    visit.open("/etudiants")
    page = visit.page
    links = "#trouvailles tbody th a"
    name = page.locator(links).first.inner_text()
    typed = plain(name)[:-2]
    if visit.scripts:
        visit.open("/")
        page.keyboard.press("/")
        page.wait_for_url("**/etudiants")
        expect(page.locator("#champ-q")).to_be_focused()
        page.keyboard.type(typed)
        expect(page.locator(links)).to_have_count(1)
        visit.look("recherche")
        page.keyboard.press("ArrowDown")
        expect(page.locator(links).first).to_be_focused()
        page.keyboard.press("ArrowUp")
        expect(page.locator("#champ-q")).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    else:
        page.locator("#champ-q").focus()
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        page.wait_for_url("**/etudiants?*")
        visit.require(page.locator(links).count() == 1, "one student is found")
        visit.look("recherche")
        page.locator(links).first.focus()
        page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/etudiants/\d+$"))
    visit.require(name in visit.text("h1"), f"the record of {name} is open")
    visit.open("/etudiants?q=zzzz")
    visit.tells("Personne ne correspond à « zzzz »", "Essayez une partie du nom seulement")
    visit.look("personne")


def record(visit):
    """Each tab of a record; contact details with a fault, then well."""
    page = visit.page
    page.locator("main a[href^='/justificatifs/']").first.click()
    page.wait_for_selector("#champ-motif")
    page.locator("nav a[href$='/absences']").first.click()
    page.wait_for_selector("text=Créneaux")
    visit.look("absences")
    student = page.url.removeprefix(visit.base).removesuffix("/absences")
    for tab in ("", "/notes", "/documents"):
        visit.open(student + tab)
        visit.look(tab.removeprefix("/") or "parcours")
    visit.open(student)
    visit.require(
        page.locator("main a", has_text="Journal").count() == 0, "the journal is not offered"
    )
    visit.open(student + "/identite")
    good = page.input_value("#champ-courriel")
    page.fill("#champ-courriel", "sans-arobase")
    page.fill("#champ-nom", "")
    visit.submit("Enregistrer l’identité")
    visit.tells("à corriger")
    visit.require(page.input_value("#champ-courriel") == "sans-arobase", "what was typed is kept")
    visit.require(
        page.get_attribute("#champ-nom", "aria-invalid") == "true", "a name is required"
    )
    visit.require(
        page.get_attribute("#champ-courriel", "aria-invalid") == "true",
        "an address without @ is refused",
    )
    visit.look("identite-fautive")
    visit.open(student + "/identite")
    page.fill("#champ-telephone", "06 00 00 00 01")
    visit.submit("Enregistrer l’identité")
    visit.tells("L’identité est enregistrée.")
    visit.require(page.input_value("#champ-telephone") == "06 00 00 00 01", "the telephone stands")
    visit.require(page.input_value("#champ-courriel") == good, "the rest is as it was")
    visit.look("identite")
    page.fill("#champ-telephone", "")
    visit.submit("Enregistrer l’identité")


def groups(visit):
    """Students are ticked by the keyboard, put in a group, and put back."""
    current_promotion(visit)
    page = visit.page
    visit.look("inscrits")
    visit.submit("Placer dans le groupe")
    visit.tells("Cochez d’abord les étudiants à placer : rien n’a été fait.")
    names = page.locator("#champ-groupe option").all_inner_texts()
    first, second = [name for name in names if name.startswith("TD")][:2]
    rows = page.locator("#placement tbody tr", has_text=first)
    students = [rows.nth(rank).locator("input").get_attribute("id") for rank in (0, 1)]

    def place(group):
        for student in students:
            page.locator(f"#{student}").focus()
            page.keyboard.press("Space")
        if visit.scripts:
            visit.require("2 étudiants cochés" in visit.text("#combien"), "the boxes are counted")
        page.select_option("#champ-groupe", label=group)
        page.get_by_role("button", name="Placer dans le groupe").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("text=Les étudiants cochés sont dans le groupe.")
        for student in students:
            row = visit.text(f"tr:has(#{student})")
            other = first if group == second else second
            visit.require(group in row and other not in row, f"only {group}: {row}")

    place(second)
    visit.look("places")
    place(first)
    page.locator("main nav a", has_text=first).first.click()
    page.wait_for_url("**groupe=*")
    visit.require(page.locator(f"#{students[0]}").count() == 1, "the group alone is shown")


def enrolment(visit):
    """One student more, their status changed, then their end."""
    current_promotion(visit)
    page, number = visit.page, str(next(NUMBERS))
    page.fill("#champ-nip", number)
    visit.submit("Inscrire")
    visit.tells("à corriger")
    visit.look("inscription-fautive")
    page.fill("#champ-inscription-nom", "Zwingelstein")
    page.fill("#champ-prenom", visit.label)
    start = page.input_value("#champ-debut")
    visit.submit("Inscrire")
    visit.tells("L’étudiant est inscrit.", visit.label)
    row = page.locator("tr", has_text=visit.label)
    row.locator("a", has_text="changer").click()
    page.wait_for_selector("#champ-statut")
    told = re.search(r"Depuis le (\d+\S* \S+ \d{4})", visit.text()).group(1)
    visit.require(iso(told) == start, f"enrolled from the day that was typed, {start}: {told}")
    visit.look("changer-l-inscription")
    page.select_option("#champ-statut", label="alternance")
    visit.submit("Changer de statut")
    visit.tells("Le statut est enregistré.")
    visit.submit("Terminer l’inscription")
    visit.tells("à corriger")
    page.select_option("#champ-cause", index=1)
    page.fill("#champ-motif", "Inscription d’essai")
    visit.submit("Terminer l’inscription")
    visit.tells("L’inscription a pris fin")


def import_list(visit):
    """A list with a fault, then well: what it changes, then the writing."""
    current_promotion(visit)
    page, numbers = visit.page, [str(next(NUMBERS)) for _ in range(2)]
    page.get_by_role("link", name="Importer une liste").click()
    page.wait_for_selector("#champ-feuille")
    visit.look("importer")

    def give(dates):
        lines = ["Numéro d’étudiant;Nom;Prénom;Date de naissance;Couleur"] + [
            f"{number};Importé;{visit.label} {rank};{date};bleu"
            for rank, (number, date) in enumerate(zip(numbers, dates, strict=True))
        ]
        page.set_input_files("#champ-feuille", files=[{
            "name": "liste.csv",
            "mimeType": "text/csv",
            "buffer": "\n".join(lines).encode(),
        }])
        visit.submit("Voir ce qui change")

    give(["03/04/2008", "31/02/2008"])
    visit.tells("La liste n’est pas importée, rien n’a été écrit.", "D3", "31/02/2008")
    visit.look("liste-fautive")
    give(["03/04/2008", "28/02/2008"])
    visit.tells("Ce que la liste change", "Colonnes non lues.", "« Couleur »", visit.label)
    visit.look("ce-qui-change")
    visit.submit("Inscrire ces étudiants")
    visit.tells("La liste est importée : 2 nouveaux étudiants", f"{visit.label} 0", f"{visit.label} 1")


SCENARIOS = [
    ("secretariat-justificatif", "secrétariat", justificatif),
    ("secretariat-recherche", "secrétariat", search),
    ("secretariat-dossier", "secrétariat", record),
    ("secretariat-groupes", "secrétariat", groups),
    ("secretariat-inscription", "secrétariat", enrolment),
    ("secretariat-import", "secrétariat", import_list),
]
