"""A slot signed with the code of its screen; steps around an absence, with their answers."""

import datetime
import re
import zlib

from playwright.sync_api import expect

from heure import today


def student_of(visit, code):
    """A student with an account who may sign the slot whose code is shown."""
    for rank, login in enumerate(visit.accounts["étudiant"]):
        student = visit.elsewhere(f"etudiant-{rank}")
        student.sign_in(login)
        answer = student.page.goto(visit.base + code)
        if answer.status == 200 and "Signer ma présence" in student.text("h1"):
            if student.page.locator("#champ-seance option").count() > 1:
                return student
            if student.page.locator("#champ-seance option[selected]").count() == 1:
                return student
    raise AssertionError("no student with an account is expected at the slot")


def sign_in_sheet(visit):
    page = visit.page
    visit.menu("Appels")
    visit.tells("Créneaux")
    visit.look("appels")
    page.get_by_role("link", name="Nouveau créneau").click()
    page.wait_for_url("**/appels/nouveau")
    page.fill("#champ-heure", "midi")
    visit.submit("Créer le créneau")
    visit.tells("Choisissez le module.", "Écrivez l’heure comme « 14 h 05 ».")
    visit.look("nouveau")
    page.goto(visit.base + "/appels/nouveau")
    page.select_option("#champ-module", index=1)
    visit.submit("Créer le créneau")
    visit.tells("Le créneau est créé")
    visit.look("appel")
    sheet = page.url
    page.fill("#champ-pas", "10")
    visit.submit("Ouvrir l’émargement")
    page.wait_for_url(re.compile("/code$"))
    visit.tells("À lire avec un téléphone")
    visit.look("code")
    code = "".join(re.findall(r"\d", page.locator(".chiffre-valeur").first.inner_text()))
    visit.require(len(code) == 6, f"six digits, not {code}")
    # The screen of the code comes back by itself, in the middle of whatever is done there.
    page.goto(sheet)
    slot = re.search(r"/appels/(\d+)", sheet).group(1)
    student = student_of(visit, f"/emarger/{slot}/{code}")
    student.page.fill("#champ-code", "000")
    student.submit("Signer ma présence")
    student.tells("Ce code n’est pas celui de ce créneau")
    student.look("faux")
    page.wait_for_timeout(21_000)
    student.page.fill("#champ-code", code)
    student.submit("Signer ma présence")
    student.tells("Ce code n’est plus affiché")
    stale = student.context.new_page()
    stale.goto(f"{visit.base}/emarger/{slot}/{code}")
    page.goto(sheet + "/code")
    code = "".join(re.findall(r"\d", page.locator(".chiffre-valeur").first.inner_text()))
    page.goto(sheet)
    student.page.fill("#champ-code", code)
    student.submit("Signer ma présence")
    student.tells("Votre présence est signée.", "vous avez signé à")
    student.look("signe")
    stale.fill("#champ-code", code)
    stale.get_by_role("button", name="Signer ma présence").click()
    stale.wait_for_load_state()
    student.require("déjà signé" in stale.locator("main").inner_text(), "nobody signs twice")
    stale.close()
    page.goto(sheet)
    visit.tells("Présents 1")
    page.locator("main select").nth(1).select_option("retard")
    visit.submit("Enregistrer l’appel")
    visit.tells("Donnez le retard en minutes.")
    page.locator("main select").nth(1).select_option("retard")
    page.locator("main input.saisie").nth(1).fill("10")
    visit.submit("Enregistrer l’appel")
    visit.tells("L’appel est enregistré.")
    visit.submit("Fermer l’émargement")
    visit.tells("L’émargement est fermé.")
    visit.look("ferme")
    student.open(f"/emarger/{slot}/{code}")
    visit.require(
        student.page.locator("#champ-seance option").count() < 2
        or f"'{slot}'" not in student.page.locator("#champ-seance").inner_html(),
        "a slot that is closed is not offered",
    )


def asked(head):
    """A request of a student whom the head answers; gives its address."""
    for rank, login in enumerate(head.accounts["étudiant"]):
        student = head.elsewhere(f"etudiant-{rank}")
        student.sign_in(login)
        student.open("/moi/demarches")
        student.submit("Annoncer")
        student.tells("L’absence est signalée")
        if student.page.get_by_role("button", name="Demander", exact=True).count() == 0:
            continue
        student.submit("Demander")
        student.tells("Dites pourquoi.")
        student.look("demarches")
        student.page.fill("#champ-autorisation-motif", "Un concours.")
        student.submit("Demander")
        student.tells("La demande est déposée", "à décider")
        student.page.locator("main a[href^='/autorisations/']").first.click()
        student.page.wait_for_url("**/autorisations/*")
        request = student.page.url.removeprefix(head.base)
        nobody = student.page.get_by_role("button", name="Accorder", exact=True).count() == 0
        student.require(nobody, "nobody answers oneself")
        if head.page.goto(head.base + request).status == 200:
            return student
    raise AssertionError("no student of the department of the head may ask")


