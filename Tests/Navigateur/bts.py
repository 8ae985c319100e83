"""The exceptional session of the BTS of 2021, from the results to the admission, refusals played."""

import re

from documents import downloaded

TITLES = "Numéro étudiant;Nom;Prénom;E1;E2;E31;E32;E41;E42;E5;E6;Livret;Justificatif"
HIDDEN = "Les résultats ne sont pas proclamés"


def sheet(*rows):
    text = "\n".join([TITLES, *rows]) + "\n"
    return {"name": "candidats.csv", "mimeType": "text/csv", "buffer": text.encode()}


def opened(visit):
    """Opens a session; gives its address."""
    page = visit.page
    visit.menu("Jurys")
    page.get_by_role("link", name="BTS 2021", exact=True).click()
    page.wait_for_url("**/bts")
    visit.look("sessions")
    visit.submit("Ouvrir la session")
    visit.tells("Choisissez une spécialité, ou donnez son fichier.")
    page.select_option("#champ-specialite", "ELT")
    visit.submit("Ouvrir la session")
    visit.tells("La session est ouverte", "Coefficients à confirmer", "Aucun candidat")
    return page.url.removeprefix(visit.base)


def listed(visit, here, row, mark):
    """A sheet with faults, then the right one; nothing is written before it is seen."""
    page = visit.page
    page.get_by_role("link", name="Reprendre une liste").click()
    page.wait_for_url("**/liste")
    visit.look("liste")
    wrong = sheet(f"{row};9;9;9;21;ABJ;9;9;9;;", f"Z{mark};Sansnom;;9;9;9;9;9;9;9;9;;")
    page.set_input_files("#champ-feuille", wrong)
    visit.submit("Voir ce qui change")
    visit.tells("Rien n’a été écrit", "G2", "H2", "Justificatif", "C3")
    visit.look("fautes")
    right = sheet(
        f"{row};8;10;9;8;7;9;10;11;Travail sérieux;",
        f"D{mark};Durand;Noé;ABI;11;10;9;9;8;10;10;;",
        f"M{mark};Martin;Léa;12;11;10;13;12;11;10;14;Excellent;",
        f"P{mark};Petit;Ana;5;6;5;4;6;5;7;8;Très irrégulière;",
    )
    page.set_input_files("#champ-feuille", right)
    visit.submit("Voir ce qui change")
    visit.tells("Candidats à ajouter", "Durand Noé", "nouveau", "connu")
    visit.look("apercu")
    visit.submit("Reprendre cette liste")
    visit.tells("La liste est reprise", "Candidats sous 10", "E1 : sans justificatif")
    visit.look("session")


def mistaken(visit, here, mark):
    """A candidate added by mistake goes, once it is said why and confirmed."""
    page = visit.page
    page.fill("#champ-numero", f"X{mark}")
    page.fill("#champ-nom", "Erreur")
    page.fill("#champ-prenom", "Alix")
    visit.submit("Ajouter le candidat")
    visit.tells("Le candidat est ajouté", "Retirer ce candidat")
    visit.submit("Retirer ce candidat")
    visit.tells("Donnez le motif du retrait", "Cochez la case pour confirmer")
    visit.look("retrait")
    page.fill("#champ-retrait", "numéro d’un autre étudiant")
    page.check("#champ-confirme")
    visit.submit("Retirer ce candidat")
    visit.tells("Le candidat est retiré de la session")
    visit.require("Erreur Alix" not in visit.text(), "the candidate is gone")


