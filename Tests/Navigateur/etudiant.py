"""A student: their record, their published marks only, their absences, a justificatif."""

import re

from secretariat import iso, last_number

PASSWORD = "trois petits chats"
# Accounts that a run of a scenario has had made, for the next ones.
ACCOUNTS = set()
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


def enter(visit):
    """Signs in as a student of the running year; gives their login."""
    login = visit.accounts["étudiant"][1]
    visit.sign_in(login)
    return login


def marks_read(visit):
    """The tests of the page that have a mark: (name, mark, whether said to be unpublished)."""
    rows = visit.page.locator("main tbody tr").all()
    read = []
    for row in rows:
        cells = [" ".join(cell.split()) for cell in row.locator("th, td").all_inner_texts()]
        date = next((cell for cell in cells if re.search(r"\d{4}$", cell)), None)
        if date:
            read.append((cells[0], date, "non publiée" in cells))
    return read


def record(visit):
    login = enter(visit)
    page = visit.page
    visit.look("accueil")
    page.get_by_role("link", name="Ouvrir mon dossier").click()
    page.wait_for_url("**/moi")
    visit.tells("Semestres", "Groupes", "Décisions du jury")
    visit.look("dossier")
    visit.open("/moi/notes")
    visit.tells("Seules comptent ici les notes publiées")
    # Beside each other on a screen; under the row, with its title, on a phone.
    weight = page.locator("td[data-titre=Coefficient]:not(:empty)").first
    visit.require(weight.is_visible(), "the coefficient is there at any width")
    label = weight.evaluate("cell => getComputedStyle(cell, '::before').content")
    visit.require(("Coefficient" in label) == visit.is_phone, f"its title goes with it: {label}")
    visit.look("notes")
    own = marks_read(visit)
    visit.open("/moi/identite")
    visit.tells(login.upper())
    visit.look("identite")
    # What the secretariat sees of the same student.
    office = visit.elsewhere("secretariat")
    office.sign_in(visit.accounts["secrétariat"][0])
    office.open(f"/etudiants?q={login}")
    office.page.locator("#trouvailles tbody th a").first.click()
    office.page.wait_for_url(re.compile(r"/etudiants/\d+$"))
    student = office.page.url
    office.open(student.removeprefix(office.base) + "/notes")
    everything = marks_read(office)
    published = [(name, date) for name, date, hidden in everything if not hidden]
    visit.require(len(everything) > len(published) > 0, "there are unpublished marks to hide")
    visit.require(
        [(name, date) for name, date, _ in own] == published,
        f"what is published and nothing else: {own} {published}",
    )
    # Nor is anything of somebody else open.
    other = student[:-1] + ("1" if student[-1] != "1" else "2")
    for path in ("", "/notes", "/absences", "/identite"):
        status = page.goto(other + path).status
        visit.require(status in (403, 404), f"the record of another student: {status}")
    for path in ("/etudiants", "/promotions"):
        page.goto(visit.base + path)
        visit.require(page.locator("main tbody tr").count() == 0, f"nobody is shown at {path}")


def enter_with_absences(visit):
    """Signs in as a student who missed hours, given an account by who administers if need be."""
    office = visit.elsewhere("secretariat")
    office.sign_in(visit.accounts["secrétariat"][0])
    office.page.locator("main a[href^='/justificatifs/']").first.click()
    office.page.wait_for_selector("#champ-motif")
    office.page.locator("nav a[href$='/absences']").first.click()
    office.page.get_by_role("link", name="Identité", exact=True).click()
    office.page.wait_for_selector("#champ-nip")
    number = office.page.input_value("#champ-nip")
    login = f"etu.{number}".lower()
    if login not in ACCOUNTS:
        administrator = visit.elsewhere("administration")
        page = administrator.page
        administrator.sign_in(visit.accounts["administration"][0])
        administrator.open("/administration/comptes/nouveau")
        page.fill("#champ-nom", f"Étudiant {number}")
        page.fill("#champ-identifiant", login)
        page.fill("#champ-nip", number)
        administrator.submit("Créer le compte")
        page.select_option("#champ-role", label="étudiant")
        page.select_option("#champ-lieu", label="son dossier d’étudiant")
        administrator.submit("Donner le rôle")
        administrator.tells("Le rôle est donné.")
        administrator.submit("Donner un code")
        code = page.locator("dd code").nth(1).inner_text()
        visit.open("/code")
        visit.page.fill("#champ-code", code)
        for field in ("#champ-mot-de-passe", "#champ-encore"):
            visit.page.fill(field, PASSWORD)
        visit.submit("Choisir et entrer")
        visit.page.wait_for_url(visit.base + "/")
        ACCOUNTS.add(login)
    else:
        visit.sign_in(login, PASSWORD)


