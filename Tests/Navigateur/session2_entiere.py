"""A whole session 2 on a demonstration whose clock goes from one limit to the next: worked cases
W90 to W96 and W120 from the published results to contested copies, each actor at their browser."""

import re

from bonifications import proof
from documents import downloaded
from jury import decide, key, open_jury
from lancement import Journey
from session2_calendrier import chosen, furnished, searched
from session2_campagne import published

EXAMS = "2026-07-06"

# The marks of the copies, by UE.
MARKS = {
    "UE12": {
        "Corvandier": "7,5", "Montrevert": "10", "Verdancourt": "11", "Sauvergne": "9",
        "Tersigny": "9",
    },
    "UE13": {"Marbrouck": "10,5"},
    "UE15": {},
    "UE24": {"Montrevert": "9,5"},
}

journey = None


def serve(program, stack):
    """The site on the day when the results of session 1 are published."""
    global journey
    journey = Journey(program, stack, "2026-06-12T09:00")
    return journey.address, journey.accounts


class Person:
    """Somebody of the campaign, who signs in again after each journey."""

    def __init__(self, visit, login, size="bureau"):
        self.visit, self.login = visit.elsewhere(login.split(".")[0], size), login

    def at(self, path):
        self.visit.open(path)
        if "/connexion" in self.visit.page.url:
            self.visit.sign_in(self.login)
            self.visit.open(path)
        return self.visit


def campaign(visit):
    # One browser is enough: time goes one way.
    if visit.is_phone or not visit.scripts:
        return
    office = Person(visit, "yannick.tourmalec")
    head = Person(visit, "solange.brumevigne")
    studies = Person(visit, "vivien.rocheplane")
    module = Person(visit, "wilfrid.estampier")
    watch = Person(visit, "regis.durochet")
    direction = Person(visit, "beatrice.hauteclaire")
    students = {
        login.split(".")[1]: Person(visit, login, "telephone")
        for login in (
            "nolwenn.tersigny", "basile.corvandier", "ysaline.marbrouck", "corentin.aubespry",
            "apolline.verdancourt", "bastien.ormeval", "clotilde.sauvergne", "damien.fauqueroy",
            "eulalie.montrevert",
        )
    }
    here = opened(office)
    forms(here, module, studies)
    enrolled(students)
    journey.travel("2026-06-15T10:00")
    calendar(here, office, studies, students)
    late(here, office, head, studies, students)
    journey.travel(f"{EXAMS}T19:30")
    sat(here, office, watch)
    copies(here, office, students)
    journey.travel("2026-07-09T14:00")
    deliberated(here, office, direction, students)
    journey.travel("2026-07-10T09:00")
    contested(here, office, direction, students)


# W90, W96: who may sit what, and by when.


def opened(office):
    visit = office.at("/session-2")
    page = visit.page
    option = page.locator("#champ-promotion option", has_text="2025-2026")
    page.select_option("#champ-promotion", option.get_attribute("value"))
    page.fill("#champ-intitule", "Session 2 de juillet")
    page.fill("#champ-premier", EXAMS)
    page.fill("#champ-dernier", EXAMS)
    page.fill("#champ-publication", "2026-06-12")
    page.fill("#champ-limite", "2026-06-27")
    visit.submit("Ouvrir la session 2")
    visit.tells("procédure de session 2, § 3")
    page.fill("#champ-limite", "2026-06-26")
    visit.submit("Ouvrir la session 2")
    visit.tells("La session 2 est ouverte", "15 juin 2026", "6 juin 2026")
    visit.tells("19 juin 2026", "26 juin 2026")
    visit.look("echeances")
    here = re.search(r"/session-2/\d+", page.url).group(0)
    published(visit, here, 2025)
    row = page.locator("main tbody tr", has_text="Tersigny")
    visit.require("UE12, UE15" in row.inner_text(), "W90: UE12 and UE15 are open")
    row.locator("summary").click()
    reasons = " ".join(row.inner_text().split())
    for reason in (
        "UE11 (9,00) : acquise par compensation", "UE12 (8,50) : non acquise",
        "UE13 (12,00) : acquise directement", "UE14", "capitalisée une année précédente",
        "UE15 (9,90) : non acquise",
    ):
        visit.require(reason in reasons, f"W90: {reason} in {reasons}")
    row = page.locator("main tbody tr", has_text="Montrevert")
    visit.require("UE12, UE14, UE24" in row.inner_text(), "W120: three UE are open")
    return here