def returned(visit, here):
    """The sheet comes back as it was and changes nothing; another says whose decision goes."""
    page = visit.page
    mark = here.rsplit("/", 1)[1]
    visit.open(here + "/liste")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Feuille à remplir").click()
    path = visit.album.folder / f"{visit.label}-candidats.xlsx"
    waiting.value.save_as(path)
    page.set_input_files("#champ-feuille", path)
    visit.submit("Voir ce qui change")
    visit.tells("Sans changement")
    changes = page.get_by_role("heading", name="Résultats à changer")
    visit.require(changes.count() == 0, "an unchanged sheet changes nothing")
    visit.require("retire la décision" not in visit.text(), "no decision goes")
    visit.look("feuille-renvoyee")
    visit.open(here + "/liste")
    page.set_input_files("#champ-feuille", sheet(f"P{mark};Petit;Ana;6;;;;;;;;;"))
    visit.submit("Voir ce qui change")
    visit.tells("retire la décision du jury", "Petit Ana (non autorisé)", "E1 : 6 au lieu de 5")
    visit.look("decision-retiree")


def corrected(head, here):
    """The day of the proclamation, while nobody is summoned; then back to the right one."""
    head.submit("Corriger le jour")
    head.tells("Donnez le motif")
    for day, last in [("2021-07-06", "14 juillet 2021"), ("2021-07-05", "13 juillet 2021")]:
        head.page.fill("#champ-corrigee", day)
        head.page.fill("#champ-motif-corrigee", "procès-verbal de proclamation")
        head.submit("Corriger le jour")
        head.tells("Le jour de la proclamation est corrigé", f"{last} au plus tard")


def reopened(visit, head, student, here, me):
    """A wrong mark of an oral, found after the closing: the jury deliberates again."""
    candidate(head, here, me)
    head.submit("Rouvrir le cas de ce candidat")
    head.tells("Choisissez l’erreur", "Dites ce qui prouve l’erreur", "Donnez le motif")
    head.look("reouverture-refusee")
    head.page.get_by_label(
        "La note saisie d’un oral n’est pas celle des examinateurs", exact=True
    ).check()
    head.page.fill("#champ-preuve", "fiche des examinateurs : 13, saisi 14")
    head.page.fill("#champ-motif-reouverture", "La note saisie était celle du candidat suivant.")
    head.submit("Rouvrir le cas de ce candidat")
    head.tells("Le cas du candidat est rouvert", "à délibérer de nouveau", "Cas rouvert le")
    head.look("rouvert")
    student.open("/moi/bts")
    student.tells("Le jury délibère de nouveau sur votre cas")
    student.require("14 sur 20" not in first_session(student), "no mark while it is reopened")
    student.look("rouvert")
    candidate(visit, here, me)
    visit.page.fill("#champ-note-general", "13")
    visit.submit("Noter l’oral général")
    visit.tells("Ce qui est venu de l’oral est enregistré")
    candidate(head, here, me)
    head.page.fill("#champ-deliberation", "2021-07-04")
    head.submit("Clore la nouvelle délibération")
    head.tells("cela ne peut précéder la proclamation".capitalize())
    head.page.fill("#champ-deliberation", "2021-08-30")
    head.submit("Clore la nouvelle délibération")
    head.tells("La nouvelle délibération est close", "Le jury a délibéré de nouveau")
    head.look("delibere")
    student.open("/moi/bts")
    student.tells("13 sur 20", "Le 30 août 2021, pour erreur matérielle")
    student.look("delibere")


def candidate(visit, here, name):
    """Opens a candidate from the page of the session."""
    visit.open(here)
    visit.page.get_by_role("link", name=name).first.click()
    visit.page.wait_for_url("**/bts/candidats/*")


def decided(visit, choice, reason=""):
    page = visit.page
    page.get_by_label(choice, exact=True).check()
    page.fill("#champ-motif", reason)
    visit.submit("Enregistrer la décision")


