"""Lance un vrai fournisseur OpenID Connect, oidc-provider-mock, pour les tests : serveur_openid.py DOSSIER

Le port, que le système choisit, est écrit dans DOSSIER/port.

Trois choses lui sont ajoutées, parce qu'il ne les a pas :
- PKCE (RFC 7636) : le défi S256 est exigé au départ et vérifié quand le code est échangé ; le
  client doit s'annoncer par client_secret_basic, avec le secret « secret & % ».
- « state » sur le retour d'une personne qui refuse, que la RFC 6749 (4.1.2.1) demande ;
- des fautes : le jeton d'une personne dont le nom commence par « faute- » est refait autrement,
  avec la clé du fournisseur, pour que chaque contrôle ait de quoi refuser.
"""

import base64
import hashlib
import hmac
import json
import logging
import os
import sys
import time
import urllib.parse
import warnings

warnings.simplefilter("ignore")

import flask  # noqa: E402
import werkzeug.serving  # noqa: E402
from authlib import jose  # noqa: E402
from oidc_provider_mock import User, app  # noqa: E402

dossier = sys.argv[1]
logging.disable(logging.CRITICAL)
application = app(
    require_nonce=True,
    user_claims=[
        User(
            sub="adumont",
            claims={"name": "Agnès Dumont", "email": "agnes.dumont@example.org", "uid": "ad42"},
        )
    ],
)
defis = {}
SECRET = "secret & %"


def lire(texte):
    return base64.urlsafe_b64decode(texte + "=" * (-len(texte) % 4))


def ecrire(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


@application.before_request
def controler():
    requete = flask.request
    if requete.path == "/oauth2/authorize":
        if requete.args.get("code_challenge_method") != "S256" or not requete.args.get(
            "code_challenge"
        ):
            return "PKCE manque", 400
    if requete.path == "/oauth2/token":
        annonce = requete.authorization
        if annonce is None or urllib.parse.unquote_plus(annonce.password or "") != SECRET:
            return flask.jsonify({"error": "invalid_client"}), 401
        preuve = requete.form.get("code_verifier", "")
        defi = defis.pop(requete.form.get("code"), None)
        if defi is None or defi != ecrire(hashlib.sha256(preuve.encode()).digest()):
            return flask.jsonify({"error": "invalid_grant"}), 400
    return None


@application.after_request
def finir(reponse):
    requete = flask.request
    if requete.path == "/oauth2/authorize" and "code=" in reponse.headers.get("Location", ""):
        adresse = urllib.parse.urlparse(reponse.headers["Location"])
        code = urllib.parse.parse_qs(adresse.query)["code"][0]
        defis[code] = requete.args["code_challenge"]
    if "?error=" in reponse.headers.get("Location", "") and "state" in requete.args:
        etat = urllib.parse.urlencode({"state": requete.args["state"]})
        reponse.headers["Location"] += "&" + etat
    if requete.path == "/oauth2/token" and reponse.status_code == 200:
        contenu = reponse.get_json()
        contenu["id_token"] = falsifier(contenu["id_token"])
        reponse.set_data(json.dumps(contenu))
    return reponse


def falsifier(jeton):
    tete, corps, signature = jeton.split(".")
    dit = json.loads(lire(corps))
    faute = dit["sub"].removeprefix("faute-")
    maintenant = int(time.time())
    changements = {
        "public": {"aud": "un-autre-service"},
        "publics": {"aud": ["delibere", "un-autre-service"]},
        "mandataire": {"aud": ["delibere", "un-autre-service"], "azp": "un-autre-service"},
        "mandat-juste": {"aud": ["delibere", "un-autre-service"], "azp": "delibere"},
        "emetteur": {"iss": "https://ailleurs.example.org"},
        "echeance": {"iat": maintenant - 400, "exp": maintenant - 121},
        "echeance-toleree": {"iat": maintenant - 400, "exp": maintenant - 60},
        "futur": {"iat": maintenant + 200, "exp": maintenant + 400},
        "nonce": {"nonce": "un autre"},
        "sujet": {"sub": ""},
        "adresse-non-verifiee": {"email": "a@example.org", "email_verified": False},
    }
    cle = flask.g.oidc_provider_mock_storage.jwk
    if faute in changements:
        en_tete = json.loads(lire(tete))
        return jose.jwt.encode(en_tete, dit | changements[faute], cle).decode()
    if faute == "sans-signature":
        return ecrire(b'{"alg":"none"}') + "." + corps + "."
    if faute == "signature":
        abimee = bytearray(lire(signature))
        abimee[10] ^= 1
        return ".".join([tete, corps, ecrire(bytes(abimee))])
    if faute == "contenu":
        return ".".join([tete, ecrire(json.dumps(dit | {"sub": "admin"}).encode()), signature])
    if faute == "cle-partagee":
        publique = cle.as_pem(is_private=False)
        en_tete = ecrire(b'{"alg":"HS256"}')
        scelle = hmac.new(publique, f"{en_tete}.{corps}".encode(), hashlib.sha256).digest()
        return ".".join([en_tete, corps, ecrire(scelle)])
    if faute == "enorme":
        return "x" * 5_000_000
    if faute == "cle-neuve":
        # Le fournisseur change de clé : celle qui est en mémoire ne suffit plus.
        neuve = jose.RSAKey.generate_key(is_private=True)
        flask.g.oidc_provider_mock_storage.jwk = neuve
        en_tete = {"alg": "RS256", "kid": neuve.thumbprint()}
        return jose.jwt.encode(en_tete, dit, neuve).decode()
    return jeton


serveur = werkzeug.serving.make_server("127.0.0.1", 0, application, threaded=True)
with open(dossier + "/port.neuf", "w") as fichier:
    fichier.write(str(serveur.server_port))
os.rename(dossier + "/port.neuf", dossier + "/port")
serveur.serve_forever()
