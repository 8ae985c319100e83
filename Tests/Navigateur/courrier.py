"""Mail, through a real server: news that a teacher publishes, a link that stops them, a password."""

import email
import email.policy
import pathlib
import re
import time

import lancement

PASSWORD = "trois petits chats"
# One folder for one demonstration.
BOX = {}


def serve(program, stack):
    """The site of a fictitious institute that writes to people by a server that keeps everything."""
    folder = lancement.temporary_folder(stack)
    smtp = lancement.identity_server(stack, f"{folder}/smtp", "serveur_smtp.py")
    BOX["folder"] = pathlib.Path(f"{folder}/smtp")
    return lancement.serve(
        program, stack, folder, "--demonstration", "--base", f"{folder}/iut.sqlite",
        "--smtp", f"127.0.0.1:{smtp}", "--smtp-securite", "aucune",
        "--expediteur", "scolarite@iut.example", "--calme", "0", "--debit", "6000",
    )


def received(name, subject, since):
    """The last message to somebody, once it is about something and came after a moment."""

    def read():
        path = BOX["folder"] / f"{name}.eml"
        if path.stat().st_mtime < since:
            raise OSError("an older one")
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        if subject not in message["subject"]:
            raise OSError(f"about {message['subject']}")
        return message

    return lancement.wait_for(read)


def body(message):
    return message.get_body(("plain",)).get_content().replace("\u00a0", " ")


def address(visit, login, to):
    """The administrator says where somebody is written to."""
    admin = visit.elsewhere("admin")
    admin.sign_in(admin.accounts["administration"][0])
    admin.open(f"/administration/comptes?texte={login}")
    admin.page.locator("main tbody a").first.click()
    admin.page.wait_for_selector("#champ-adresse")
    admin.page.fill("#champ-adresse", to)
    admin.submit("Enregistrer l’adresse")
    admin.tells("L’adresse est enregistrée.")
    return admin


def news(visit):
    """A teacher publishes; the student reads the message, follows its link, then stops them."""
    login = visit.accounts["étudiant"][1]
    name = f"etudiant-{visit.label}"
    admin = address(visit, login, f"{name}@etu.example")
    admin.look("adresse")
    visit.sign_in(login)
    visit.open("/compte")
    visit.tells(f"On vous écrit à {name}@etu.example.")
    for box in visit.page.locator("input[name^=avis-]").all():
        box.check()
    visit.submit("Enregistrer mes choix")
    visit.tells("Vos choix de courrier sont enregistrés.")
    visit.look("compte")
    # A test where the student has a mark, which the secretariat takes back and publishes again.
    visit.open("/moi/notes")
    test = visit.page.locator("main").inner_html()
    clerk = visit.elsewhere("publie")
    clerk.sign_in(clerk.accounts["secrétariat"][0])
    since = time.time()
    publish(clerk, test)
    message = received(name, "Nouvelles notes en", since)
    text = body(message)
    visit.require(message["to"].addresses[0].addr_spec == f"{name}@etu.example", "to the student")
    visit.require("De nouvelles notes sont publiées en" in text, "what is new is told")
    html = message.get_body(("html",)).get_content()
    visit.require('<html lang="fr">' in html and "<style" not in html, "the same in HTML")
    links = re.findall(r"http\S+", text)
    visit.require(links[0] == visit.base + "/moi", f"where to read: {links}")
    visit.open(links[0].removeprefix(visit.base))
    # Without a sign-in, on another browser.
    other = visit.elsewhere("desinscription")
    stop = next(link for link in links if "/courrier/desinscription/" in link)
    other.open(stop.removeprefix(visit.base))
    other.tells("De nouvelles notes sont publiées")
    other.look("desinscription")
    other.submit("Ne plus recevoir ces messages")
    other.tells("Ces messages ne vous seront plus écrits.")
    other.look("desinscrit")
    visit.open("/compte")
    visit.require(
        not visit.page.get_by_label("De nouvelles notes sont publiées").is_checked(),
        "the choice is seen on the account",
    )
    mine = list(other.faults)
    answer = other.page.goto(stop[:-1])
    other.faults[:] = mine
    other.require(answer.status == 422, "a link that was not made here")


