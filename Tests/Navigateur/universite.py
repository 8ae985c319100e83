"""Somebody of the university: enters by CAS or OpenID Connect, leaves; who is unknown or forges."""

import re
import subprocess
import urllib.parse

import lancement

LOGIN = "adumont"
REFUSED = "La réponse du service de connexion n’a pas pu être vérifiée."
USED = "La connexion a pris trop de temps ou a déjà servi."


def serve(program, stack):
    """The site of a fictitious institute that knows one person of each real service."""
    folder = lancement.temporary_folder(stack)
    base = f"{folder}/iut.sqlite"
    cas = lancement.identity_server(stack, f"{folder}/cas", "serveur_cas.py", "http://localhost:")
    openid = lancement.identity_server(stack, f"{folder}/openid", "serveur_openid.py")
    account = ["compte", "creer", LOGIN, "--nom", "Agnès Dumont", "--role", "secretariat"]
    for command in (["base", "demonstration"], account):
        subprocess.run(
            [program, *command, "--base", base], check=True, stdout=subprocess.DEVNULL
        )
    return lancement.serve(
        program, stack, folder, "--base", base,
        "--cas", f"http://127.0.0.1:{cas}",
        "--openid", f"http://127.0.0.1:{openid}", "--openid-client", "delibere",
        DELIBERE_OPENID_SECRET="secret & %",
    )


class Service:
    """One of the two, as a person sees it."""

    def __init__(self, code, proof):
        self.code, self.proof = code, proof

    def leave(self, visit):
        """From the sign-in page to the service."""
        # Their pages ask for scripts and styles of the Internet: they do without.
        visit.context.route(
            lambda url: "//localhost:" not in url and "//127.0.0.1:" not in url,
            lambda route: route.fulfill(body=""),
        )
        visit.open("/connexion")
        # Faults of their pages are not ours.
        mine = list(visit.faults)
        visit.page.locator(f"main a[href='/universite/{self.code}']").click()
        visit.page.wait_for_url(re.compile(r"^http://127\.0\.0\.1:"))
        visit.faults[:] = mine

    def say_who(self, visit, login):
        page = visit.page
        mine = list(visit.faults)
        if self.code == "cas":
            page.fill("input[name=username]", login)
            page.fill("input[name=password]", "sesame")
            page.locator("button[type=submit]").first.click()
        else:
            page.fill("input[name=sub]", login)
            page.get_by_role("button", name="Authorize").click()
        page.wait_for_load_state()
        visit.faults[:] = mine

    def enter(self, visit, login=LOGIN):
        """Goes there and back; gives the address of the return."""
        returns = []
        visit.page.on("request", lambda r: returns.append(r.url) if "/retour?" in r.url else None)
        self.leave(visit)
        self.say_who(visit, login)
        visit.require(len(returns) == 1, f"one return: {returns}")
        return returns[0]

    def stop_before_the_end(self, visit, login=LOGIN):
        """Goes there; gives the address of the return, which the browser does not open."""
        kept = []

        def keep(route):
            answer = route.fetch(max_redirects=0)
            if "/retour?" in answer.headers.get("location", ""):
                kept.append(answer.headers["location"])
                route.fulfill(body="")
            else:
                route.fulfill(response=answer)

        visit.context.route(re.compile(r"^http://127\.0\.0\.1:"), keep)
        self.leave(visit)
        self.say_who(visit, login)
        visit.require(len(kept) == 1, f"one return is kept: {kept}")
        return kept[0]

    def forged(self, visit, **changes):
        """The return that a service would give at a departure of now, with other values."""
        self.leave(visit)
        asked = queries(visit.page.url)
        back = asked["service"] if self.code == "cas" else asked["redirect_uri"]
        given = {"state": asked["state"]} if self.code == "oidc" else {}
        parts = urllib.parse.urlsplit(back)
        query = urllib.parse.urlencode(dict(urllib.parse.parse_qsl(parts.query)) | given | changes)
        return urllib.parse.urlunsplit(parts._replace(query=query))


def queries(address):
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))


def nobody(visit, sentence, address):
    """Requires a return to be refused with a sentence, and nobody to be signed in."""
    answer = visit.page.goto(address)
    visit.require(answer.status == 422, f"a refusal: {answer.status}")
    visit.tells(sentence)
    visit.page.goto(visit.base + "/")
    visit.require("/connexion" in visit.page.url, f"nobody is signed in: {visit.page.url}")


def home(service):
    """Enters, does something, leaves; the address of the return no longer serves."""

    def play(visit):
        back = service.enter(visit)
        visit.page.wait_for_url(visit.base + "/")
        visit.tells("Bonjour Agnès Dumont", "Justificatifs")
        visit.look("accueil")
        visit.open("/compte")
        visit.tells("Agnès Dumont")
        if visit.is_phone:
            visit.page.locator("header summary, header button", has_text="Menu").first.focus()
            visit.page.keyboard.press("Enter")
        visit.submit("Se déconnecter")
        visit.tells("Vous êtes déconnecté.")
        nobody(visit, USED, back)
        # Nor with the memory of another departure of the same browser.
        other = visit.elsewhere("encore")
        service.leave(other)
        nobody(other, REFUSED, back)
        other.look("rejoue")

    return play


def unknown(service):
    """Whom the university knows and the site does not is told what to do."""

    def play(visit):
        login = f"inconnu-{visit.label}"
        service.enter(visit, login)
        visit.tells(f"« {login} », qui n’a pas de compte ici. Demandez-le à qui administre")
        visit.look("inconnu")
        visit.page.goto(visit.base + "/")
        visit.require("/connexion" in visit.page.url, "nobody is signed in")

    return play


def forged(service):
    """What the service did not say lets nobody in, nor what it said to another browser."""

    def play(visit):
        nobody(visit, USED, service.forged(visit, **{service.proof: "ST-faux"}))
        state = "etat" if service.code == "cas" else "state"
        nobody(visit, REFUSED, service.forged(visit, **{service.proof: "x", state: "x" * 43}))
        visit.page.goto(visit.base + f"/universite/{service.code}/retour?{service.proof}=x")
        visit.tells(USED)
        # Somebody has their own return opened by another, who would work in their name.
        lure = visit.elsewhere("leurre")
        stolen = service.stop_before_the_end(lure)
        service.leave(visit)
        nobody(visit, REFUSED, stolen)
        visit.look("leurre")

    return play


def denied(visit):
    """Who says no at the service comes back to the sign-in page."""
    OPENID.leave(visit)
    mine = list(visit.faults)
    visit.page.get_by_role("button", name="Deny").click()
    visit.page.wait_for_url(re.compile("/retour"))
    visit.faults[:] = mine
    visit.tells("n’a pas confirmé votre identité", "Revenir à la connexion")
    visit.page.get_by_role("link", name="Revenir à la connexion").click()
    visit.page.wait_for_selector("#champ-identifiant")
    visit.look("connexion")


CAS = Service("cas", "ticket")
OPENID = Service("oidc", "code")

SCENARIOS = [
    *(
        (f"universite-{service.code}-{name}", None, play(service))
        for service in (CAS, OPENID)
        for name, play in (("entree", home), ("inconnu", unknown), ("faux", forged))
    ),
    ("universite-oidc-refus", None, denied),
]