def forms(here, module, studies):
    """The responsable chooses for a UE, the direction of studies for the others."""
    visit = module.at(here + "/epreuves")
    visit.page.locator("main tbody tr", has_text="UE12").locator("a").first.click()
    visit.page.wait_for_url("**/epreuves/*")
    visit.page.get_by_label("Écrit surveillé").check()
    visit.page.fill("#champ-duree-ecrit", "90")
    visit.submit("Enregistrer la forme")
    visit.tells("La forme de l’épreuve est enregistrée")
    chosen(studies.at(here + "/epreuves"), here)


def answer(visit, *ues):
    for ue in ues:
        visit.page.check(f"[name='ue-{ue}']")
    visit.submit("M’inscrire aux UE cochées")
    visit.tells("Accusé de réception", f"je m’inscris : {', '.join(ues)}")


def enrolled(students):
    """Each on a phone; a UE that is acquired is refused, even asked for by force."""
    visit = students["tersigny"].at("/moi/session-2")
    visit.tells("acquise par compensation", "capitalisée une année précédente")
    visit.look("ouvertes")
    visit.page.evaluate(
        "document.querySelector('[name=ue-UE12]').insertAdjacentHTML("
        "'afterend', '<input type=hidden name=ue-UE11 value=oui>')"
    )
    visit.submit("M’inscrire aux UE cochées")
    visit.require(visit.page.locator(".faute").count() > 0, "an acquired UE is refused")
    visit.require("Accusé de réception" not in visit.text(), "nothing is written")
    visit.look("ue-acquise-refusee")
    answer(students["tersigny"].at("/moi/session-2"), "UE12")
    for name, ues in (
        ("corvandier", ["UE12"]), ("marbrouck", ["UE13"]), ("aubespry", ["UE15"]),
        ("montrevert", ["UE12", "UE24"]),
    ):
        visit = students[name].at("/moi/session-2?simulation=oui")
        visit.tells("Ce que chaque choix peut changer")
        visit.look("simulation")
        answer(students[name].at("/moi/session-2"), *ues)


# The calendar, 21 days before and not 20.


def first_day(visit, here, day):
    visit.open(here)
    visit.page.fill("#champ-premier", day)
    visit.submit("Enregistrer")
    visit.tells("La session 2 est enregistrée")


def calendar(here, office, studies, students):
    visit = office.at(here + "/calendrier")
    furnished(visit, here + "/calendrier")
    searched(visit, here + "/calendrier")
    director = studies.at(here + "/calendrier")
    director.submit("Signer ce calendrier")
    director.tells("Le calendrier est signé.")
    first_day(visit, here, "2026-07-05")
    visit.open(here + "/calendrier")
    visit.submit("Publier")
    visit.tells("14 juin 2026")
    visit.require("Le calendrier est publié" not in visit.text(), "20 days are not enough")
    visit.look("vingt-jours")
    first_day(visit, here, EXAMS)
    visit.open(here + "/calendrier")
    visit.submit("Publier")
    visit.tells("Le calendrier est publié")
    student = students["montrevert"].at("/moi/session-2/calendrier")
    student.tells("UE12", "UE24")
    student.look("ses-epreuves")
    _, text, _ = downloaded(
        student, student.page.get_by_role("button", name="Télécharger ma convocation")
    )
    student.require("MONTREVERT" in text, "the convocation is hers")


# W95: in time, a minute late, late with a proof, never.


