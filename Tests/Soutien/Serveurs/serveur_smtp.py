"""Lance de vrais serveurs de courrier, aiosmtpd, pour les tests : serveur_smtp.py DOSSIER

Chacun écoute sur un port que le système choisit ; les ports sont écrits dans DOSSIER/ports, une
ligne « nom port » chacun, puis celui du premier dans DOSSIER/port. Le certificat de « localhost »
est DOSSIER/certificat.pem, qui est sa propre autorité.

Un message accepté est écrit dans DOSSIER/PREMIER.eml, PREMIER étant le nom du premier destinataire
accepté, et son enveloppe dans DOSSIER/PREMIER.enveloppe. Le compte est « facteur », le mot de passe
« sesame ». Ce que le serveur répond dépend des adresses, qui sont toutes fictives.
"""

import asyncio
import os
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult

dossier = sys.argv[1]

REPONSES = {
    "inconnu": "550 5.1.1 <inconnu@example.org> n'existe pas",
    "plus-tard": "450 4.2.0 <plus-tard@example.org> revenez dans cinq minutes",
    "trop": "552 trop de destinataires",
    "pleine": "552 5.2.2 boîte pleine".replace("î", "i"),
    "nu": "550 inconnu",
}


class Boite:
    """Garde ce qui arrive, ou répond ce que les adresses demandent."""

    async def handle_MAIL(self, serveur, session, enveloppe, adresse, options):
        if adresse.startswith("banni@"):
            return "554 5.7.1 <banni@example.org> refusé".replace("é", "e")
        enveloppe.mail_from = adresse
        return "250 2.1.0 oui"

    async def handle_RCPT(self, serveur, session, enveloppe, adresse, options):
        nom = adresse.split("@")[0]
        if nom in REPONSES:
            return REPONSES[nom]
        if nom == "muet":
            await asyncio.sleep(120)
        if nom == "coupe-avant":
            serveur.transport.abort()
            return "250 non"
        if nom == "bavard":
            # Une réponse sans fin, puis une ligne démesurée.
            for _ in range(400):
                await serveur.push("250-" + "x" * 900)
            return "250 2.1.5 enfin"
        if nom == "longue":
            enveloppe.rcpt_tos.append(adresse)
            return "250 2.1.5 " + "y" * 60000
        enveloppe.rcpt_tos.append(adresse)
        return "250 2.1.5 oui"

    async def handle_DATA(self, serveur, session, enveloppe):
        nom = enveloppe.rcpt_tos[0].split("@")[0]
        if nom == "virus":
            return "554 5.6.0 contenu refuse"
        if nom == "dispute":
            return "451 4.3.0 plus tard"
        if nom == "coupe-apres":
            serveur.transport.abort()
            return "250 non"
        if nom == "muet-apres":
            await asyncio.sleep(120)
        with open(f"{dossier}/{nom}.eml", "wb") as fichier:
            fichier.write(enveloppe.original_content)
        with open(f"{dossier}/{nom}.enveloppe", "w") as fichier:
            compte = session.auth_data.login.decode() if session.auth_data else "-"
            print(
                enveloppe.mail_from or "<>",
                ",".join(enveloppe.rcpt_tos),
                session.peer[1],
                "tls" if serveur.transport.get_extra_info("ssl_object") else "clair",
                compte,
                session.host_name,
                sep="\n",
                file=fichier,
            )
        if nom.startswith("ferme"):
            asyncio.get_running_loop().call_later(0.05, serveur.transport.close)
        return "250 2.0.0 garde"


def reconnaitre(serveur, session, enveloppe, mecanisme, donnees):
    juste = donnees.login == b"facteur" and donnees.password == b"sesame"
    return AuthResult(success=juste, handled=False, auth_data=donnees if juste else None)


subprocess.run(
    "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
    f"-addext subjectAltName=DNS:localhost -keyout {dossier}/cle.pem "
    f"-out {dossier}/certificat.pem",
    shell=True,
    check=True,
)
tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
tls.load_cert_chain(f"{dossier}/certificat.pem", f"{dossier}/cle.pem")


def smtp(**options):
    return lambda: SMTP(Boite(), hostname="localhost", **options)


async def muet(lecteur, ecrivain):
    await asyncio.sleep(120)


async def charabia(lecteur, ecrivain):
    ecrivain.write(b"x" * 200000 + b"\r\n")
    await ecrivain.drain()
    await asyncio.sleep(1)
    ecrivain.close()


async def occupe(lecteur, ecrivain):
    ecrivain.write(b"554 5.3.2 pas de courrier ici\r\n")
    await ecrivain.drain()
    ecrivain.close()


async def servir():
    boucle = asyncio.get_running_loop()
    compte = {"authenticator": reconnaitre, "auth_required": True}
    serveurs = {
        "clair": await boucle.create_server(smtp(), "127.0.0.1", 0),
        "starttls": await boucle.create_server(
            smtp(tls_context=tls, require_starttls=True, **compte), "127.0.0.1", 0
        ),
        "tls": await boucle.create_server(smtp(), "127.0.0.1", 0, ssl=tls),
        "compte": await boucle.create_server(
            smtp(auth_require_tls=False, **compte), "127.0.0.1", 0
        ),
        "muet": await asyncio.start_server(muet, "127.0.0.1", 0),
        "charabia": await asyncio.start_server(charabia, "127.0.0.1", 0),
        "occupe": await asyncio.start_server(occupe, "127.0.0.1", 0),
    }
    with open(dossier + "/ports", "w") as fichier:
        for nom, serveur in serveurs.items():
            print(nom, serveur.sockets[0].getsockname()[1], file=fichier)
    with open(dossier + "/port.neuf", "w") as fichier:
        fichier.write(str(serveurs["clair"].sockets[0].getsockname()[1]))
    os.rename(dossier + "/port.neuf", dossier + "/port")
    await asyncio.Event().wait()


asyncio.run(servir())
