"""Engagement from the request to the answer of the commission; sport; special arrangements."""

import io
import re
import zipfile
from datetime import timedelta

from documents import downloaded
from heure import today

REASON = "Engagement régulier, utile à tous."
PROOF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
YEAR = today().year if today().month >= 9 else today().year - 1


def proof(name, content=PROOF):
    return {"name": name, "mimeType": "application/pdf", "buffer": content}


# MARK: The period


def opened(visit):
    """The secretariat opens the period of every promotion that it has, once one that is reversed
    was refused."""
    page = visit.page
    visit.menu("Bonifications")
    visit.look("periodes")
    choices = page.locator("#champ-promotion option").all()
    values = [option.get_attribute("value") for option in choices]
    for rank, value in enumerate(filter(None, values)):
        if rank == 0:
            page.select_option("#champ-promotion", value)
            page.fill("#champ-du", today().isoformat())
            page.fill("#champ-au", (today() - timedelta(days=1)).isoformat())
            visit.submit("Fixer la période")
            visit.require("La campagne est enregistrée" not in visit.text(), "a reversed period")
            visit.look("periode-inverse")
        page.select_option("#champ-promotion", value)
        page.fill("#champ-du", (today() - timedelta(days=400)).isoformat())
        page.fill("#champ-au", (today() + timedelta(days=400)).isoformat())
        visit.submit("Fixer la période")
        visit.tells("La campagne est enregistrée")


# MARK: The request of a student


def filled(student, activity, first=None, last=None):
    """What every form asks for."""
    page = student.page
    page.fill("#champ-activite", activity)
    page.fill("#champ-organisme", "Les Voisins")
    page.fill("#champ-description", "Chaque semaine, pour les personnes à la rue.")
    page.fill("#champ-du", first or f"{YEAR}-09-15")
    page.fill("#champ-au", last or f"{YEAR + 1}-05-31")


def given(student, *kinds, by="organisme"):
    """Proofs, the first by the organisation unless it is told otherwise."""
    for rank, kind in enumerate(kinds):
        student.page.set_input_files(f"#champ-piece-{kind}", proof(f"{kind}.pdf"))
        student.page.select_option(f"#champ-piece-{kind}-par", "tiers" if rank else by)


def chosen(student, name, kind):
    student.open("/moi/engagement")
    student.page.get_by_role("link", name=name).click()
    student.page.wait_for_url(f"**type={kind}")


def refused(student, *sentences):
    """Sends the form; nothing typed is lost."""
    student.submit("Déposer la demande")
    student.tells(*sentences)
    kept = student.page.input_value("#champ-description")
    student.require(kept.startswith("Chaque semaine"), "what was typed is kept")