def justificatif(visit):
    """One's absences, and a document for one of them."""
    enter_with_absences(visit)
    page = visit.page
    visit.open("/moi/absences")
    visit.tells("Sans justification", "Créneaux")
    visit.look("absences")
    absence = page.locator("tr", has_text="non justifiée").last
    when = " ".join(absence.locator("th, td").first.inner_text().split())
    page.get_by_role("link", name="Déposer un justificatif").click()
    page.wait_for_selector("#champ-piece")
    page.fill("#champ-du", iso(when))
    page.fill("#champ-au", iso(when))
    page.select_option("#champ-nature", label="certificat médical")
    visit.submit("Déposer")
    visit.tells("Joignez la pièce.")
    visit.require(page.input_value("#champ-du") == iso(when), "what was typed is kept")
    visit.look("sans-piece")
    page.set_input_files("#champ-piece", files=[
        {"name": "certificat.pdf", "mimeType": "application/pdf", "buffer": b"pas un PDF"}
    ])
    visit.submit("Déposer")
    visit.require(
        page.get_attribute("#champ-piece", "aria-invalid") == "true", "a false PDF is refused"
    )
    page.set_input_files("#champ-piece", files=[
        {"name": "certificat.pdf", "mimeType": "application/pdf", "buffer": PDF}
    ])
    visit.submit("Déposer")
    visit.tells("Le justificatif est déposé ; le secrétariat va le traiter.", "à traiter")
    number = last_number(page, "/justificatifs/")
    page.locator(f"main a[href='/justificatifs/{number}']").click()
    page.wait_for_url("**/justificatifs/*")
    visit.tells("certificat médical", "à traiter")
    visit.require(page.locator("#champ-motif").count() == 0, "one does not answer oneself")
    visit.look("depose")
    visit.open("/moi/documents")
    link = page.locator("main a[href^='/fichiers/']").first.get_attribute("href")
    given = visit.context.request.get(visit.base + link)
    visit.require(given.body() == PDF, "the document is given back as it was")
    visit.look("documents")


def results(visit):
    """Provisional averages, what is needed, one's place, and what is new: no verdict anywhere."""
    enter(visit)
    page = visit.page
    verdicts = ("ADM", "PASD", "CMP", "acquise", "ajourné", "proposition", "passage")
    visit.open("/moi/resultats")
    visit.tells("Moyennes provisoires", "Compétence 1", "Mes absences et ce qu’elles coûtent")
    visit.look("resultats")
    page.get_by_role("link", name="Pourquoi ?").first.click()
    page.wait_for_url("**/resultats/**")
    visit.tells("Données et calculs")
    visit.look("pourquoi")
    visit.open("/moi/objectifs")
    visit.look("objectifs")
    needed = re.search(r"Il vous faut ([\d,]+)", visit.text("#reponse"))
    visit.require(needed is not None, "a mark is needed")
    visit.require("objectif atteint" in visit.text("#reponse"), "the mark promised is enough")
    simulate(visit, needed.group(1))
    visit.open("/moi/comparaison")
    visit.tells("Mes modules dans la promotion", "médiane")
    page.locator("details.place summary").first.click()
    visit.look("comparaison")
    for path in ("/moi", "/moi/resultats", "/moi/objectifs", "/moi/comparaison", "/moi/notes"):
        visit.open(path)
        text = visit.text()
        for verdict in verdicts:
            visit.require(verdict not in text, f"« {verdict} » nowhere on {path}")
    visit.open("/moi")
    if page.get_by_role("button", name="J’ai tout lu").count():
        visit.look("nouvelles")
        visit.submit("J’ai tout lu")
    visit.tells("Rien de nouveau.")


def simulate(visit, needed):
    """Lower marks do not reach the objective; a mark that is none is told at its field."""
    page = visit.page
    boxes = page.locator("#simulateur input[name^=note-]")
    lower = f"{max(float(needed.replace(',', '.')) - 0.1, 0):.1f}".replace(".", ",")
    if visit.scripts:
        # The slider moves the mark, and the answer follows without a page.
        slider = page.locator("#simulateur input[type=range]").first
        slider.fill("0")
        visit.require(boxes.first.input_value() in ("0", "0,0"), "the slider writes the mark")
        page.wait_for_url("**note-**")
        page.wait_for_selector("#reponse:not([aria-busy])")
    for rank in range(boxes.count()):
        boxes.nth(rank).fill(lower)
    if visit.scripts:
        page.wait_for_timeout(200)
        page.wait_for_selector("#reponse:not([aria-busy])")
    else:
        visit.submit("Calculer avec ces notes")
    visit.require("objectif pas encore atteint" in visit.text("#reponse"), "a tenth less is not enough")
    boxes.first.fill("21")
    visit.submit("Calculer avec ces notes")
    visit.tells("Donnez une note de 0 à 20")
    visit.require(boxes.first.get_attribute("aria-invalid") == "true", "the fault is at its field")
    visit.require(boxes.first.input_value() == "21", "what was typed is kept")
    visit.look("note-impossible")


SCENARIOS = [
    ("etudiant-resultats", None, results),
    ("etudiant-dossier", None, record),
    ("etudiant-justificatif", None, justificatif),
]
