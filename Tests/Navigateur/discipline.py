"""A fraud, from whoever supervises and reports it to the ruling that the student reads."""

import re

from documents import downloaded

GRIEF = "Antisèche trouvée sous la copie."
WITHHELD = "Vos relevés et attestations attendent"


def step(visit, name, button, **fields):
    """Opens the form of a step, fills it in and sends it."""
    page = visit.page
    fold = page.locator("details", has=page.locator("button", has_text=button)).first
    fold.locator("summary").click()
    for field, value in fields.items():
        fold.locator(f"[name={field}]").first.fill(value)
    fold.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()
    visit.tells("C’est enregistré au dossier.", name)


def accused(visit):
    """A student with an account who may be named here, at a browser of their own."""
    options = visit.page.locator("#champ-etudiant-1 option")
    names = {option.inner_text(): option.get_attribute("value") for option in options.all()}
    for rank, login in enumerate(visit.accounts["étudiant"]):
        student = visit.elsewhere(f"etudiant-{rank}")
        student.sign_in(login)
        text = " ".join(student.page.locator("header").text_content().split())
        for name, value in names.items():
            last, _, first = name.partition(" ")
            if f"{first} {last}" in text:
                return student, value
    raise AssertionError("no student of the promotion has an account")


def reported(visit):
    """Reports a fraud in the promotion of the head; gives the page and the student."""
    page = visit.page
    visit.menu("Discipline")
    visit.tells("Signaler un incident")
    visit.look("liste")
    links = page.get_by_role("link", name=re.compile("Signaler un incident en MMI"))
    links.first.click()
    page.wait_for_url("**/incidents/nouveau")
    student, value = accused(visit)
    page.select_option("#champ-comportement", "fraude")
    visit.submit("Signaler")
    visit.tells("Écrivez l’heure comme « 14 h 05 ».")
    visit.look("formulaire")
    page.fill("#champ-heure", "0 h 05")
    page.select_option("#champ-evaluation", index=1)
    page.select_option("#champ-etudiant-1", value)
    page.fill("#champ-recit", GRIEF)
    visit.submit("Signaler")
    visit.tells("L’incident est signalé", GRIEF)
    return page.url.removeprefix(visit.base), student


def chain(visit):
    page = visit.page
    here, student = reported(visit)
    page.fill("#champ-proces-verbal-mesures", "Document retiré, épreuve poursuivie.")
    page.fill("#champ-proces-verbal-pieces", "Une antisèche.")
    page.get_by_label("A refusé : mention en est portée").check()
    visit.submit("Dresser le procès-verbal")
    visit.tells("Une antisèche.", "la direction du département, qui suit la procédure")
    visit.look("proces-verbal")
    _, text, _ = downloaded(visit, page.get_by_role("button", name="Procès-verbal de fraude"))
    visit.require("a refusé de contresigner" in text, "the refusal is mentioned")
    student.open("/moi/documents")
    student.tells(WITHHELD)
    head = visit.elsewhere("chef")
    head.sign_in(visit.accounts["chef de département"][0])
    head.open(here)
    step(head, "Invitation à s’expliquer", "Enregistrer l’invitation", texte="Le 8, bureau 12.")
    student.open("/moi")
    student.page.get_by_role("link", name="Lire ce qui vous a été envoyé").click()
    student.tells("Le 8, bureau 12.", "faire assister")
    student.look("invite")
    before = student.text().count("lâme")
    step(head, "Explications de l’étudiant", "Enregistrer les explications", texte="Il regrette.")
    step(head, "Saisine de la direction", "Saisir la direction")
    head.look("dossier")
    director = visit.elsewhere("direction")
    director.sign_in(visit.accounts["direction de l’IUT"][0])
    director.open(here)
    step(director, "Rapport à la présidence", "Enregistrer le rapport", texte="Rapport joint.")
    step(director, "Saisine de la section", "Noter la saisine")
    ruled(director)
    student.open("/moi/discipline")
    student.require(student.text().count("lâme") == before, "nothing of the ruling before it is notified")
    step(director, "Notification de la décision", "Noter la notification")
    director.tells("Qui a lu ce dossier", "lu par l’étudiant")
    director.look("conclu")
    student.open("/moi/discipline")
    student.tells("blâme")
    student.look("decision")
    _, text, _ = downloaded(
        student,
        student.page.get_by_role("button", name=re.compile("Notification")).first,
    )
    student.require("R. 811-36" in text, "the sanction and where the code has it")
    student.open("/moi/documents")
    student.require(WITHHELD not in student.text(), "released by the ruling")


def ruled(visit):
    """The section gives a reprimand, and the test is void."""
    fold = visit.page.locator("details", has_text="Enregistrer la décision de la section").first
    fold.locator("summary").click()
    fold.get_by_label("Blâme").check()
    fold.get_by_label("L’épreuve est nulle").check()
    visit.look("decision")
    fold.get_by_role("button", name="Enregistrer la décision", exact=True).click()
    visit.page.wait_for_load_state()
    visit.tells("épreuve nulle")


def room(visit):
    """A copy refused after the hour, noted then taken back with a reason."""
    page = visit.page
    visit.menu("Mes modules")
    page.locator("main a[href*='/modules/']").first.click()
    page.locator("main a[href^='/evaluations/']").first.click()
    page.get_by_role("link", name="En salle").first.click()
    page.wait_for_url("**/salle")
    visit.tells("même blanche", "Rien n’a été noté")
    page.get_by_label("Copie refusée").check()
    visit.submit("Noter")
    visit.tells("Choisissez l’étudiant.")
    page.select_option("#champ-etudiant", index=1)
    visit.submit("Noter")
    visit.tells("Le constat est noté", "copie refusée, remise après l’heure")
    visit.look("salle")
    page.fill("main table input[name=motif]", "Erreur de salle.")
    visit.submit("Retirer")
    visit.tells("Rien n’a été noté")


SCENARIOS = [
    ("discipline", "surveillant", chain),
    ("discipline-salle", "enseignant", room),
]
