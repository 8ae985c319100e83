"""Engagement from the request to the answer of the commission; sport; special arrangements."""

import re
from datetime import date, timedelta

REASON = "Engagement régulier, utile à tous."
PROOF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def proof(name):
    return {"name": name, "mimeType": "application/pdf", "buffer": PROOF}


def opened(visit):
    """The secretariat opens the period of every promotion that it has."""
    page = visit.page
    visit.menu("Bonifications")
    visit.look("periodes")
    choices = page.locator("#champ-promotion option").all()
    values = [option.get_attribute("value") for option in choices]
    for value in filter(None, values):
        page.select_option("#champ-promotion", value)
        page.fill("#champ-du", (date.today() - timedelta(days=400)).isoformat())
        page.fill("#champ-au", (date.today() + timedelta(days=400)).isoformat())
        visit.submit("Fixer la période")
        visit.tells("La campagne est enregistrée")


def engagement(visit):
    page = visit.page
    opened(visit)
    student = visit.elsewhere("etudiant")
    student.sign_in(visit.accounts["étudiant"][1])
    student.open("/moi/engagement")
    student.tells("Choisissez le type de votre activité")
    student.look("types")
    student.page.get_by_role("link", name="Bénévolat dans une association").click()
    student.page.wait_for_url("**type=benevolat")
    student.look("formulaire")
    activity = f"Maraudes, {visit.label}"
    student.page.fill("#champ-activite", activity)
    student.page.fill("#champ-organisme", "Les Voisins")
    student.page.fill("#champ-description", "Chaque semaine, pour les personnes à la rue.")
    today = date.today()
    year = today.year if today.month >= 9 else today.year - 1
    student.page.fill("#champ-du", f"{year}-09-15")
    student.page.fill("#champ-au", f"{year + 1}-05-31")
    for kind, author in (("engagement", "organisme"), ("activite-reelle", "tiers")):
        student.page.set_input_files(f"#champ-piece-{kind}", proof(f"{kind}.pdf"))
        student.page.select_option(f"#champ-piece-{kind}-par", author)
    student.page.get_by_label("participation ponctuelle").check()
    student.submit("Déposer la demande")
    student.tells("Une participation ponctuelle à une action associative est exclue")
    student.look("exclue")
    student.page.get_by_label("participation ponctuelle").uncheck()
    student.submit("Déposer la demande")
    student.tells("La demande est déposée", f"{activity}, Les Voisins")
    student.look("deposee")
    visit.open("/bonifications")
    visit.tells(f"{activity}, Les Voisins")
    page.locator("main tr", has_text=activity).locator("a").first.click()
    page.wait_for_url("**/bonifications/demandes/*")
    visit.tells("Attestation de l’organisme")
    visit.look("demande")


def arrangements(visit):
    visit.open("/moi/amenagements")
    visit.tells("Une demande d’aménagement se fait l’année où l’on est inscrit.")
    visit = visit.elsewhere("inscrit")
    visit.sign_in(visit.accounts["étudiant"][1])
    page = visit.page
    visit.open("/moi/amenagements")
    visit.look("formulaire")
    page.get_by_label("engagement dans la vie active").check()
    text = f"Je travaille le matin ({visit.label})."
    page.fill("#champ-texte", text)
    page.get_by_label("Emploi du temps aménagé").check()
    visit.submit("Déposer la demande")
    visit.tells("La demande est déposée", "engagement dans la vie active")
    heads = visit.accounts["chef de département"]
    for rank, login in enumerate(heads):
        head = visit.elsewhere(f"chef-{rank}")
        head.sign_in(login)
        head.menu("Aménagements")
        head.look("demandes")
        waiting = head.page.locator("main tr", has_text="en attente")
        links = waiting.locator("a[href^='/amenagements/']")
        if links.count() == 0:
            continue
        links.first.click()
        head.page.wait_for_url(re.compile(r"/amenagements/\d+$"))
        head.page.fill("#champ-precision", "libre avant dix heures")
        head.page.fill("#champ-motif", REASON)
        head.look("reponse")
        head.submit("Enregistrer la réponse")
        head.tells("La réponse est enregistrée", REASON)
        break
    visit.open("/moi/amenagements")
    visit.tells("libre avant dix heures", REASON)
    visit.look("accorde")


SCENARIOS = [
    ("bonifications", "secrétariat", engagement),
    ("amenagements", "étudiant", arrangements),
]