def volunteering(student):
    """Along each refusal, then to the end; gives the activity."""
    page = student.page
    activity = f"Maraudes, {student.label}"
    chosen(student, "Bénévolat dans une association", "benevolat")
    student.look("formulaire")
    filled(student, activity)
    page.set_input_files("#champ-piece-engagement", proof("faux.pdf", b"MZ not a page"))
    page.select_option("#champ-piece-engagement-par", "organisme")
    page.set_input_files("#champ-piece-activite-reelle", proof("presence.pdf"))
    page.select_option("#champ-piece-activite-reelle-par", "tiers")
    refused(student, "ni PDF, ni JPEG, ni PNG")
    student.look("fausse-piece")
    chosen(student, "Bénévolat dans une association", "benevolat")
    filled(student, activity)
    given(student, "engagement")
    if student.scripts:
        # The browser asks for the file itself; without its check, the site does.
        page.evaluate("document.querySelector('main form').noValidate = true")
    page.locator("#champ-piece-activite-reelle").evaluate("e => e.removeAttribute('required')")
    page.locator("#champ-piece-activite-reelle-par").select_option("tiers")
    refused(student, "Joignez cette pièce : elle est exigée.")
    student.look("piece-manquante")
    given(student, "engagement", "activite-reelle", by="etudiant")
    refused(student, "n’est pas recevable : l’organisme ou un tiers l’établit")
    student.look("attestation-de-soi")
    given(student, "engagement", "activite-reelle")
    for words, answer in (
        ("participation ponctuelle", "Une participation ponctuelle"),
        ("parti politique", "Une activité liée à un parti politique est exclue"),
        ("organisation religieuse", "Une activité liée à une organisation religieuse est exclue"),
        ("déjà reconnu", "Un projet étudiant déjà reconnu pédagogiquement est exclu"),
        ("stage de mon cursus", "Un stage qui fait partie du cursus est exclu"),
    ):
        page.get_by_label(words).check()
        refused(student, answer)
        page.get_by_label(words).uncheck()
    student.look("exclue")
    page.fill("#champ-au", f"{YEAR + 2}-01-01")
    refused(student, "des jours dans l’ordre")
    student.look("hors-annee")
    page.fill("#champ-au", f"{YEAR + 1}-05-31")
    student.submit("Déposer la demande")
    student.tells("La demande est déposée", f"{activity}, Les Voisins")
    student.look("deposee")
    chosen(student, "Bénévolat dans une association", "benevolat")
    filled(student, activity)
    given(student, "engagement", "activite-reelle")
    refused(student, "La même activité a déjà donné lieu à une validation")
    student.look("deux-fois")
    return activity


def employment(student):
    """Too few hours, hours that cross a limit, hours of holidays; then given up."""
    page = student.page
    activity = f"Caisse, {student.label}"
    chosen(student, "Activité professionnelle", "emploi")
    student.look("emploi")
    filled(student, activity, f"{YEAR}-09-01", f"{YEAR + 1}-07-31")
    given(student, "engagement", "heures")

    def hours(*spans):
        for rank in range(1, 4):
            first, last, count = spans[rank - 1] if rank <= len(spans) else ("", "", "")
            page.fill(f"#champ-travail-{rank}", first)
            page.fill(f"#champ-travail-au-{rank}", last)
            page.fill(f"#champ-heures-{rank}", count)

    autumn = (f"{YEAR}-09-01", f"{YEAR}-10-20")
    winter = (f"{YEAR}-11-10", f"{YEAR}-12-15")
    summer = (f"{YEAR + 1}-06-01", f"{YEAR + 1}-06-30")
    holidays = (f"{YEAR}-12-21", f"{YEAR + 1}-01-03")
    hours((*autumn, "139,5"))
    refused(student, "n’atteint pas 140 heures")
    student.look("trop-peu")
    hours((*autumn, "100"), (*summer, "80"))
    refused(student, "n’atteint pas 140 heures")
    hours((*autumn, "100"), (*holidays, "60"))
    refused(student, "n’atteint pas 140 heures")
    hours((f"{YEAR}-09-01", f"{YEAR + 1}-02-28", "200"))
    refused(student, "coupez la période aux « Vacances de la Toussaint »")
    student.look("a-couper")
    hours((f"{YEAR}-09-01", f"{YEAR}-09-02", "60"))
    refused(student, "24 h par jour au plus")
    hours((*autumn, "100"), (*autumn, "60"))
    refused(student, "Cette période en recouvre une autre.")
    hours((*autumn, "100"), (*winter, "40"), (*summer, "80"))
    student.submit("Déposer la demande")
    student.tells("La demande est déposée", activity)
    card = page.locator("main section", has_text=activity).last
    card.get_by_role("button", name="Retirer la demande").click()
    page.wait_for_load_state()
    student.tells("La demande est retirée", "retirée")
    student.look("retiree")


