"""Who administers: accounts, invitations, roles, règlements, calendar, journal, one's own account."""

import base64
import hashlib
import hmac
import re
import struct
import time
import urllib.error
import urllib.request

PASSWORD = "trois petits chats"


def accounts(visit):
    """The list, a search, an account with a role given and ended, then closed."""
    page = visit.page
    visit.menu("Administration")
    page.wait_for_url("**/administration/comptes")
    visit.look("comptes")
    page.locator("#champ-texte").focus()
    page.keyboard.type("helene ou personne")
    page.keyboard.press("Enter")
    page.wait_for_url("**texte=**")
    visit.require(page.locator("main tbody tr").count() == 0, "nobody is found")
    page.fill("#champ-texte", "beatrice")
    page.keyboard.press("Enter")
    page.wait_for_url("**texte=beatrice**")
    visit.tells("Béatrice Hauteclaire")
    visit.require(page.locator("main tbody tr").count() == 1, "one account is found")
    visit.look("recherche")
    page.get_by_role("link", name="Nouveau compte").click()
    page.wait_for_selector("#champ-nip")
    visit.submit("Créer le compte")
    visit.tells("à corriger")
    visit.look("compte-fautif")
    page.fill("#champ-nom", f"Essai {visit.label}")
    page.fill("#champ-identifiant", f"essai.{visit.label}")
    visit.submit("Créer le compte")
    visit.tells("Le compte est créé", "Aucun rôle")
    page.select_option("#champ-role", label="surveillant")
    visit.submit("Donner le rôle")
    visit.tells("Le rôle est donné.")
    visit.require("surveillant" in visit.text("table"), "the role is in the list")
    visit.look("compte")
    page.locator("summary", has_text="Terminer un rôle").focus()
    page.keyboard.press("Enter")
    visit.submit("Terminer le rôle")
    visit.tells("La fin du rôle est enregistrée.")
    visit.submit("Fermer le compte")
    visit.tells("Le compte n’entre plus.", "fermé")


def invitation(visit):
    """A teacher is invited, chooses a password with the code, and enters."""
    page = visit.page
    visit.open("/administration/comptes/inviter")
    visit.look("inviter-promotions")
    page.locator("main td a, main th a").first.click()
    page.wait_for_selector("#champ-identifiant")
    visit.submit("Inviter")
    visit.tells("à corriger")
    visit.look("invitation-fautive")
    login = f"vacataire.{visit.label}@exemple.fr"
    page.fill("#champ-nom", f"Vacataire {visit.label}")
    page.fill("#champ-identifiant", login)
    page.get_by_label("enseignant", exact=True).check()
    page.locator("#module-0").check()
    visit.submit("Inviter")
    visit.tells("Ce code ne sera plus montré.", login)
    visit.look("code")
    code = page.locator("dd code").nth(1).inner_text()
    teacher = visit.elsewhere("vacataire")
    teacher.open("/code")
    teacher.look("choisir")
    for field in ("#champ-mot-de-passe", "#champ-encore"):
        teacher.page.fill(field, "un mot de passe à moi")
    teacher.page.fill("#champ-code", "AAAA BBBB CCCC DDDD")
    teacher.submit("Choisir et entrer")
    teacher.require(
        teacher.page.get_attribute("#champ-code", "aria-invalid") == "true", "the code is refused"
    )
    teacher.look("code-faux")
    teacher.page.fill("#champ-code", code)
    for field in ("#champ-mot-de-passe", "#champ-encore"):
        teacher.page.fill(field, "un mot de passe à moi")
    teacher.submit("Choisir et entrer")
    teacher.page.wait_for_url(teacher.base + "/")
    teacher.tells(f"Bonjour Vacataire {visit.label}")
    teacher.open("/modules")
    teacher.require(teacher.page.locator("main a[href*='/modules/']").count() == 1, "one module")
    # The code serves once; the password stays.
    again = visit.elsewhere("encore")
    again.sign_in(login, "un mot de passe à moi")
    again.require(again.page.url == again.base + "/", "the password lets in")


