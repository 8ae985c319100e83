"""The calendar of a session 2 and the day of its exams, from the rooms to the sign-in."""

import re

from documents import downloaded
from session2_campagne import conducted

ROOMS = (
    "Amphi A ; 120 ; vidéoprojecteur, prises\n"
    "B204 ; 24 ; vidéoprojecteur\n"
    "B205 ; 24 ; ordinateurs"
)
HOURS = "8 h à 10 h, 10 h 30 à 12 h 30, 14 h à 16 h, 16 h 30 à 18 h 30"


def furnished(visit, here):
    """Rooms and hours: a line that is none is refused, with what was typed kept."""
    visit.open(f"{here}/lieux")
    page = visit.page
    page.fill("#champ-salles", "Amphi A, 120 places")
    for day in page.locator("input[name^=jour-]").all():
        day.fill(HOURS)
    visit.submit("Enregistrer")
    visit.tells("n’est pas une salle")
    visit.look("lieux-refuses")
    page.fill("#champ-salles", ROOMS)
    visit.submit("Enregistrer")
    visit.tells("Les salles et les créneaux sont enregistrés.")


def searched(visit, here):
    """A run followed until it ends, one that is stopped, one kept."""
    page = visit.page
    visit.open(f"{here}/recherches")
    page.fill("#champ-secondes", "3")
    visit.submit("Lancer")
    visit.tells("Écrivez un nombre de secondes, de 5 à 600.")
    for seconds, seed in (("5", "1"), ("600", "2")):
        page.fill("#champ-secondes", seconds)
        page.fill("#champ-graine", seed)
        visit.submit("Lancer")
    # The page that follows runs loads itself again: it is not judged while it does.
    visit.open(f"{here}/recherches?suivre=non")
    visit.look("recherches")
    visit.submit("Arrêter")
    for _ in range(60):
        visit.open(f"{here}/recherches?suivre=non")
        if "en cours" not in visit.text():
            break
        page.wait_for_timeout(500)
    visit.tells("Recherches comparées", "terminée")
    visit.look("comparees")
    visit.submit("Garder celui-ci")
    visit.tells("Ce calendrier est à l’étude")


def moved(visit, here):
    """An exam seen in another place, with its price, and put there."""
    page = visit.page
    page.select_option("#champ-vers", index=1)
    visit.submit("Voir ce que cela coûte")
    visit.tells("coût")
    visit.look("deplacement")
    for button in ("Déplacer", "Déplacer et réparer"):
        if page.get_by_role("button", name=button, exact=True).count():
            visit.submit(button)
            visit.tells("L’épreuve est déplacée.")
            break
    visit.look("grille")


def chosen(studies, here):
    """The direction of studies chooses a written exam wherever nobody has chosen."""
    page = studies.page
    while True:
        studies.open(f"{here}/epreuves")
        waiting = page.locator("main tbody tr", has_text="à choisir")
        if waiting.count() == 0:
            return
        waiting.first.locator("a").first.click()
        page.wait_for_url("**/epreuves/*")
        page.get_by_label("Écrit surveillé").check()
        page.fill("#champ-duree-ecrit", "90")
        studies.submit("Enregistrer la forme")


def needed(studies, here):
    """The first exam asks for a thing that some rooms have, and for one that none has."""
    page = studies.page
    studies.open(f"{here}/epreuves")
    page.locator("main tbody tr a").first.click()
    page.wait_for_url("**/epreuves/*")
    # Once the calendar is published its exams keep what they asked for.
    if "Le calendrier est publié" in studies.text():
        return
    page.fill("#champ-besoins", "Vidéoprojecteurs, tableau interactif")
    studies.look("besoins")
    studies.submit("Enregistrer la forme")
    studies.tells("La forme de l’épreuve est enregistrée")


def lacking(visit, here):
    """What no room has is said; a room that lacks what another has is refused on the grid."""
    page = visit.page
    for address in (here, f"{here}/lieux"):
        visit.open(address)
        visit.tells("Aucune salle n’a : tableau interactif")
    visit.look("sans-salle")
    visit.open(f"{here}/grille")
    page.select_option("#champ-salle", "B205")
    visit.submit("Voir ce que cela coûte")
    visit.tells("B205 n’a pas ce que demande", "Vidéoprojecteurs")
    visit.look("salle-sans-equipement")
    visit.open(f"{here}/grille")