def completed(visit, student, activity):
    """The secretariat asks for more; the student gives it."""
    page = visit.page
    visit.open("/bonifications")
    visit.tells(f"{activity}, Les Voisins")
    page.locator("main tr", has_text=activity).locator("a").first.click()
    page.wait_for_url("**/bonifications/demandes/*")
    visit.tells("Attestation de l’organisme")
    visit.look("demande")
    page.fill("#champ-avant", today().isoformat())
    visit.submit("Demander à l’étudiant")
    visit.require("est à compléter" not in visit.text(), "what is missing must be said")
    page.fill("#champ-motif", "Le cachet est illisible.")
    page.fill("#champ-avant", (today() - timedelta(days=1)).isoformat())
    visit.submit("Demander à l’étudiant")
    visit.tells("aujourd’hui ou plus tard")
    visit.look("complement-refuse")
    page.fill("#champ-avant", today().isoformat())
    visit.submit("Demander à l’étudiant")
    visit.tells("Le cachet est illisible.")
    visit.look("complement-demande")
    student.open("/moi/engagement")
    student.tells("Le cachet est illisible.")
    student.look("a-completer")
    card = student.page.locator("main section", has_text=activity).last
    card.locator("summary").click()
    card.locator("textarea").fill("Chaque semaine, avec le cachet.")
    card.locator("input[type=file]").first.set_input_files(proof("lisible.pdf"))
    card.get_by_role("button", name="Enregistrer").click()
    student.page.wait_for_load_state()
    student.tells("La demande est complétée", "déposée")


# MARK: The commission


def convened(member):
    """The session of the year, called where there is none; gives its address."""
    page = member.page
    member.menu("Bonifications")
    member.look("commissions")
    waiting = page.locator("main tr", has_text="ouverte").locator("a[href*='/commissions/']")
    if waiting.count():
        waiting.first.click()
    else:
        page.select_option("#champ-annee", f"{YEAR}-{YEAR + 1}")
        page.fill("#champ-jour", f"{YEAR - 3}-05-05")
        member.submit("Réunir une commission")
        member.look("commission-hors-annee")
        page.select_option("#champ-annee", f"{YEAR}-{YEAR + 1}")
        page.fill("#champ-jour", today().isoformat())
        page.fill("#champ-lieu", "Salle du conseil")
        member.submit("Réunir une commission")
        member.tells("La commission est créée")
    page.wait_for_url(re.compile(r"/bonifications/commissions/\d+$"))
    return page.url.removeprefix(member.base)


def form_of(member, activity):
    return member.page.locator("main section[id^=demande-]", has_text=activity).last


def decide(member, activity, choice, points="", cause="", reason=REASON):
    card = form_of(member, activity)
    if choice:
        card.locator(f"input[name=sens][value={choice}]").check()
    card.locator("[name=points]").fill(points)
    if cause:
        card.locator("[name=cause]").select_option(cause)
    card.locator("[name=motif]").fill(reason)
    card.get_by_role("button", name="Enregistrer la décision").click()
    member.page.wait_for_load_state()


def judged(visit):
    """The jury says of every mandate whether its holder attended."""
    jury = visit.elsewhere("jury")
    for login in visit.accounts["direction de l’IUT"]:
        jury.sign_in(login)
        jury.open("/bonifications")
        links = jury.page.locator("main tr", has_text="Conseil d’institut").filter(
            has_text="déposée"
        ).locator("a[href*='/demandes/']")
        for address in [link.get_attribute("href") for link in links.all()]:
            jury.open(address)
            jury.page.get_by_label("assidu aux séances").first.check()
            jury.submit("Enregistrer l’appréciation")
            jury.require("est enregistrée" not in jury.text(), "attendance needs its reason")
            jury.page.get_by_label("assidu aux séances").first.check()
            jury.page.fill("#champ-motif-assiduite", "Présent à chaque séance.")
            jury.submit("Enregistrer l’appréciation")
            jury.tells("Présent à chaque séance.")
            jury.look("assiduite")


