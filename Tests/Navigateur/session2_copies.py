"""The copies of a session 2: numbers, two readings, a difference settled, marks handed over that no
student sees; support offered first on what is fundamental; with the refusals."""

import re

from session2_campagne import conducted, eligible, later

HIDDEN = "7,37"


def enrolled(visit, here):
    """The address of the copies of an exam that somebody sits; a student enrols where nobody did."""
    for _ in range(2):
        visit.open(here + "/copies")
        for row in visit.page.locator("main tbody tr").all():
            if "sans inscrit" not in row.inner_text():
                return row.locator("a").first.get_attribute("href")
        address = eligible(visit, here)
        if address:
            visit.open(address)
            visit.page.locator("[name^='ue-']").first.check()
            visit.submit("M’inscrire aux UE cochées")
            visit.tells("je m’inscris")
    return None


def second_reader(visit, copies):
    """Somebody else than the secretariat who marks that exam; `None` where nobody has an account."""
    for role in ("enseignant", "responsable de module"):
        for rank, login in enumerate(visit.accounts.get(role, [])):
            reader = visit.elsewhere(f"{role}-{rank}")
            reader.sign_in(login)
            answer = reader.page.goto(reader.base + copies)
            if answer.status == 200 and "Copies de" in reader.text("h1"):
                return reader
    return None


def prepared(visit, copies):
    """How they are marked is asked for, then numbers are drawn."""
    page = visit.page
    visit.open(copies)
    if "Comment les copies" not in visit.text():
        return
    visit.submit("Préparer les copies et tirer les numéros")
    visit.tells("Choisissez la correction.")
    visit.look("correction-manquante")
    page.get_by_label("Double correction").check()
    page.get_by_label("Copies anonymes").check()
    visit.submit("Préparer les copies et tirer les numéros")
    visit.require(page.locator(".faute").count() > 0, "the gap is asked for")
    page.fill("#champ-ecart", "2")
    visit.submit("Préparer les copies et tirer les numéros")
    visit.tells("Les copies sont préparées", "les correcteurs ne voient que des numéros")
    visit.look("preparees")
    page.get_by_role("link", name="Numéros des copies").click()
    page.wait_for_url("**/numeros")
    visit.tells("Cette liste ne va pas aux correcteurs.")
    visit.look("numeros")


def read(visit, copies, mark):
    """Writes one mark on every copy, after one that is out of bounds."""
    visit.open(copies)
    boxes = visit.page.locator("[name^='copie-']")
    boxes.first.fill("42")
    visit.submit("Enregistrer les notes")
    visit.require(visit.page.locator(".faute").count() > 0, "42 is no mark out of 20")
    visit.require(boxes.first.input_value() == "42", "what was typed is kept")
    visit.look("note-fausse")
    for box in boxes.all():
        box.fill(mark)
    visit.submit("Enregistrer les notes")
    visit.tells("Les notes sont enregistrées")


def settled(visit, copies):
    """A wide gap wants its reason."""
    page = visit.page
    visit.open(copies)
    while page.locator("#champ-numero").count():
        page.select_option("#champ-numero", index=1)
        page.fill("#champ-accord", HIDDEN)
        visit.submit("Régler la copie")
        visit.tells("faut dire pourquoi")
        visit.look("motif-demande")
        page.fill("#champ-motif", "Question 3 relue ensemble.")
        visit.submit("Régler la copie")
        visit.tells("La note est enregistrée avec son motif.")


def unseen(visit):
    """No student reads the mark on any page of theirs."""
    for rank, login in enumerate(visit.accounts["étudiant"]):
        student = visit.elsewhere(f"lecteur-{rank}")
        student.sign_in(login)
        for address in ("/moi", "/moi/notes", "/moi/resultats", "/moi/session-2/copies"):
            student.open(address)
            student.require(HIDDEN not in student.text(), f"hidden on {address}")
        if "Pas encore publiée." in student.text():
            student.look("pas-publiee")


def supported(visit, here):
    """Support on the UE that is fundamental, before the first exam."""
    page = visit.page
    visit.open(here + "/soutien")
    visit.look("soutien")
    if page.locator("#champ-ue option").count() < 2:
        return
    page.select_option("#champ-ue", index=1)
    page.fill("#champ-date", later(60))
    page.fill("#champ-debut", "14 h")
    page.fill("#champ-fin", "16 h")
    page.fill("#champ-salle", "B204")
    page.fill("#champ-enseignant", "Camille Dutour")
    visit.submit("Offrir la séance")
    visit.tells("avant le premier jour des épreuves")
    visit.look("soutien-tardif")
    page.fill("#champ-date", later(10))
    visit.submit("Offrir la séance")
    visit.tells("La séance est offerte", "B204")
    for rank, login in enumerate(visit.accounts["étudiant"]):
        student = visit.elsewhere(f"soutenu-{rank}")
        student.sign_in(login)
        student.open("/moi/session-2/soutien")
        if "B204" in student.text():
            student.look("offert")
            if student.page.get_by_role("button", name="Je viendrai").count():
                student.submit("Je viendrai")
                student.tells("Votre réponse est enregistrée.")


def copies(visit):
    _, here = conducted(visit)
    address = enrolled(visit, here)
    visit.require(address is not None, "somebody sits an exam")
    visit.open(here + "/copies")
    visit.look("epreuves")
    prepared(visit, address)
    visit.open(address)
    if "Notes versées" not in visit.text():
        read(visit, address, "12")
        reader = second_reader(visit, address)
        if reader:
            reader.require("copie-" in reader.page.content(), "numbers, and no names")
            read(reader, address, "4")
            reader.look("seconde")
            settled(visit, address)
            visit.submit("Lever l’anonymat et verser les notes")
            visit.tells("Les notes sont versées")
    visit.look("versees")
    visit.open(here + "/effets")
    visit.look("effets")
    unseen(visit)
    visit.open(here + "/contestations")
    visit.tells("Aucune demande de consultation")
    visit.look("contestations")
    supported(visit, here)
    visit.require(re.search(r"/soutien$", visit.page.url) is not None, "support stays at hand")


SCENARIOS = [("session2-copies", "secrétariat", copies)]