def steps(head):
    """A student announces and asks; the head refuses to answer without reason, then grants."""
    student = asked(head)
    head.submit("Refuser")
    head.tells("donnez un motif")
    head.page.fill("#champ-texte", "Rendre le TP.")
    head.submit("Accorder sous condition")
    head.tells("La réponse est enregistrée", "accordée sous condition", "Rendre le TP.")
    head.look("reponse")
    head.submit("La condition est remplie")
    head.tells("condition remplie")
    student.page.reload()
    student.tells("Rendre le TP.", "condition remplie")
    request = ask_again(student, head, "Un entretien.")
    head.page.fill("#champ-texte", "Envoyer la convocation.")
    head.submit("Accorder sous condition")
    head.submit("Elle ne l’est pas")
    head.tells("condition non remplie")
    student.open(request)
    student.tells("condition non remplie")
    student.look("non-remplie")
    request = ask_again(student, head, "Un voyage.")
    head.page.fill("#champ-texte", "Un examen a lieu ce jour-là.")
    head.submit("Refuser")
    head.tells("refusée")
    student.open(request)
    student.tells("refusée", "Un examen a lieu ce jour-là.")
    student.look("refusee")


def ask_again(student, head, reason):
    """Another request of the same student, opened by the head; gives its address."""
    student.open("/moi/demarches")
    student.page.fill("#champ-autorisation-motif", reason)
    student.submit("Demander")
    student.tells("La demande est déposée")
    links = student.page.locator("main a[href^='/autorisations/']").all()
    numbers = [int(link.get_attribute("href").rsplit("/", 1)[1]) for link in links]
    request = f"/autorisations/{max(numbers)}"
    head.open(request)
    head.tells(reason)
    return request


def follow(visit):
    """The secretariat sees thresholds before they are crossed, and takes a statement away."""
    page = visit.page
    visit.menu("Absences")
    visit.look("promotions")
    page.locator("main tbody a").first.click()
    page.wait_for_url("**/absences")
    visit.tells("Absences préoccupantes", "Prochain palier")
    visit.look("suivi")
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger").click()
    visit.require(download.value.suggested_filename.endswith(".xlsx"), "a workbook")


SCRIPTED = b"%PDF-1.7\n1 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n%%EOF\n"
SOUND = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"


def give(visit, name, content):
    visit.page.set_input_files("#champ-piece", files=[
        {"name": name, "mimeType": "application/pdf", "buffer": content}
    ])


def documents(visit):
    """Files that are not taken, then one asked to be completed, completed, refused, accepted."""
    office = visit.elsewhere("secretariat")
    office.sign_in(visit.accounts["secrétariat"][0])
    page = visit.page
    day = today().isoformat()
    visit.open("/moi/justificatifs/nouveau")
    page.fill("#champ-du", "2099-01-04")
    page.fill("#champ-au", "2099-01-04")
    page.select_option("#champ-nature", label="décès d’un proche")
    give(visit, "piece.pdf", SOUND)
    visit.submit("Déposer")
    visit.tells("Cette absence n’a pas commencé")
    visit.look("avenir")
    for name, content, answer in (
        ("photo.png", b"MZ un programme", "ni PDF, ni JPEG, ni PNG"),
        ("scripts.pdf", SCRIPTED, "un PDF qui contient un script"),
        ("comprime.pdf", compressed(b"<< /S /JS >>"), "un PDF qui contient un script"),
        ("abime.pdf", compressed(b"<< >>")[:-30] + b"\nendstream", "ne peut pas être vérifié"),
        ("gros.pdf", SOUND + b" " * 10_000_000, "10 Mo au plus"),
    ):
        page.fill("#champ-du", day)
        page.fill("#champ-au", day)
        give(visit, name, content)
        visit.submit("Déposer")
        visit.tells(answer)
        visit.require(page.input_value("#champ-au") == day, "what was typed is kept")
    visit.look("refuse")
    give(visit, "piece.pdf", compressed(b"<< /Type /Page >>"))
    visit.submit("Déposer")
    visit.tells("Le justificatif est déposé")
    numbers = [
        int(link.get_attribute("href").rsplit("/", 1)[1])
        for link in page.locator("main a[href^='/justificatifs/']").all()
    ]
    path = f"/justificatifs/{max(numbers)}"
    office.open(path)
    office.tells("Absence justifiée de droit")
    office.submit("À compléter")
    office.tells("Dites pourquoi : l’étudiant doit savoir quoi faire.")
    office.page.fill("#champ-motif", "Il manque l’acte.")
    office.submit("À compléter")
    visit.open(path)
    visit.tells("Il manque l’acte.", "La pièce demandée")
    visit.submit("Compléter")
    visit.tells("Joignez la pièce.")
    give(visit, "faux.pdf", b"faux")
    visit.submit("Compléter")
    visit.tells("ni PDF, ni JPEG, ni PNG")
    visit.look("a-completer")
    give(visit, "acte.pdf", SOUND)
    visit.submit("Compléter")
    visit.tells("La pièce est jointe", "à traiter")
    office.open(path)
    office.page.fill("#champ-motif", "L’acte est illisible.")
    office.submit("Refuser")
    visit.open(path)
    visit.tells("L’acte est illisible.", "refusé")
    office.open(path)
    office.submit("Accepter")
    office.tells("La réponse est enregistrée")
    visit.open(path)
    visit.tells("accepté")
    visit.look("accepte")