def late(here, office, head, studies, students):
    journey.travel("2026-06-26T23:58")
    answer(students["verdancourt"].at("/moi/session-2"), "UE12")
    tardy = students["ormeval"].at("/moi/session-2")
    tardy.page.check("[name='ue-UE12']")
    journey.travel("2026-06-27T00:00")
    tardy.submit("M’inscrire aux UE cochées")
    tardy.tells("Votre réponse n’est pas enregistrée", "force majeure")
    tardy.look("une-minute-trop-tard")
    visit = students["sauvergne"].at("/moi/session-2")
    ask = visit.page.get_by_role("button", name="Déposer la demande", exact=True)
    visit.page.locator("form", has=ask).locator("[name='ue-UE12']").check()
    visit.page.fill("#champ-texte", "Hospitalisation du 20 au 26 juin.")
    visit.submit("Déposer la demande")
    visit.require(visit.page.locator(".faute").count() > 0, "a document is asked for")
    visit.look("sans-document")
    visit.page.locator("form", has=ask).locator("[name='ue-UE12']").check()
    visit.page.set_input_files("#champ-piece", proof("certificat-d-hospitalisation.pdf"))
    visit.submit("Déposer la demande")
    visit.tells("La demande est déposée")
    chief = head.at(here)
    chief.page.locator("textarea[name=reponse]").first.fill("Certificat d’hospitalisation.")
    chief.submit("Accepter")
    chief.tells("La décision est enregistrée")
    visit = office.at(here + "/admissibilite")
    if visit.page.get_by_role("button", name="Constater les renoncements").count():
        visit.submit("Constater les renoncements")
    visit.open(here + "/admissibilite")
    for name, expected in (
        ("Verdancourt", "UE12"), ("Sauvergne", "UE12"), ("Ormeval", "renon"),
        ("Fauqueroy", "renon"),
    ):
        cell = visit.page.locator("main tbody tr", has_text=name).locator("td").last.inner_text()
        visit.require(expected in cell, f"W95: {name}: {cell}")
    visit.look("reponses")
    visit.open(here + "/calendrier")
    visit.submit("Confirmer sur les inscrits")
    visit.look("confirme")
    director = studies.at(here + "/calendrier")
    director.submit("Signer ce calendrier")
    director.tells("Le calendrier est signé.")
    visit.open(here + "/calendrier")
    visit.submit("Publier")
    visit.tells("confirmé sur les inscrits")
    student = students["montrevert"].at("/moi/session-2/calendrier")
    student.require("UE14" not in student.text("main table"), "she is not enrolled for UE14")


# The day of the exams: W94 is absent.


def sat(here, office, watch):
    visit = office.at(here + "/jour")
    visit.page.get_by_role("button", name=re.compile("^Tirer")).click()
    visit.tells("Les places sont tirées au sort.")
    exams = [
        link.get_attribute("href")
        for link in visit.page.locator("main tbody a[href*='/jour/']").all()
    ]
    for exam in exams:
        room = watch.at(exam)
        begins = re.search(r"de (\d+ h(?: \d+)?) à", room.text()).group(1)
        rows = room.page.locator("details.emargement-session2")
        for rank in range(rows.count()):
            row = rows.nth(rank)
            if "Aubespry" in row.inner_text():
                continue
            row.locator("summary").click()
            row.get_by_label("Pièce d’identité vue").check()
            row.get_by_label("Carte d’étudiant vue").check()
            row.get_by_label("Émarge à").fill(begins)
            row.get_by_role("button", name="Noter").click()
            room.page.wait_for_load_state()
            room.tells("présent")
        room.look("salle")
        visit.open(exam)
        away = visit.page.locator("details.emargement-session2", has_text="Aubespry")
        if away.count():
            away.locator("summary").click()
            away.get_by_role("button", name="Absence injustifiée").click()
            visit.page.wait_for_load_state()
            visit.tells("absence injustifiée : 0")
            visit.look("absence")
            mended(visit, exam, watch)
            _, text, _ = downloaded(
                visit, visit.page.get_by_role("button", name="Feuille d’émargement")
            )
            visit.require("AUBESPRY" in text.upper(), "the sheet has him")
    visit.open(here + "/jour")
    visit.submit("Clore les épreuves")
    visit.tells("épreuves sont")


