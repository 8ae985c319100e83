"""A slot signed with the code of its screen; steps around an absence, with their answers."""

import re


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
    visit.submit("Ouvrir l’émargement")
    page.wait_for_url(re.compile("/code$"))
    visit.tells("À lire avec un téléphone")
    visit.look("code")
    code = "".join(re.findall(r"\d", page.locator(".chiffre-valeur").first.inner_text()))
    visit.require(len(code) == 6, f"six digits, not {code}")
    slot = re.search(r"/appels/(\d+)", sheet).group(1)
    student = student_of(visit, f"/emarger/{slot}/{code}")
    student.page.fill("#champ-code", "000")
    student.submit("Signer ma présence")
    student.tells("Ce code n’est pas celui de ce créneau")
    student.look("faux")
    page.goto(sheet + "/code")
    code = "".join(re.findall(r"\d", page.locator(".chiffre-valeur").first.inner_text()))
    student.page.fill("#champ-code", code)
    student.submit("Signer ma présence")
    student.tells("Votre présence est signée.", "vous avez signé à")
    student.look("signe")
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


SCENARIOS = [
    ("assiduite", "enseignant", sign_in_sheet),
    ("assiduite-demarches", "chef de département", steps),
    ("assiduite-suivi", "secrétariat", follow),
]