def compressed(inside):
    """A PDF whose object is in a compressed stream."""
    head = b"%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"
    return head + zlib.compress(b"1 0 " + inside) + b"\nendstream\nendobj\n%%EOF\n"


def catch_up(visit):
    """A test missed with justification: asked, organised, its mark entered; another refused."""
    student, tests = missed(visit)
    head = visit.elsewhere("chef")
    head.sign_in(visit.accounts["chef de département"][0])
    for rank, test in enumerate(tests):
        student.open("/moi/demarches")
        student.submit("Demander le rattrapage")
        student.tells("demandé")
        slots = f"{test}/rattrapages"
        if rank == 0:
            visit.open(slots)
            visit.page.select_option("#champ-etudiant", index=1)
            visit.submit("Organiser")
            visit.look("organiser")
            visit.page.fill("#champ-date", today().isoformat())
            visit.page.fill("#champ-heure", "14 h")
            visit.page.fill("#champ-salle", "B12")
            visit.page.fill("#champ-forme", "Oral")
            visit.submit("Organiser")
            visit.tells("organisé", "B12")
            student.open("/moi/demarches")
            student.tells("organisé", "B12", "Oral")
            student.look("organise")
            enter(visit, test, student, "ABJ 12")
            continue
        if head.page.goto(head.base + slots).status != 200:
            continue
        head.page.select_option("#champ-refuse", index=1)
        head.submit("Refuser le rattrapage")
        head.tells("motif")
        head.page.fill("#champ-motif", "Le module est terminé.")
        head.submit("Refuser le rattrapage")
        head.tells("refusé")
        head.look("refuse")
        student.open("/moi/demarches")
        student.tells("refusé", "Le module est terminé.")


def missed(visit):
    """A student with an account, and tests where the teacher writes them justified: two of one
    student at a desk, one of another on a phone, another without scripts."""
    visit.open("/modules")
    links = [link.get_attribute("href") for link in visit.page.locator("td a").all()]
    found = []
    for rank, login in enumerate(visit.accounts["étudiant"]):
        student = visit.elsewhere(f"etudiant-{rank}")
        student.sign_in(login)
        tests = []
        for link in links:
            visit.open(link)
            if row_of(visit, student).count() == 1:
                tests.append(link)
        if tests:
            found.append((student, tests))
    visit.require(len(found) > 1, "two students with an account in modules of the teacher")
    student, tests = found[-1 if visit.is_phone else 0]
    if visit.is_phone:
        tests = tests[:1] if visit.scripts else tests[1:]
    for test in tests:
        enter(visit, test, student, "ABJ")
    return student, tests


def row_of(visit, student):
    """The row of a student in the grid that is open."""
    first, last = student.page.locator("header a[href='/compte']").first.inner_text().split(" ", 1)
    row = visit.page.locator("tr", has=visit.page.locator("input[data-etudiant]"))
    return row.filter(has_text=re.compile(first)).filter(has_text=re.compile(last, re.I))


def enter(visit, test, student, mark):
    """Writes a mark in a grid."""
    visit.open(test)
    cell = row_of(visit, student).locator("input[data-etudiant]")
    cell.fill(mark)
    if visit.scripts:
        cell.press("Enter")
        expect(visit.page.locator("#bilan")).to_have_text("Tout est enregistré")
    else:
        visit.submit("Enregistrer les notes")
    visit.open(test)
    kept = row_of(visit, student).locator("input[data-etudiant]").input_value()
    visit.require(kept == mark, f"{mark} stands, not {kept}")


