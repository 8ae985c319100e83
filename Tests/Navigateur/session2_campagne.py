"""The campaign of a session 2: opened, published, chosen, answered, late; with the refusals."""

import re
from datetime import timedelta

from bonifications import proof
from heure import now, today
from suites import closed

RULES = "but-informatique-session2"


def later(days):
    return (today() + timedelta(days=days)).isoformat()


def ended():
    """The year in which the one that ended began."""
    day = today()
    return (day.year if day.month >= 9 else day.year - 1) - 1


def adopted(visit):
    """The direction adopts a règlement that holds a session 2, for the year that ended."""
    head = visit.elsewhere("direction")
    head.sign_in(head.accounts["direction de l’IUT"][0])
    year = ended()
    head.open(f"/administration/reglements/{year}-{year + 1}")
    if RULES not in head.text():
        head.open(f"/administration/reglements/{year}-{year + 1}/adopter")
        page = head.page
        place = page.locator("#champ-lieu option", has_text="Métiers du multimédia").first
        page.select_option("#champ-lieu", place.get_attribute("value"))
        page.select_option("#champ-profil", RULES)
        page.fill("#champ-conseil", f"{year}-06-23")
        page.fill("#champ-cfvu", f"{year}-06-23")
        page.fill("#champ-irregularite", "Session 2 décidée après un recours.")
        head.submit("Mettre en vigueur")
        head.tells("Le règlement")
    return head


def opened(visit, promotion, year):
    """The secretariat opens the session; the days that the procedure refuses are said first."""
    page = visit.page
    visit.menu("Session 2")
    visit.look("liste")
    rows = page.locator("main tbody tr", has_text=str(year))
    if rows.count() == 0:
        page.select_option("#champ-promotion", promotion)
        page.fill("#champ-intitule", "Session 2 de rattrapage")
        page.fill("#champ-premier", later(40))
        page.fill("#champ-dernier", later(42))
        page.fill("#champ-publication", later(0))
        page.fill("#champ-limite", later(15))
        visit.submit("Ouvrir la session 2")
        visit.tells("procédure de session 2, § 3")
        visit.look("limite-refusee")
        page.fill("#champ-limite", later(14))
        visit.submit("Ouvrir la session 2")
        visit.tells("La session 2 est ouverte", "date d’adoption de la procédure manque")
    else:
        rows.first.locator("a").first.click()
        page.wait_for_url(re.compile(r"/session-2/\d+"))
    visit.look("campagne")
    return re.search(r"/session-2/\d+", page.url).group(0)


def published(visit, here, year):
    """Nothing is published before the procedure is known to be adopted."""
    page = visit.page
    visit.open(here + "/admissibilite")
    if "Liste provisoire" in visit.text():
        visit.look("provisoire")
        visit.submit("Publier la liste")
        visit.tells("il manque" if "il manque" in visit.text() else "adopt")
        visit.open(here)
        page.fill("#champ-adoptee", f"{year}-09-10")
        visit.submit("Enregistrer")
        visit.tells("La session 2 est enregistrée")
        visit.open(here + "/admissibilite")
        visit.submit("Publier la liste")
        visit.tells("La liste est publiée et ne change plus")
    visit.look("publiee")


def conducted(visit):
    """A session 2, open and published: the head who adopted its règlement, and its address."""
    head = adopted(visit)
    promotion = closed(visit).rsplit("/", 1)[1]
    here = opened(visit, promotion, ended())
    published(visit, here, ended())
    return head, here


def chosen(visit, here):
    """The direction of studies chooses the form of each exam that waits."""
    studies = visit.elsewhere("etudes")
    studies.sign_in(studies.accounts["direction des études"][0])
    page = studies.page
    studies.open(here + "/epreuves")
    studies.look("epreuves")
    row = page.locator("main tbody tr", has_text="à choisir").first
    if row.count() == 0:
        return
    row.locator("a").first.click()
    page.wait_for_url("**/epreuves/*")
    studies.submit("Enregistrer la forme")
    studies.tells("Choisissez au moins une forme.")
    studies.look("forme-manquante")
    page.get_by_label("Écrit surveillé").check()
    page.get_by_label("Oral individuel").check()
    page.fill("#champ-duree-ecrit", "90")
    page.fill("#champ-duree-oral", "20")
    page.fill("#champ-materiel", "Calculatrice")
    studies.submit("Enregistrer la forme")
    studies.tells("La forme de l’épreuve est enregistrée", "1 h 30", "20 min")
    visit.open(here + "/epreuves")
    visit.submit("Rappeler ceux qui n’ont pas choisi")