def judged(visit, head, here, me):
    """The jury on results and livret; an absence goes on only with its document."""
    head.open(here)
    head.page.fill("#champ-proclamation", "2021-07-05")
    head.submit("Proclamer les résultats")
    head.tells("3 candidats sous 10 attendent", "article 2-2")
    head.look("proclamation-refusee")
    candidate(head, here, "Durand Noé")
    decided(head, "Autorisé à se présenter")
    head.tells("absent sans justificatif (E1)", "article 2-2")
    head.look("absence-refusee")
    candidate(visit, here, "Durand Noé")
    visit.page.fill("#saisie-E2", "21")
    visit.submit("Enregistrer les résultats")
    visit.tells("Une note sur 20, comme « 12,5 »")
    visit.look("resultats-refuses")
    visit.page.fill("#saisie-E2", "11")
    visit.page.fill("#saisie-piece-E1", "certificat médical du 3 juin 2021")
    visit.submit("Enregistrer les résultats")
    visit.tells("Les résultats sont enregistrés")
    visit.look("candidat")
    candidate(head, here, "Durand Noé")
    decided(head, "Autorisé à se présenter")
    head.tells("La décision du jury est enregistrée", "a autorisé")
    candidate(head, here, "Petit Ana")
    decided(head, "Non autorisé")
    head.tells("Un refus donne son motif.")
    decided(head, "Non autorisé", "Livret : travail absent toute l’année.")
    head.tells("n’a pas autorisé")
    candidate(head, here, me)
    decided(head, "Autorisé à se présenter")
    head.tells("La décision du jury est enregistrée")
    returned(visit, here)
    head.open(here)
    head.page.fill("#champ-proclamation", "2022-07-05")
    head.submit("Proclamer les résultats")
    head.tells("communiqué sur le BTS de 2021, § 1")
    head.page.fill("#champ-proclamation", "2021-07-05")
    head.submit("Proclamer les résultats")
    head.tells("Les résultats sont proclamés", "13 juillet 2021 au plus tard")
    head.look("proclamee")
    corrected(head, here)


def summoned(visit, here):
    """The eighth day passes, the ninth is refused."""
    page = visit.page
    visit.open(here)
    page.fill("#champ-convocation", "2021-07-14")
    visit.submit("Convoquer 2 candidats")
    visit.tells("les huit jours sont passés".capitalize(), "communiqué sur le BTS de 2021, § 3")
    visit.look("neuvieme-jour")
    page.fill("#champ-convocation", "2021-07-13")
    visit.submit("Convoquer 2 candidats")
    visit.tells("Les candidats autorisés sont convoqués")


def fixed(visit, field, day, hour, room):
    page = visit.page
    page.fill(f"#champ-jour-{field}", day)
    page.fill(f"#champ-heure-{field}", hour)
    page.fill(f"#champ-salle-{field}", room)
    name = "général" if field == "general" else "professionnel"
    visit.submit(f"Fixer l’oral {name}")


def examined(visit, here, name, day, marks, chooses):
    """Both orals of a candidate: day, hour and room, then marks."""
    page = visit.page
    candidate(visit, here, name)
    if chooses:
        fixed(visit, "general", day, "9 h 00", "B12")
        visit.tells("le candidat n’a pas encore choisi sa discipline".capitalize())
        page.get_by_label("Sciences physiques appliquées", exact=True).check()
        visit.submit("Choisir cette discipline")
        visit.tells("par le secrétariat pour le candidat")
    fixed(visit, "general", day, "9 h 00", "B12")
    visit.tells("La date de l’oral est enregistrée")
    fixed(visit, "professionnel", day, "9 h 10", "B13")
    visit.tells("laissez 20 minutes entre deux débuts")
    visit.look("oraux-ensemble")
    fixed(visit, "professionnel", day, "10 h 00", "B13")
    page.select_option("#champ-nature", "entretien")
    page.fill("#champ-offert", "2021-07-08")
    page.fill("#champ-texte", "Méthode de l’oral, avec M. Blanc")
    visit.submit("Enregistrer l’accompagnement")
    visit.tells("L’accompagnement est enregistré", "Entretien personnalisé du 8 juillet 2021")
    for field, mark in marks.items():
        page.fill(f"#champ-note-{field}", mark)
        word = "général" if field == "general" else "professionnel"
        visit.submit(f"Noter l’oral {word}")
        visit.tells("Ce qui est venu de l’oral est enregistré")