def mended(visit, exam, watch):
    """An absence noted by mistake: changed and taken back with a reason; he was away after all."""

    def away(one):
        return one.page.locator("details.emargement-session2", has_text="Aubespry")

    def say(button, reason=None):
        away(visit).locator("summary").click()
        if reason is not None:
            away(visit).get_by_label("Motif").fill(reason)
        away(visit).get_by_role("button", name=button).click()
        visit.page.wait_for_load_state()

    visit.open(exam)
    say("Rendre l’absence justifiée", "certificat reçu le lendemain")
    visit.tells("absence justifiée")
    room = watch.at(exam)
    away(room).locator("summary").click()
    away(room).get_by_label("Pièce d’identité vue").check()
    away(room).get_by_label("Carte d’étudiant vue").check()
    away(room).get_by_label("Émarge à").fill("9 h")
    away(room).get_by_role("button", name="Noter").click()
    room.page.wait_for_load_state()
    room.tells("retire d’abord cette absence")
    room.look("note-absent")
    visit.open(exam)
    say("Retirer l’absence", "certificat d’une autre personne")
    visit.tells("L’absence est retirée")
    visit.look("retiree")
    say("Absence injustifiée")
    visit.tells("absence injustifiée : 0")


# The copies: a student who looks before the jury sees nothing.


HIDDEN = [
    (name, address)
    for name in ("montrevert", "corvandier")
    for address in ("/moi", "/moi/notes", "/moi/resultats", "/moi/session-2/copies")
]


def read(student, address):
    return student.at(address).text()


def copies(here, office, students):
    visit = office.at(here + "/copies")
    page = visit.page
    before = {(name, address): read(students[name], address) for name, address in HIDDEN}
    for ue, marks in MARKS.items():
        visit.open(here + "/copies")
        row = page.locator("main tbody tr", has_text=ue)
        row.locator("a").first.click()
        page.wait_for_url("**/copies/*")
        page.get_by_label("Une saisie").check()
        visit.submit("Préparer les copies et tirer les numéros")
        visit.tells("Les copies sont préparées")
        for name, mark in marks.items():
            page.locator("main tbody tr", has_text=name).locator("[name^=copie-]").fill(mark)
        if marks:
            visit.submit("Enregistrer les notes")
            visit.tells("Les notes sont enregistrées")
        page.get_by_role("button", name=re.compile("erser les notes")).click()
        page.wait_for_load_state()
        visit.tells("Les notes sont versées")
    visit.open(here + "/effets")
    visit.look("effets")
    for name, address in HIDDEN:
        same = before[name, address] == read(students[name], address)
        visit.require(same, f"nothing changes on {address} before the jury")
    for name in ("montrevert", "corvandier"):
        student = students[name].at("/moi/session-2/copies")
        student.tells("Pas encore publiée.")
        student.look("avant-le-jury")


# The jury, then what each reads.


def deliberated(here, office, direction, students):
    visit = direction.at("/jurys")
    page = visit.page
    jury = open_jury(visit, "MMI Quelque-Part 1re année, 2025-2026", "2026-07-09", "annee")
    visit.open(jury + "/deliberation?filtre=en-attente")
    waiting = page.locator("tbody tr").count()
    visit.require(waiting > 0, "who does not pass waits for the jury")
    visit.look("en-attente")
    key(visit, "Enter")
    for _ in range(waiting):
        decide(visit, "r", "trop d’UE restent à acquérir")
    visit.open(jury + "/deliberation")
    page.keyboard.press("t")
    page.get_by_text("Les propositions sont adoptées").wait_for()
    visit.open(jury + "/deliberation?filtre=a-examiner")
    left = page.locator("tbody tr").count()
    if left:
        key(visit, "Enter")
        for _ in range(left):
            key(visit, "a")
    for name, told in DECIDED.items():
        visit.open(jury + "/deliberation")
        page.locator("tbody th a", has_text=name).first.click()
        page.wait_for_url("**/etudiants/**")
        visit.tells(*told)
        visit.look(f"jury-{name.lower()}")
    visit.open(jury + "/cloture")
    key(visit, "c")
    visit.tells("Tout se vérifie")
    visit.look("scelles")
    for name, code in SEALED.items():
        row = page.locator("main tbody tr", has_text=name).inner_text().split()
        visit.require(code in row, f"{name}: {code} in {row}")
    for name, told in RESULTS.items():
        student = students[name].at("/moi/resultats")
        student.tells(*told)
        student.look("apres-le-jury")
        student.open("/moi/session-2/copies")
        student.look("ses-notes")