def reading(visit):
    """The journal, with what it is asked; the maintenance; the règlements, to be read only."""
    page = visit.page
    visit.open("/administration/journal")
    visit.look("journal")
    page.fill("#champ-auteur", "beatrice.hauteclaire")
    visit.submit("Chercher")
    page.wait_for_url("**auteur=beatrice.hauteclaire**")
    who = page.locator("main tbody td:nth-child(3)").all_inner_texts()
    visit.require(who and set(who) == {"Béatrice Hauteclaire"}, f"one author only: {set(who)}")
    visit.look("journal-d-un-auteur")
    page.locator("main tbody a").first.click()
    page.wait_for_url(re.compile(r"/journal/\d+$"))
    visit.look("entree")
    visit.open("/administration/journal?acte=aucun-acte")
    visit.require(page.locator("main tbody tr").count() == 0, "nothing is found")
    visit.open("/administration/maintenance")
    visit.tells("La base", "Durées de conservation")
    page.fill("#champ-journal", "toujours")
    visit.submit("Enregistrer les durées")
    visit.tells("Donnez un nombre d’années, de 1 à 100.")
    page.fill("#champ-journal", "100")
    visit.submit("Enregistrer les durées")
    visit.tells("Les durées de conservation sont enregistrées.")
    visit.submit("Effacer ce qui est au-delà")
    visit.tells("Écrivez « effacer » pour confirmer : rien n’a été effacé.")
    visit.look("maintenance")
    visit.open("/administration/maintenance")
    page.fill("#champ-journal", "")
    visit.submit("Enregistrer les durées")
    visit.require(page.input_value("#champ-journal") == "", "a duration can be taken back")


def institution(visit):
    """The direction: days of adoption, another règlement, the calendar, a student's journal."""
    page = visit.page
    visit.open("/administration/reglements")
    visit.look("reglements")
    page.locator("main tbody a").first.click()
    page.wait_for_selector("#champ-cfvu")
    visit.look("reglement")
    before = page.input_value("#champ-cfvu")
    for day in ("2026-07-02", before):
        page.fill("#champ-cfvu", day)
        visit.submit("Enregistrer les dates")
        visit.tells("Le règlement est enregistré.")
        visit.require(page.input_value("#champ-cfvu") == day, f"{day} stands")
    visit.open("/administration/reglements")
    page.get_by_role("link", name="Adopter un règlement").click()
    page.wait_for_selector("#champ-profil")
    visit.submit("Mettre en vigueur")
    visit.tells("à corriger")
    visit.look("adoption-fautive")
    visit.open("/administration/calendrier")
    visit.look("calendrier")
    page.get_by_role("link", name="Changer").first.click()
    page.wait_for_selector("#champ-nature-p0")
    rows = page.locator("input[name^='nom-']")
    rank = next(rank for rank in range(rows.count()) if rows.nth(rank).input_value() == "")

    def type_period(nature, name, start, end):
        page.select_option(f"#champ-nature-p{rank}", nature)
        page.fill(f"#champ-nom-p{rank}", name)
        page.fill(f"#champ-du-{rank}", start)
        page.fill(f"#champ-au-{rank}", end)
        visit.submit("Enregistrer")

    name = f"Pont {visit.label}"
    type_period("vacances", name, "2027-05-07", "2027-05-06")
    visit.tells(f"Donnez le dernier jour de « {name} », pas avant le premier.")
    visit.look("calendrier-fautif")
    type_period("vacances", name, "2027-05-07", "2027-05-09")
    visit.tells("Le calendrier est enregistré.", name)
    page.get_by_role("link", name="Changer").first.click()
    page.wait_for_selector("#champ-nature-p0")
    rank = next(rank for rank in range(rows.count()) if rows.nth(rank).input_value() == name)
    type_period("", "", "", "")
    visit.tells("Le calendrier est enregistré.")
    visit.require(name not in visit.text(), "the period is gone")
    visit.open("/etudiants")
    page.locator("#trouvailles tbody th a").first.click()
    page.get_by_role("link", name="Journal").click()
    page.wait_for_url("**/journal")
    visit.look("journal-d-un-etudiant")