def held(visit, student, activity):
    """The commission sits: each refusal, each decision, the closing. Gives what it awards, in
    words: nothing where the fiction gave the student all that caps allow."""
    member = visit.elsewhere("commission")
    member.sign_in(visit.accounts["commission des bonifications"][0])
    page = member.page
    session = convened(member)
    member.look("commission")
    decide(member, activity, None)
    member.tells("Choisissez la décision.")
    decide(member, activity, "accordee", "0,1", reason="")
    member.tells("Donnez le motif")
    decide(member, activity, "accordee", "beaucoup")
    member.tells("Écrivez les points comme « 0,5 ».")
    decide(member, activity, "irrecevable")
    member.tells("Choisissez la cause.")
    decide(member, activity, "accordee", "0,6")
    member.tells("les plafonds laissent")
    member.look("plafond")
    answer = ("rejetee", "", "non accordée")
    if "les plafonds laissent 0 point" not in member.text():
        answer = ("accordee", "0,1", "0,1 point")
    decide(member, activity, *answer[:2])
    member.tells("La décision est enregistrée", f"prévu : {answer[2]}")
    form_of(member, activity).get_by_role("button", name="Reprendre l’examen").click()
    page.wait_for_load_state()
    member.tells("La demande est de nouveau à examiner")
    student.open("/moi/engagement")
    mine = student.page.locator("main section", has_text=activity).first.inner_text()
    student.require(answer[2] not in mine, "nothing is read before the closing")
    page.locator("[name=nom-direction]").fill("Béatrice Hauteclaire")
    page.locator("[name=present-direction]").uncheck()
    member.submit("Enregistrer")
    member.tells("La commission est enregistrée", "la présence de la direction, qui préside")
    member.look("composition")
    member.submit("Clore la commission")
    member.tells("composition")
    member.look("cloture-refusee")
    member.open(session)
    for box in page.locator("[name^=nom-]").all():
        if not box.input_value():
            box.fill("Ariane Belleroche")
    page.locator("[name=present-direction]").check()
    member.submit("Enregistrer")
    member.tells("La commission est enregistrée")
    member.submit("Clore la commission")
    member.require("La commission est close" not in member.text(), "requests are undecided")
    member.look("demandes-a-decider")
    judged(visit)
    member.open(session)
    decide(member, activity, *answer[:2])
    kinds = iter([("rejetee", ""), ("irrecevable", "ponctuelle")] + [("rejetee", "")] * 60)
    while True:
        waiting = page.locator("main section[id^=demande-]").filter(
            has=page.locator(".pastille", has_text=re.compile("^déposée$"))
        )
        if waiting.count() == 0:
            break
        card = waiting.first
        kind, cause = next(kinds)
        card.locator(f"input[name=sens][value={kind}]").check()
        if cause:
            card.locator("[name=cause]").select_option(cause)
        card.locator("[name=motif]").fill("Engagement trop bref.")
        card.get_by_role("button", name="Enregistrer la décision").click()
        page.wait_for_load_state()
    member.look("tout-decide")
    member.submit("Clore la commission")
    member.tells("La commission est close")
    member.look("close")
    page.get_by_role("link", name="Procès-verbal").click()
    page.wait_for_url("**/proces-verbal")
    member.tells(activity, REASON)
    member.look("proces-verbal")
    _, text, _ = downloaded(
        member, page.get_by_role("button", name="Télécharger le procès-verbal")
    )
    member.require(activity.split(",")[0] in text and "Béatrice" in text, "the minutes on paper")
    return answer[2]


def read(student, activity, answer):
    """The answer on the pages of the student and on paper."""
    page = student.page
    student.open("/moi")
    if "point" in answer:
        student.tells("La commission vous accorde une bonification")
    student.look("nouvelles")
    student.open("/moi/engagement")
    student.tells(f"Décision de la commission : {answer}", REASON)
    student.look("lue")
    card = page.locator("main section", has_text=activity).last
    _, text, _ = downloaded(student, card.get_by_role("button", name="Télécharger la décision"))
    said = answer if "point" in answer else "ne vous accorde pas"
    student.require(said in text and "Voies et délais" in text, "the letter")
    student.open("/moi/documents")
    student.tells("Décision de la commission des bonifications")
    student.look("documents")
    row = page.locator("main tr", has_text=activity).first
    downloaded(student, row.locator("button"))
    student.open("/moi/documents")
    code = page.locator("main a[href^='/verifier/']").first.get_attribute("href")
    student.open(code)
    student.tells("Décision de la commission des bonifications")
    student.look("verifiee")


