"""A fraud, from the teacher who reports it to the ruling that the student reads."""

import re

from documents import downloaded

GRIEF = "Antisèche trouvée sous la copie."


def step(visit, name, button, **fields):
    """Opens the form of a step, fills it in and sends it."""
    page = visit.page
    fold = page.locator("details", has=page.get_by_role("button", name=button, exact=True)).first
    fold.locator("summary").click()
    for label, value in fields.items():
        fold.locator(f"[name={label}]").first.fill(value)
    fold.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()
    visit.tells("C’est enregistré au dossier.", name)


def chain(visit):
    page = visit.page
    visit.menu("Discipline")
    visit.tells("Signaler un incident")
    visit.look("liste")
    page.get_by_role("link", name=re.compile("Signaler un incident en")).first.click()
    page.wait_for_url("**/incidents/nouveau")
    page.select_option("#champ-comportement", "fraude")
    visit.submit("Signaler")
    visit.tells("Écrivez l’heure comme « 14 h 05 ».")
    visit.look("formulaire")
    page.fill("#champ-heure", "0 h 05")
    page.select_option("#champ-evaluation", index=1)
    page.select_option("#champ-etudiant-1", index=1)
    named = page.locator("#champ-etudiant-1 option").nth(1).inner_text()
    page.fill("#champ-recit", GRIEF)
    visit.submit("Signaler")
    visit.tells("L’incident est signalé", GRIEF)
    here = page.url.removeprefix(visit.base)
    page.fill("#champ-proces-verbal-mesures", "Document retiré, épreuve poursuivie.")
    page.fill("#champ-proces-verbal-pieces", "Une antisèche.")
    page.get_by_label("A refusé : mention en est portée").check()
    visit.submit("Dresser le procès-verbal")
    visit.tells("Une antisèche.")
    visit.look("proces-verbal")
    _, text, _ = downloaded(visit, page.get_by_role("button", name="Procès-verbal de fraude"))
    visit.require("a refusé de contresigner" in text, "the refusal is mentioned")
    head = visit.elsewhere("chef")
    head.sign_in(visit.accounts["chef de département"][0])
    head.open(here)
    step(head, "Invitation à s’expliquer", "Enregistrer l’invitation", texte="Le 8, bureau 12.")
    step(head, "Explications de l’étudiant", "Enregistrer les explications", texte="Il regrette.")
    step(head, "Saisine de la direction", "Saisir la direction")
    head.look("dossier")
    director = visit.elsewhere("direction")
    director.sign_in(visit.accounts["direction de l’IUT"][0])
    director.open(here)
    step(director, "Rapport à la présidence", "Enregistrer le rapport", texte="Rapport joint.")
    step(director, "Saisine de la section", "Noter la saisine")
    fold = director.page.locator("details", has_text="Enregistrer la décision de la section").first
    fold.locator("summary").click()
    fold.get_by_label("Blâme").check()
    director.look("decision")
    fold.get_by_role("button", name="Enregistrer la décision", exact=True).click()
    director.page.wait_for_load_state()
    step(director, "Notification de la décision", "Noter la notification")
    director.tells("Qui a lu ce dossier", "blâme", named.split()[0])
    director.look("conclu")


SCENARIOS = [("discipline", "enseignant", chain)]