def totp(key, later=0):
    """The six figures that an application shows, some half minutes later."""
    step = struct.pack(">Q", int(time.time()) // 30 + later)
    digest = hmac.new(base64.b32decode(key), step, hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(int.from_bytes(digest[place:place + 4], 'big') & 0x7FFFFFFF) % 10**6:06}"


def password(visit):
    """Changed with a wrong old one, then well, then back."""
    page = visit.page
    visit.open("/compte")
    visit.look("mon-compte")

    def change(old, new):
        visit.open("/compte/mot-de-passe")
        page.fill("#champ-ancien", old)
        page.fill("#champ-nouveau", new)
        page.fill("#champ-encore", new)
        visit.submit("Changer")

    change("pas le bon du tout", "quatre grands chiens")
    visit.tells("Ce n’est pas votre mot de passe actuel : rien n’a été changé.")
    visit.look("ancien-faux")
    change(PASSWORD, "court")
    visit.require(
        page.get_attribute("#champ-nouveau", "aria-invalid") == "true", "a short one is refused"
    )
    change(PASSWORD, "quatre grands chiens")
    visit.tells("Votre mot de passe est changé")
    again = visit.elsewhere("encore")
    again.sign_in(visit.accounts["surveillant"][0], "quatre grands chiens")
    change("quatre grands chiens", PASSWORD)
    visit.tells("Votre mot de passe est changé")
    again.page.goto(again.base + "/compte")
    again.require("/connexion" in again.page.url, "other browsers are out")


def second_factor(visit):
    """Six figures more: put, asked for, taken away."""
    page = visit.page
    visit.open("/compte/second-facteur")
    visit.require(page.get_by_role("img").count() >= 1, "there is a picture to scan")
    visit.look("second-facteur")
    page.fill("#champ-chiffres", "000000")
    page.fill("#champ-mot-de-passe", PASSWORD)
    visit.submit("Confirmer")
    visit.require(
        page.get_attribute("#champ-chiffres", "aria-invalid") == "true", "wrong figures are refused"
    )
    visit.look("chiffres-faux")
    key = page.locator("dd code").first.inner_text().replace(" ", "")
    page.fill("#champ-chiffres", totp(key))
    page.fill("#champ-mot-de-passe", PASSWORD)
    visit.submit("Confirmer")
    visit.tells("Le second facteur sera demandé à la prochaine connexion.", "en place")
    other = visit.elsewhere("connexion")
    other.page.goto(other.base + "/connexion")
    other.page.fill("#champ-identifiant", visit.accounts["surveillant"][0])
    other.page.fill("#champ-mot-de-passe", PASSWORD)
    other.submit("Se connecter")
    other.require(other.page.locator("#champ-second-facteur").count() == 1, "figures are asked for")
    other.look("chiffres-demandes")
    other.page.fill("#champ-mot-de-passe", PASSWORD)
    # The figures that confirmed may not serve again; the next ones already do.
    other.page.fill("#champ-second-facteur", totp(key, later=1))
    other.submit("Se connecter")
    other.page.wait_for_url(other.base + "/")
    visit.open("/compte/second-facteur")
    page.fill("#champ-retrait", PASSWORD)
    visit.submit("Retirer le second facteur")
    visit.tells("Le second facteur ne sera plus demandé.")


def token(visit):
    """Created, used by a program, revoked."""
    page = visit.page
    visit.open("/compte/jetons/nouveau")
    visit.submit("Créer le jeton")
    visit.tells("à corriger", "Choisissez au moins un droit.")
    visit.look("jeton-fautif")
    page.fill("#champ-nom", f"Essai {visit.label}")
    page.locator("#droit-0").focus()
    page.keyboard.press("Space")
    visit.submit("Créer le jeton")
    visit.tells("Il ne sera plus montré.")
    visit.look("jeton")
    secret = page.locator("pre code").first.inner_text().strip()

    def answer():
        asked = urllib.request.Request(
            visit.base + "/api/v1/moi", headers={"Authorization": f"Bearer {secret}"}
        )
        try:
            with urllib.request.urlopen(asked) as given:
                return given.status
        except urllib.error.HTTPError as error:
            return error.code

    visit.require(answer() == 200, "the token serves")
    visit.open("/compte")
    row = page.locator("tr", has_text=f"Essai {visit.label}")
    row.get_by_role("button", name="Révoquer").click()
    page.wait_for_selector("text=Le jeton ne sert plus.")
    visit.require(answer() == 401, "the token serves no more")


SCENARIOS = [
    ("administration-comptes", "administration", accounts),
    ("administration-invitation", "administration", invitation),
    ("administration-lectures", "administration", reading),
    ("administration-etablissement", "direction de l’IUT", institution),
    ("administration-mot-de-passe", "surveillant", password),
    ("administration-second-facteur", "surveillant", second_factor),
    ("administration-jeton", "surveillant", token),
]