def session(visit):
    page = visit.page
    student = visit.elsewhere("candidat")
    student.sign_in(visit.accounts["étudiant"][0])
    number, last, first = identity(student)
    me = f"{last} {first}"
    here = opened(visit)
    mark = here.rsplit("/", 1)[1]
    listed(visit, here, f"{number};{last};{first}", mark)
    mistaken(visit, here, mark)
    student.open("/moi")
    student.page.get_by_role("link", name="Suivre ma session exceptionnelle du BTS").click()
    student.page.wait_for_url("**/moi/bts")
    student.tells(HIDDEN)
    student.look("avant")
    before = student.text().count("9,")
    head = visit.elsewhere("direction")
    head.sign_in(visit.accounts["direction de l’IUT"][0])
    judged(visit, head, here, me)
    student.open("/moi/bts")
    student.require(HIDDEN not in student.text(), "the results are read once proclaimed")
    student.require(student.text().count("9,") > before, "the average is shown")
    student.tells("Le jury vous autorise à vous présenter au rattrapage")
    student.submit("Choisir cette discipline")
    student.tells("La discipline se choisit dans la liste de la spécialité")
    student.page.get_by_label("Culture générale et expression", exact=True).first.check()
    student.submit("Choisir cette discipline")
    student.tells("Vous passerez : Culture générale et expression")
    student.look("choix")
    summoned(visit, here)
    examined(visit, here, me, "2021-07-16", {"general": "14", "professionnel": "12"}, False)
    examined(visit, here, "Durand Noé", "2021-07-19", {"general": "9"}, True)
    visit.look("oraux")
    student.open("/moi/bts")
    student.require("14 sur 20" not in first_session(student), "no mark before the jury closes")
    student.tells("le 16 juillet 2021 à 9 h 00, salle B12".replace("9 h 00", "9 h"))
    _, text, _ = downloaded(student, student.page.get_by_role("button", name="Imprimer ma convocation").first)
    student.require("B12" in text and "B13" in text, "both rooms on the letter")
    head.open(here)
    head.submit("Clore la session")
    head.tells("n’est pas noté", "article 2-1")
    candidate(visit, here, "Durand Noé")
    page.fill("#champ-note-professionnel", "ABS")
    visit.submit("Noter l’oral professionnel")
    visit.tells("absent")
    visit.open(here)
    _, text, _ = downloaded(visit, page.get_by_role("button", name="Imprimer les convocations"))
    visit.require("Sciences physiques appliquées" in text, "the discipline on the letter")
    visit.require("DURAND" in text.upper(), "the other candidate too")
    head.open(here)
    head.submit("Clore la session")
    head.tells("La session est close", "admis")
    head.look("close")
    candidate(head, here, me)
    head.page.get_by_role("link", name="Pourquoi ?").click()
    head.page.wait_for_url("**/pourquoi")
    head.tells("remplace", "article 2-1", "Données et calculs")
    head.look("pourquoi")
    student.open("/moi/bts")
    student.tells("Vous obtenez le BTS", "14 sur 20")
    student.look("admis")
    reopened(visit, head, student, here, me)


def first_session(student):
    """What the page says of the newest session."""
    return student.text().split("BTS Électrotechnique", 2)[1]


def identity(student):
    """The number and the names of whoever is signed in."""
    student.open("/moi/identite")
    terms = student.page.locator("main dl.definitions > div").all()
    said = {}
    for term in terms:
        name, value = term.locator("dt").inner_text(), term.locator("dd").inner_text()
        said[re.sub(r"\s+", " ", name)] = value.strip()
    usual = [said.get(f"{name} d’usage", said[name]) for name in ("Nom", "Prénom")]
    return said["Numéro d’étudiant"], *usual


SCENARIOS = [("bts", "secrétariat", session)]