def eligible(visit, here):
    """The page of a student to whom some UE is open and who has not answered."""
    visit.open(here + "/admissibilite")
    rows = visit.page.locator("main tbody tr", has_text="pas encore")
    if rows.count() == 0:
        return None
    return rows.first.locator("a[href$='/session-2']").get_attribute("href")


def answered(visit, address):
    """Enrols, reads the acknowledgement, gives up: the page is the student's, used for them."""
    page = visit.page
    visit.open(address)
    visit.tells("vaut renoncement", "Ce que chaque choix peut changer")
    visit.look("inscription")
    visit.submit("M’inscrire aux UE cochées")
    visit.tells("Cochez au moins une UE")
    page.locator("[name^='ue-']").first.check()
    visit.submit("M’inscrire aux UE cochées")
    visit.tells("Accusé de réception", "je m’inscris")
    visit.look("accuse")
    visit.submit("Je renonce à la session 2")
    visit.tells("je renonce à la session 2")


def late(visit, head, here, address):
    """Past the limit nobody enrols: one asks with a document, and the head decides."""
    page = visit.page
    end = now().replace(second=0, microsecond=0) + timedelta(minutes=1)
    head.open(here)
    head.page.fill("#champ-limite", end.date().isoformat())
    head.page.fill("#champ-limite-heure", f"{end.hour} h {end.minute:02}")
    head.submit("Enregistrer")
    head.tells("procédure de session 2, § 3")
    head.page.fill("#champ-motif", "Clôture avancée pour l’essai.")
    head.submit("Enregistrer")
    head.tells("La session 2 est enregistrée")
    visit.open(address)
    page.locator("[name^='ue-']").first.check()
    # The last minute is of the window: the next begins the refusal.
    while now() < end + timedelta(minutes=1):
        page.wait_for_timeout(1_000)
    visit.submit("M’inscrire aux UE cochées")
    visit.tells("Votre réponse n’est pas enregistrée", "force majeure")
    visit.look("trop-tard")


def asked(visit, head, here, address):
    """A late enrolment without a document is refused; with one, the head answers it."""
    page = visit.page
    visit.open(address)
    page.locator("[name^='ue-']").first.check()
    page.fill("#champ-texte", "Hospitalisation jusqu’à hier.")
    visit.submit("Déposer la demande")
    visit.require(page.locator(".faute").count() > 0, "a document is asked for")
    visit.look("sans-piece")
    page.locator("[name^='ue-']").first.check()
    page.set_input_files("#champ-piece", proof("certificat.pdf"))
    visit.submit("Déposer la demande")
    visit.tells("La demande est déposée")
    head.open(here)
    head.look("tardive")
    head.submit("Refuser")
    head.tells("faut dire pourquoi")
    head.page.locator("textarea[name=reponse]").first.fill("Certificat illisible.")
    head.submit("Refuser")
    head.tells("La décision est enregistrée", "refusée")
    visit.open(address)
    visit.tells("Certificat illisible.")
    visit.look("refusee")


def campaign(visit):
    head, here = conducted(visit)
    chosen(visit, here)
    service = visit.elsewhere("handicap")
    service.sign_in(service.accounts["service handicap"][0])
    service.open(here + "/amenagements")
    service.look("amenagements")
    student = visit.elsewhere("etudiant")
    student.sign_in(student.accounts["étudiant"][0])
    student.open("/moi/session-2")
    student.tells("Calendrier officiel")
    student.look("sienne")
    address = eligible(visit, here)
    # The first to play closes enrolment: the others find it closed.
    if address:
        answered(visit, address)
        late(visit, head, here, address)
        asked(visit, head, here, address)
    visit.open(here + "/admissibilite")
    visit.look("closes")


SCENARIOS = [("session2-campagne", "secrétariat", campaign)]