def publish(clerk, html):
    """Takes back and publishes again the test that a page of the student names."""
    page = clerk.page
    for label in promotions(clerk):
        clerk.open(label + "/modules")
        for link in page.locator("main a[href^='/evaluations/']").all():
            name = link.inner_text().strip()
            if name and name in html:
                clerk.open(link.get_attribute("href"))
                clerk.submit("Retirer aux étudiants")
                clerk.submit("Publier aux étudiants")
                return
    raise AssertionError("no test of the student is found")


def promotions(visit):
    visit.open("/promotions")
    links = visit.page.locator("main tbody a[href^='/promotions/']").all()
    return [link.get_attribute("href") for link in links]


def forgotten(visit):
    """Who forgot a password asks for a code, whoever they are; the link of the message lets in."""
    # An account has three codes in an hour: each visit has its own.
    role = {
        "bureau-js": "jury", "bureau-sans-js": "surveillant", "telephone-js": "service des sports",
        "telephone-sans-js": "service handicap",
    }[visit.label.removeprefix("courrier-oubli-")]
    login = visit.accounts[role][0]
    name = f"oubli-{visit.label}"
    address(visit, login, f"{name}@iut.example")
    page = visit.page
    visit.open("/connexion")
    visit.look("connexion")
    page.get_by_role("link", name="Mot de passe oublié ?").click()
    page.wait_for_selector("#champ-identifiant")
    visit.look("oublie")
    answers = []
    since = time.time()
    for who in ("personne.du.tout", login):
        page.fill("#champ-identifiant", who)
        visit.submit("Recevoir un code")
        answers.append(visit.text())
    visit.require(answers[0] == answers[1], "the same answer for nobody")
    visit.tells("Si un compte correspond")
    visit.look("demande")
    link = re.search(r"http\S+/code\?code=\S+", body(received(name, "nouveau mot de passe", since)))
    since = time.time()
    visit.open(link.group(0).removeprefix(visit.base))
    page.fill("#champ-mot-de-passe", PASSWORD)
    page.fill("#champ-encore", PASSWORD)
    visit.look("code")
    visit.submit("Choisir et entrer")
    page.wait_for_url(visit.base + "/")
    received(name, "a changé", since)
    again = visit.elsewhere("encore")
    again.sign_in(login)
    again.open(link.group(0).removeprefix(visit.base))
    again.page.fill("#champ-mot-de-passe", PASSWORD)
    again.page.fill("#champ-encore", PASSWORD)
    again.submit("Choisir et entrer")
    again.require("ne marche plus" in again.text() or "déjà servi" in again.text(), "it serves once")
    again.faults = [one for one in again.faults if "422" not in one]


def queue(visit):
    """The administrator tries, sees a refusal and what to do, corrects, sends again."""
    login = visit.accounts["administration"][0]
    page = visit.page
    admin = address(visit, login, "inconnu@iut.example")
    admin.close()
    visit.sign_in(login)
    visit.open("/administration/courrier")
    visit.submit("M’envoyer un message d’essai")
    visit.tells("Le message d’essai est dans la file d’attente")

    def refused():
        visit.open("/administration/courrier")
        if "550 5.1.1 à RCPT" not in visit.text():
            raise OSError("not yet")

    lancement.wait_for(refused)
    visit.tells("Cette adresse n’existe pas, ou plus")
    visit.look("refus")
    name = f"admin-{visit.label}"
    address(visit, login, f"{name}@iut.example")
    since = time.time()
    page.get_by_role("button", name="Relancer").first.click()
    page.wait_for_load_state()
    visit.tells("Le message repart")
    received(name, "Essai du courrier", since)
    visit.open("/administration/courrier")
    visit.look("file")


SCENARIOS = [
    ("courrier-nouvelles", None, news),
    ("courrier-oubli", None, forgotten),
    ("courrier-file", None, queue),
]
