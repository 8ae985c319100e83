"""The campaign of a session 2: opened, published, chosen, answered, late; with the refusals."""

import re
from datetime import date, datetime, timedelta

from bonifications import proof
from suites import closed

RULES = "but-informatique-session2"


def later(days):
    return (date.today() + timedelta(days=days)).isoformat()


def adopted(visit):
    """The direction adopts a règlement that holds a session 2, for the year that ended."""
    head = visit.elsewhere("direction")
    head.sign_in(head.accounts["direction de l’IUT"][0])
    today = date.today()
    year = (today.year if today.month >= 9 else today.year - 1) - 1
    head.open(f"/administration/reglements/{year}-{year + 1}")
    if RULES not in head.text():
        head.open(f"/administration/reglements/{year}-{year + 1}/adopter")
        page = head.page
        page.select_option("#champ-lieu", index=1)
        for option in page.locator("#champ-lieu option").all():
            if "MMI" in option.inner_text() or "ultimédia" in option.inner_text():
                page.select_option("#champ-lieu", option.get_attribute("value"))
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
    studies.require(page.locator(".faute").count() > 0, "a form is asked for")
    studies.look("forme-manquante")
    page.get_by_label("Écrit surveillé").check()
    page.get_by_label("Oral individuel").check()
    page.fill("#champ-duree", "90")
    page.fill("#champ-materiel", "Calculatrice")
    studies.submit("Enregistrer la forme")
    studies.tells("La forme de l’épreuve est enregistrée", "1 h 30")
    visit.open(here + "/epreuves")
    visit.submit("Rappeler ceux qui n’ont pas choisi")


def answered(visit, student):
    """The student enrols, reads the acknowledgement, changes the answer."""
    page = student.page
    student.open("/moi/session-2")
    if page.locator("[name^='ue-']").count() == 0:
        student.tells("Aucune UE ne vous est ouverte")
        student.look("rien-ouvert")
        return False
    student.look("inscription")
    for box in page.locator("[name^='ue-']").all():
        box.uncheck()
    student.submit("M’inscrire aux UE cochées")
    student.tells("Cochez au moins une UE")
    page.locator("[name^='ue-']").first.check()
    student.submit("M’inscrire aux UE cochées")
    student.tells("Accusé de réception", "je m’inscris")
    student.look("accuse")
    student.submit("Je renonce à la session 2")
    student.tells("je renonce à la session 2")
    return True


def late(visit, head, student, here):
    """Past the limit nobody enrols: one asks with a document, and the head decides."""
    head.open(here)
    if "closes" not in head.text():
        end = datetime.now() + timedelta(minutes=1)
        head.page.fill("#champ-limite", end.date().isoformat())
        head.page.fill("#champ-limite-heure", f"{end.hour} h {end.minute:02}")
        head.page.fill("#champ-motif", "Clôture avancée pour l’essai.")
        head.submit("Enregistrer")
        head.tells("La session 2 est enregistrée")
        # The last minute is of the window: the next begins the refusal.
        student.open("/moi/session-2")
        student.page.locator("[name^='ue-']").first.check()
        head.page.wait_for_timeout(1_000 * (121 - datetime.now().second))
        student.submit("M’inscrire aux UE cochées")
        student.tells("force majeure")
        student.look("trop-tard")
    student.open("/moi/session-2")
    student.tells("Demander une inscription tardive")
    student.page.locator("[name^='ue-']").first.check()
    student.page.fill("#champ-texte", "Hospitalisation jusqu’à hier.")
    student.submit("Déposer la demande")
    student.require(student.page.locator(".faute").count() > 0, "a document is asked for")
    student.look("sans-piece")
    student.page.locator("[name^='ue-']").first.check()
    student.page.set_input_files("#champ-piece", proof("certificat.pdf"))
    student.submit("Déposer la demande")
    student.tells("La demande est déposée")
    head.open(here)
    head.look("tardive")
    head.submit("Refuser")
    head.tells("il faut dire pourquoi")
    head.page.locator("textarea[name=reponse]").first.fill("Certificat illisible.")
    head.submit("Refuser")
    head.tells("La décision est enregistrée", "refusée")
    student.open("/moi/session-2")
    student.tells("Certificat illisible.")
    visit.open(here + "/admissibilite")
    visit.look("closes")


def campaign(visit):
    head = adopted(visit)
    promotion = closed(visit).rsplit("/", 1)[1]
    today = date.today()
    year = (today.year if today.month >= 9 else today.year - 1) - 1
    here = opened(visit, promotion, year)
    published(visit, here, year)
    chosen(visit, here)
    service = visit.elsewhere("handicap")
    service.sign_in(service.accounts["service handicap"][0])
    service.open(here + "/amenagements")
    service.look("amenagements")
    student = visit.elsewhere("etudiant")
    student.sign_in(student.accounts["étudiant"][0])
    if "closes" in visited(student):
        student.tells("Demander une inscription tardive")
        student.look("apres-la-limite")
    elif answered(visit, student):
        late(visit, head, student, here)


def visited(student):
    student.open("/moi/session-2")
    return student.text()


SCENARIOS = [("session2-campagne", "secrétariat", campaign)]
