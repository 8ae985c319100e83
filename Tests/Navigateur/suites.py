"""Repeating, from the request to the notification; the next year, previewed, made, undone."""

import re

from etudiant import PDF


def promotions(visit):
    """The addresses of the promotions, the last year first."""
    visit.open("/promotions")
    links = visit.page.locator("main tbody a[href^='/promotions/']").all()
    return [link.get_attribute("href") for link in links]


def closed(visit):
    """The promotion whose year-end jury is closed."""
    for address in promotions(visit):
        visit.open(address + "/annee-suivante")
        if "n’est pas clos" not in visit.text():
            return address
    raise AssertionError("no jury is closed")


def repetition(visit):
    """The secretariat enters a request; the direction may not refuse without a hearing."""
    here = closed(visit)
    page = visit.page
    visit.open(here + "/redoublements")
    visit.tells("Demandes", "Refus irréguliers")
    visit.look("liste")
    page.select_option("#champ-etudiant", index=1)
    visit.submit("Continuer")
    page.wait_for_url("**/redoublement")
    visit.submit("Déposer la demande")
    if visit.scripts or "au moins un semestre" in visit.text():
        visit.require("/redoublement" in page.url, "nothing is sent without a reason")
    page.check("#champ-s1")
    page.check("#champ-s2")
    page.check("#champ-audition")
    page.fill("#champ-motif", "Une opération en mars, et trois mois d’arrêt.")
    page.set_input_files("#champ-piece", files=[
        {"name": "arret.pdf", "mimeType": "application/pdf", "buffer": PDF}
    ])
    visit.submit("Déposer la demande")
    visit.tells("La demande est déposée", "en attente de réponse", "demandée, à organiser")
    visit.look("demande")
    visit.open(here + "/redoublements")
    waiting = page.locator("main tbody tr", has_text="à instruire").last
    waiting.locator("a").first.click()
    page.wait_for_url(re.compile(r"/redoublements/\d+$"))
    request = page.url.removeprefix(visit.base)
    visit.require(page.locator("#champ-decision-sens").count() == 0, "the secretariat decides nothing")
    director = visit.elsewhere("direction")
    director.sign_in(visit.accounts["direction de l’IUT"][0])
    director.open(request)
    director.page.locator("summary", has_text="Pourquoi").click()
    director.tells("Compteurs", "sur 4 permis")
    director.look("fiche")
    director.page.get_by_label("Refuser le redoublement").check()
    director.page.fill("#champ-decision-motivation", "Trop d’UE à reprendre.")
    director.page.fill("#champ-decision-conseils", "Un BTS, ou un contrat en alternance.")
    director.submit("Décider")
    director.tells("audition demandée non tenue")
    director.require(
        director.page.input_value("#champ-decision-conseils").startswith("Un BTS"),
        "what was typed is kept",
    )
    director.look("irregulier")
    visit.open(request)
    today = page.evaluate("new Date().toLocaleDateString('sv')") if visit.scripts else None
    page.fill("#champ-audition-date", today or "2026-07-10")
    page.fill("#champ-audition-devant", "la direction des études")
    page.check("#champ-audition-tenue")
    visit.submit("Enregistrer l’audition")
    visit.tells("L’audition est enregistrée.", "Audition tenue")
    director.open(request)
    director.page.get_by_label("Refuser le redoublement").check()
    director.page.fill("#champ-decision-motivation", "Trop d’UE à reprendre.")
    director.page.fill("#champ-decision-conseils", "Un BTS, ou un contrat en alternance.")
    director.submit("Décider")
    director.tells("La décision est enregistrée", "à notifier")
    visit.open(request)
    visit.submit("Noter la notification")
    visit.tells("L’étudiant lit maintenant la décision.", "Décision notifiée")
    visit.look("notifiee")


def own(visit):
    """A student asks to repeat, asks to be heard, then gives it up."""
    visit.sign_in(visit.accounts["étudiant"][1])
    page = visit.page
    visit.open("/moi")
    page.get_by_role("link", name="Demander à redoubler, ou suivre une demande").click()
    page.wait_for_url("**/moi/redoublement")
    visit.look("formulaire")
    page.check("#champ-s2")
    page.fill("#champ-motif", "Je voudrais reprendre le semestre 2.")
    visit.submit("Déposer la demande")
    visit.tells("La demande est déposée", "en attente de réponse", "non demandée")
    visit.submit("Demander à être entendu")
    visit.tells("L’audition est demandée.", "demandée, à organiser")
    visit.look("suivie")
    visit.submit("Retirer la demande")
    visit.tells("La demande est retirée", "Demander à redoubler en")


def next_year(visit):
    """Previewed, one line changed with its reason, made, then undone."""
    here = closed(visit)
    page = visit.page
    visit.open(here + "/annee-suivante")
    visit.tells("Passent", "Redoublent", "Partent", "Indécis", "le jury autorise à redoubler")
    visit.look("apercu")
    row = page.locator("section", has_text="Indécis (").locator("tbody th a").first
    row.click()
    page.wait_for_url(re.compile(r"/annee-suivante/\d+$"))
    one = page.url.removeprefix(visit.base)
    page.get_by_label("Redouble S1 et S2").check()
    page.fill("#champ-motif", "accord du chef de département")
    visit.look("suite")
    visit.submit("Enregistrer")
    visit.tells("La suite de l’étudiant est enregistrée.", "accord du chef de département")
    visit.require("changé" in visit.text(), "what was changed is said to be")
    button = page.get_by_role("button", name=re.compile("^Faire l’année"))
    button.click()
    page.wait_for_load_state()
    visit.tells("L’année suivante est faite", "inscriptions")
    visit.look("faite")
    visit.submit("Défaire")
    visit.tells("Ce qui avait été fait est retiré")
    visit.require("Ce qui est fait" not in visit.text(), "nothing remains of it")
    visit.open(one)
    page.get_by_label("Suivre les décisions").check()
    page.fill("#champ-motif", "essai terminé")
    visit.submit("Enregistrer")
    visit.require("changé" not in visit.text(), "the decisions lead again")


SCENARIOS = [
    ("redoublement", "secrétariat", repetition),
    ("redoublement-etudiant", None, own),
    ("annee-suivante", "secrétariat", next_year),
]