# What the jury has before it: averages of UE and RCUE after session 2, passage, credits.
DECIDED = {
    "Tersigny": ("UE11", "capitalisée", "9,00", "9,50"),
    "Corvandier": ("7,50", "9,00", "Passage en S3 oui"),
    "Marbrouck": ("10,50", "10,75", "Passage en S3 oui 3 regroupements sur 5"),
    "Aubespry": ("0,00", "4,50", "Passage en S3 non"),
    "Montrevert": (
        "10,30", "10,35", "10,50", "8,90", "Passage en S3 oui", "52 ECTS", "malus 0,20",
        "bonus 0,50", "bonus 1,00",
    ),
}

# What the jury sealed, and what each student then reads.
SEALED = {
    "Aubespry": "RED", "Corvandier": "PASD", "Fauqueroy": "PASD", "Marbrouck": "PASD",
    "Montrevert": "PASD", "Ormeval": "PASD", "Tersigny": "PASD", "Verdancourt": "ADM",
}
RESULTS = {
    "corvandier": ("7,50", "9,00"),
    "marbrouck": ("10,50", "10,75"),
    "aubespry": ("0,00", "4,50"),
    "montrevert": ("10,30", "10,35", "8,90"),
}


# Two copies asked for: one whose mark stands, one whose error is put right by a new jury.


def contested(here, office, direction, students):
    visit = office.at(here + "/contestations")
    visit.tells("Le délai de consultation n’est pas fixé")
    visit.open(here)
    visit.page.fill("#champ-delai", "15")
    visit.submit("Enregistrer")
    visit.tells("La session 2 est enregistrée")
    for name, text in (
        ("corvandier", "La question 4 n’est pas corrigée, me semble-t-il."),
        ("sauvergne", "Le total ne fait pas 9."),
    ):
        student = students[name].at("/moi/session-2/copies")
        student.page.locator("summary", has_text="Demander à consulter ma copie").click()
        student.page.locator("textarea[name=texte]").first.fill(text)
        student.submit("Demander ma copie")
        student.tells("demandée")
    for name in ("Corvandier", "Sauvergne"):
        visit.open(here + "/contestations")
        card(visit, name).locator("[name=date]").first.fill("2026-07-13")
        card(visit, name).locator("[name=heure]").first.fill("10 h")
        card(visit, name).locator("[name=lieu]").fill("Bureau 12")
        submit(visit, name, "Donner cette date à l’étudiant")
        visit.tells("date fixée")
    journey.travel("2026-07-13T10:30")
    received(office.at(here), here, "Corvandier", "Total refait avec l’étudiant.")
    card(visit, "Corvandier").locator("summary", has_text="Maintenir la note").click()
    card(visit, "Corvandier").locator("textarea[name=motif]").fill("")
    submit(visit, "Corvandier", "Maintenir la note et répondre")
    visit.require(visit.page.locator(".faute").count() > 0, "the reason is asked for")
    card(visit, "Corvandier").locator("textarea[name=motif]").fill("Le barème a été suivi.")
    submit(visit, "Corvandier", "Maintenir la note et répondre")
    visit.tells("note maintenue")
    received(visit, here, "Sauvergne", "Deux points de la partie B n’ont pas été reportés.")
    visit.look("consultees")
    withdrawn(visit, direction, students, here, recognised(direction, here))
    second = recognised(direction, here)
    awaited(direction, second)
    visit.open(here + "/contestations")
    submit(visit, "Sauvergne", "Reporter la note exacte")
    visit.tells("note reportée")
    student = students["sauvergne"].at("/moi/session-2/copies")
    student.require("11" not in student.text(".definitions"), "not before the new jury")
    deliberated_again(direction, second)
    student = students["sauvergne"].at("/moi/session-2/copies")
    student.tells("Note de session 2 11", "le total des points est faux")
    student.look("note-rectifiee")
    student.open("/moi/resultats")
    student.tells("10,50", "Votre année est validée.")
    student = students["corvandier"].at("/moi/session-2/copies")
    student.tells("Note maintenue le", "Le barème a été suivi.")
    student.look("note-maintenue")