def engagement(visit):
    late = visit.elsewhere("passe")
    late.sign_in(visit.accounts["étudiant"][0])
    late.open("/moi/engagement")
    late.look("avant")
    visit.page.context.clear_cookies()
    visit.sign_in(visit.accounts["secrétariat"][1])
    opened(visit)
    student = visit.elsewhere("etudiant")
    student.sign_in(visit.accounts["étudiant"][2])
    student.open("/moi/engagement")
    student.tells("Choisissez le type de votre activité")
    student.look("types")
    activity = volunteering(student)
    employment(student)
    completed(visit, student, activity)
    read(student, activity, held(visit, student, activity))


# MARK: Sport


def workbook(rows):
    """The smallest XLSX that holds some rows of texts."""
    def cell(column, row, text):
        place = f"{chr(65 + column)}{row + 1}"
        return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'

    lines = "".join(
        f'<row r="{row + 1}">' + "".join(cell(i, row, text) for i, text in enumerate(line)) + "</row>"
        for row, line in enumerate(rows)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{packages}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Liste" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{packages}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData>'
        "</worksheet>",
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return content.getvalue()


def listed(visit, name, content):
    visit.open("/bonifications/sport")
    visit.page.select_option("#champ-annee", f"{YEAR}-{YEAR + 1}")
    visit.page.set_input_files(
        "#champ-feuille", {"name": name, "mimeType": "text/csv", "buffer": content}
    )
    visit.submit("Voir ce qui change")


def sport(visit):
    page = visit.page
    visit.menu("Bonifications")
    numbers = [login.upper() for login in visit.accounts["étudiant"][1:]]
    listed(
        visit, "suaps.csv",
        f"Numéro étudiant;Séances\n{numbers[0]};beaucoup\n;12\n".encode(),
    )
    visit.tells("Rien n’a été écrit.", "B2")
    visit.look("sport-cellules")
    listed(
        visit, "suaps.csv",
        f"Numéro étudiant;Points\n{numbers[0]};0,7\nINCONNU;0,5\n".encode(),
    )
    visit.tells("Rien n’a été écrit.", "B2")
    visit.look("sport-fautes")
    listed(visit, "suaps.csv", f"Numéro étudiant;Séances\n{numbers[0]};20\n".encode())
    visit.tells("Ce que la liste change")
    visit.look("sport-vu")
    visit.submit("Reprendre cette liste")
    visit.tells("La liste du service des sports est reprise", "20 séances")
    listed(
        visit, "suaps.xlsx",
        workbook([["Numéro étudiant", "Séances"], [numbers[0], "18"], [numbers[1], "16"]]),
    )
    visit.tells("Ce que la liste change")
    visit.look("sport-xlsx")
    visit.submit("Reprendre cette liste")
    visit.tells("La liste du service des sports est reprise", "18 séances")
    fold = page.locator("main details").first
    fold.locator("summary").click()
    fold.locator("[name=points]").fill("0,9")
    fold.locator("[name=motif]").fill("Erreur de saisie.")
    fold.get_by_role("button", name="Corriger le bonus").click()
    page.wait_for_load_state()
    visit.tells("Rien n’a été écrit.")
    visit.look("sport-correction-refusee")
    fold = page.locator("main details").first
    fold.locator("summary").click()
    fold.locator("[name=seances]").fill("20")
    fold.locator("[name=motif]").fill("Erreur de saisie.")
    fold.get_by_role("button", name="Corriger le bonus").click()
    page.wait_for_load_state()
    visit.tells("Le bonus de sport est corrigé")
    visit.look("sport-corrige")


# MARK: Arrangements


def asked(visit, situation, text, *wishes):
    visit.open("/moi/amenagements")
    visit.page.get_by_label(situation).check()
    visit.page.fill("#champ-texte", text)
    for wish in wishes:
        visit.page.get_by_label(wish).check()
    visit.submit("Déposer la demande")


def answered(head, text):
    """Opens what waits and says that text, where the person decides on it."""
    head.menu("Aménagements")
    head.look("demandes")
    waiting = head.page.locator("main tr", has_text="en attente")
    addresses = [a.get_attribute("href") for a in waiting.locator("a[href^='/amenagements/']").all()]
    for address in addresses:
        head.open(address)
        if text in head.text():
            return True
    return False


def arrangements(visit):
    visit.open("/moi/amenagements")
    visit.tells("Une demande d’aménagement se fait l’année où l’on est inscrit.")
    visit = visit.elsewhere("inscrit")
    visit.sign_in(visit.accounts["étudiant"][1])
    page = visit.page
    visit.open("/moi/amenagements")
    visit.look("formulaire")
    text = f"Je travaille le matin ({visit.label})."
    asked(visit, "engagement dans la vie active", text)
    visit.tells("Cochez au moins un souhait")
    visit.require(page.input_value("#champ-texte") == text, "what was typed is kept")
    visit.look("sans-souhait")
    asked(visit, "engagement dans la vie active", text, "Emploi du temps aménagé", "Dispense d’assiduité")
    visit.tells("La demande est déposée", "engagement dans la vie active")
    gone = f"Finalement non ({visit.label})."
    asked(visit, "charge de famille", gone, "Étalement de la formation")
    page.locator("main section", has_text=gone).last.get_by_role(
        "button", name="Retirer la demande"
    ).click()
    page.wait_for_load_state()
    visit.tells("La demande est retirée")
    ill = f"Un suivi médical ({visit.label})."
    asked(visit, "handicap ou trouble de santé", ill, "Tiers-temps")
    visit.tells("La demande est déposée")
    refusal = f"Un désir de voyage ({visit.label})."
    asked(visit, "autre besoin particulier", refusal, "Étalement de la formation")
    for rank, login in enumerate(visit.accounts["chef de département"]):
        head = visit.elsewhere(f"chef-{rank}")
        head.sign_in(login)
        head.require(not answered(head, ill), "a disability is for its service alone")
        if not answered(head, text):
            continue
        head.submit("Enregistrer la réponse")
        head.tells("motif")
        head.page.fill("#champ-modules", "Z999")
        head.page.fill("#champ-precision", "libre avant dix heures")
        head.page.fill("#champ-motif", REASON)
        head.submit("Enregistrer la réponse")
        head.tells("Z999")
        head.look("module-inconnu")
        head.page.fill("#champ-modules", "")
        head.submit("Enregistrer la réponse")
        head.tells("La réponse est enregistrée", REASON)
        head.look("reponse")
        head.require(answered(head, refusal), "the other request waits")
        for box in head.page.locator("input[name^=accord-]:checked").all():
            box.uncheck()
        head.page.fill("#champ-motif", "Rien ne l’exige.")
        head.submit("Enregistrer la réponse")
        head.tells("La réponse est enregistrée", "refusée")
        break
    service = visit.elsewhere("service")
    service.sign_in(visit.accounts["service handicap"][0])
    service.require(answered(service, ill), "the service reads what is for it")
    service.page.fill("#champ-motif", "Avis du médecin.")
    service.submit("Enregistrer la réponse")
    service.tells("La réponse est enregistrée")
    service.require(not answered(service, text), "other requests are not for the service")
    visit.open("/moi/amenagements")
    visit.tells("libre avant dix heures", REASON, "Rien ne l’exige.", "dispense d’assiduité")
    visit.look("accorde")


SCENARIOS = [
    ("bonifications", "secrétariat", engagement),
    ("sport", "service des sports", sport),
    ("amenagements", "étudiant", arrangements),
]