def outdated(visit, studies, session, here):
    """An exam that lasts longer than its calendar says is not signed before it is brought up to date."""
    for rank in range(10):
        studies.open(f"{session}/epreuves")
        exams = studies.page.locator("main tbody tr a")
        if rank >= exams.count():
            return
        exams.nth(rank).click()
        studies.page.wait_for_url("**/epreuves/*")
        length = studies.page.locator("#champ-duree-ecrit")
        length.fill("95" if length.input_value() == "90" else "90")
        studies.submit("Enregistrer la forme")
        if "La forme de l’épreuve est enregistrée" not in studies.text():
            # The calendar was published by a visit before: forms are known.
            return
        visit.open(here)
        if "au calendrier" in visit.text():
            break
    visit.tells("Des durées, des temps majorés ou des convoqués ont changé.")
    visit.look("perime")
    studies.open(here)
    studies.submit("Signer ce calendrier")
    studies.tells("e calendrier ne peut être signé")
    visit.open(here)
    visit.submit("Mettre à jour durées et temps majorés")
    visit.tells("Les durées et les temps majorés sont à jour")


def chain(visit):
    _, session = conducted(visit)
    studies = visit.elsewhere("etudes")
    studies.sign_in(visit.accounts["direction des études"][0])
    chosen(studies, session)
    needed(studies, session)
    here = f"{session}/calendrier"
    furnished(visit, here)
    searched(visit, here)
    lacking(visit, here)
    moved(visit, here)
    outdated(visit, studies, session, here)
    visit.open(here)
    visit.look("a-signer")
    visit.require(
        visit.page.get_by_role("button", name="Signer ce calendrier").count() == 0,
        "the secretary does not sign",
    )
    studies.open(here)
    studies.submit("Signer ce calendrier")
    studies.tells("Le calendrier est signé.")
    visit.open(here)
    visit.submit("Publier")
    visit.tells("Le calendrier est publié", "Empreinte SHA-256")
    visit.look("publie")
    student = visit.elsewhere("etudiant")
    student.sign_in(visit.accounts["étudiant"][0])
    student.open("/moi/session-2/calendrier")
    if "Calendrier signé" in student.text() and "Aucune épreuve" not in student.text():
        told(visit, student, here)
    day(visit, f"{session}/jour")


def told(visit, student, here):
    """The student says what keeps them away, reports the clash, and reads the answer."""
    page = student.page
    page.get_by_label("Stage", exact=True).first.check()
    page.locator("input[name=heure-du]").first.fill("midi")
    student.submit("Déclarer")
    student.tells("Écrivez l’heure comme « 14 h 05 ».")
    page.locator("input[name=heure-du]").first.fill("8 h")
    student.submit("Déclarer")
    student.tells("La contrainte est déclarée.", "Chevauchement")
    student.look("contrainte")
    report = page.get_by_role("button", name="Signaler au secrétariat", exact=True)
    if report.count():
        student.submit("Signaler au secrétariat")
        student.tells("Le secrétariat est averti", "Signalé au secrétariat")
        visit.open(here)
        visit.tells("Signalés par les étudiants")
        visit.look("signale")
        visit.page.locator(".signalement-session2 input[name=reponse]").first.fill("Venez nous voir.")
        visit.submit("Répondre")
        visit.tells("La réponse est donnée à l’étudiant.")
        student.open("/moi/session-2/calendrier")
        student.tells("Venez nous voir.")
    _, text, _ = downloaded(student, page.get_by_role("button", name="Télécharger ma convocation"))
    student.require("Session 2" in text, "the convocation names the session")


def day(visit, here):
    page = visit.page
    visit.open(here)
    page.get_by_role("button", name=re.compile("^Tirer")).click()
    visit.tells("Les places sont tirées au sort.")
    visit.look("jour")
    page.get_by_role("link", name=re.compile("écrit")).first.click()
    page.wait_for_load_state()
    row = page.locator("details.emargement-session2").first
    row.locator("summary").click()
    row.get_by_label("Pièce d’identité vue").check()
    row.get_by_label("Émarge à").fill("9 h")
    visit.look("emargement")
    row.get_by_role("button", name="Noter").click()
    page.wait_for_load_state()
    visit.tells("la carte d’étudiant doivent être vues toutes les deux")


SCENARIOS = [("session2-calendrier", "secrétariat", chain)]