def card(visit, name):
    return visit.page.locator(".carte", has_text=name).first


def submit(visit, name, button):
    card(visit, name).get_by_role("button", name=button, exact=True).click()
    visit.page.wait_for_load_state()


def received(visit, here, name, remarks):
    """A student comes and sees the copy."""
    visit.open(here + "/contestations")
    card(visit, name).locator("summary", has_text="Constater la consultation").click()
    card(visit, name).locator("[name=date]").last.fill("2026-07-13")
    card(visit, name).locator("[name=heure]").last.fill("10 h")
    card(visit, name).locator("[name=observations]").fill(remarks)
    submit(visit, name, "Enregistrer la consultation")
    visit.tells("consultée")


def recognised(direction, here):
    """The direction recognises a material error: a new deliberation opens."""
    visit = direction.at(here + "/contestations")
    box = card(visit, "Sauvergne")
    box.locator("summary", has_text="Reconnaître une erreur matérielle").click()
    box.get_by_label("Le total des points est faux").check()
    box.locator("[name=preuve]").fill("Copie : 11 points, 9 reportés.")
    box.locator("[name=motif-erreur]").fill("Total refait.")
    box.locator("[name=note]").fill("11")
    box.locator("[name=jury]").fill("2026-07-13")
    submit(visit, "Sauvergne", "Ouvrir une nouvelle délibération")
    visit.tells("erreur reconnue")
    link = visit.page.get_by_role("link", name="La nouvelle délibération")
    return link.get_attribute("href")


def withdrawn(visit, direction, students, here, jury):
    """Recognised by mistake: the mark is put back, then the jury and the error are taken back."""
    visit.open(here + "/contestations")
    submit(visit, "Sauvergne", "Reporter la note exacte")
    visit.tells("note reportée")
    head = direction.at(jury)
    head.tells("La note exacte est déjà reportée")
    head.require(head.page.get_by_role("button", name="Retirer ce jury").count() == 0, "not yet")
    head.look("retrait-impossible")
    card(visit, "Sauvergne").locator("summary", has_text="Remettre la note publiée").click()
    card(visit, "Sauvergne").locator("[name=motif-de-reprise]").fill("Copie d’une autre personne.")
    visit.look("remettre-la-note")
    submit(visit, "Sauvergne", "Remettre cette note")
    visit.tells("La note publiée est remise", "erreur reconnue")
    head = direction.at(jury)
    head.submit("Retirer ce jury")
    head.require(head.page.locator(".faute").count() > 0, "the reason is asked for")
    head.page.fill("[name=motif]", "Copie d’une autre personne.")
    head.look("retrait")
    head.submit("Retirer ce jury")
    head.tells("Le jury est retiré.")
    student = students["sauvergne"].at("/moi")
    student.tells("L’erreur reconnue sur votre copie ne l’est plus")
    student.open("/moi/session-2/copies")
    student.tells("consultée", "Note de session 2 9")
    student.look("erreur-reprise")


def awaited(direction, jury):
    """Without the exact mark, the jury says what it waits for and has no button to close."""
    visit = direction.at(jury + "/cloture")
    visit.tells("Une note exacte n’est pas reportée.", "Voir la contestation")
    closing = visit.page.get_by_role("button", name="Clore et sceller")
    visit.require(closing.count() == 0, "it cannot be closed")
    visit.look("note-attendue")


def deliberated_again(direction, jury):
    visit = direction.at(jury)
    visit.page.locator("[name=present]").nth(0).check()
    visit.submit("Enregistrer la séance")
    visit.open(jury + "/deliberation")
    visit.require(visit.page.locator("tbody tr").count() == 1, "one student only")
    key(visit, "Enter")
    visit.tells("10,50")
    key(visit, "a")
    visit.open(jury + "/cloture")
    key(visit, "c")
    visit.tells("Tout se vérifie")


SCENARIOS = [("session2-entiere", None, campaign)]