def unavailable(visit):
    """Days of ITI: what remains is shown first, the same day is refused, then none is left."""
    visit = declarer(visit)
    page = visit.page
    left = days_left(visit)
    visit.tells("Il reste", "sur 5 pour l’année", "À déclarer avant 14 h le jour même")
    first = today()
    page.fill("#champ-jour", (first - datetime.timedelta(days=1)).isoformat())
    visit.submit("Déclarer ce jour")
    visit.tells("Une indisponibilité se déclare avant le")
    visit.look("tard")
    rank = 0 if not visit.is_phone else 20 if visit.scripts else 40
    while left > 0:
        day = (first + datetime.timedelta(days=1 + rank + left)).isoformat()
        page.fill("#champ-jour", day)
        visit.submit("Déclarer ce jour")
        left -= 1
        visit.require(days_left(visit) == left, f"{left} days are left")
        if left > 0:
            page.fill("#champ-jour", day)
            visit.submit("Déclarer ce jour")
            visit.tells("déjà")
            visit.look("deux-fois")
        if visit.scripts:
            return
    visit.require(
        page.get_by_role("button", name="Déclarer ce jour").count() == 0, "no form without days"
    )
    visit.look("epuise")


def declarer(visit):
    """A student to whom days of ITI are open: no apprentice, in a year that runs."""
    for rank, login in enumerate(visit.accounts["étudiant"]):
        student = visit.elsewhere(f"etudiant-{rank}")
        student.sign_in(login)
        student.open("/moi/demarches")
        if student.page.get_by_role("button", name="Déclarer ce jour").count() > 0:
            return student
    raise AssertionError("no student may declare a day")


def days_left(visit):
    """The days that the page says remain."""
    return int(re.search(r"Il reste (\d+)", visit.text()).group(1))


def timetable(visit):
    """A sheet with faults by cell, a calendar seen, taken over, then once more for nothing."""
    page = visit.page
    visit.menu("Appels")
    page.get_by_role("link", name="Reprendre un emploi du temps").click()
    page.wait_for_url("**/appels/importer")
    visit.look("vide")
    visit.submit("Voir ce qui change")
    visit.tells("Choisissez la promotion et un fichier")
    module = first_module(visit)
    day = today().isoformat()
    sheet = f"Date;Début;Fin;Module;Type\n31/11/2026;8 h;10 h;{module};TD\n{day};8 h;7 h;{module};TD\n"
    send(visit, "edt.csv", sheet)
    visit.tells("Rien n’a été écrit.", "A2", "C3")
    send(visit, "edt.csv", f"Date;Début;Fin;Module;Type\n{day};8 h;10 h;Z9.99;TD\n")
    visit.tells("Z9.99")
    visit.look("fautes")
    minute = {"bureau-js": 0, "telephone-js": 10, "telephone-sans-js": 20}[
        visit.label.split("-", 2)[2]
    ]
    calendar = ics(visit.label, module, day, minute)
    send(visit, "edt.ics", calendar)
    visit.tells("Créneaux à ajouter 1")
    visit.look("apercu")
    visit.submit("Reprendre cet emploi du temps")
    visit.tells("L’emploi du temps est repris.")
    page.goto(visit.base + "/appels/importer")
    send(visit, "edt.ics", calendar)
    visit.tells("Rien ne change.", "Déjà là 1")
    visit.look("deja")
    page.goto(visit.base + "/appels/importer")
    send(visit, "edt.ics", "BEGIN:VCALENDAR\nn’importe quoi")
    visit.tells("Rien n’a été écrit.")


def first_module(visit):
    """The code of a module of the promotion that the form offers first."""
    name = visit.page.locator("#champ-promotion option").nth(1).inner_text().strip()
    visit.page.goto(visit.base + "/appels/nouveau")
    for option in visit.page.locator("#champ-module option").all():
        text = option.inner_text().strip()
        if text.startswith(name + ", "):
            visit.page.goto(visit.base + "/appels/importer")
            return text.removeprefix(name + ", ").split(",")[0]
    raise AssertionError(f"no module of {name}")


def send(visit, name, text):
    options = visit.page.locator("#champ-promotion option").all()
    values = [option.get_attribute("value") for option in options]
    visit.page.select_option("#champ-promotion", next(filter(None, values)))
    visit.page.set_input_files("#champ-feuille", files=[
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
    ])
    visit.submit("Voir ce qui change")


def ics(uid, module, day, minute):
    start = day.replace("-", "") + f"T06{minute:02}00Z"
    end = day.replace("-", "") + f"T07{minute:02}00Z"
    return "\r\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//essai//FR", "BEGIN:VEVENT",
        f"UID:{uid}@essai", "DTSTAMP:20260901T080000Z", f"DTSTART:{start}", f"DTEND:{end}",
        f"SUMMARY:{module} TD", "END:VEVENT", "END:VCALENDAR", "",
    ])


SCENARIOS = [
    ("assiduite", "enseignant", sign_in_sheet),
    ("assiduite-demarches", "chef de département", steps),
    ("assiduite-suivi", "secrétariat", follow),
    ("assiduite-pieces", "étudiant", documents),
    ("assiduite-rattrapage", "enseignant", catch_up),
    ("assiduite-iti", None, unavailable),
    ("assiduite-import", "secrétariat", timetable),
]
