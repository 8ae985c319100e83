"""Relit un message avec le module email de Python, sans rien lui passer : lire_message.py FICHIER

Écrit une ligne par en-tête puis par partie, champs séparés par des tabulations ; tabulations, sauts
de ligne et barres inverses des textes sont échappés.
"""

import email
import email.policy
import hashlib
import sys


def ligne(*champs):
    print("\t".join(
        str(champ).replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "\\r")
        .replace("\n", "\\n") for champ in champs
    ))


octets = open(sys.argv[1], "rb").read()
lignes = octets.split(b"\r\n")
if any(b"\n" in texte or b"\r" in texte for texte in lignes):
    ligne("défaut", "saut de ligne seul")
if max(map(len, lignes)) > 998 or any(octet > 126 for octet in octets):
    ligne("défaut", "ligne trop longue ou hors ASCII")
ligne("plus longue ligne", max(map(len, lignes)))

message = email.message_from_bytes(octets, policy=email.policy.strict)
for nom, valeur in message.items():
    if nom in ("From", "To", "Reply-To"):
        for adresse in valeur.addresses:
            ligne(nom, adresse.display_name, adresse.addr_spec)
    elif nom == "Date":
        ligne(nom, valeur.datetime.isoformat())
    elif nom != "Content-Type":
        ligne(nom, valeur)
    for defaut in valeur.defects:
        ligne("défaut", nom, defaut)
for partie in message.walk():
    if partie.is_multipart():
        ligne("partie", partie.get_content_type())
        continue
    contenu = partie.get_payload(decode=True)
    if partie.get_content_disposition() == "attachment":
        empreinte = hashlib.sha256(contenu).hexdigest()
        ligne("partie", partie.get_content_type(), partie.get_filename(),
              partie.get_param("method", "-"), len(contenu), empreinte)
    else:
        ligne("partie", partie.get_content_type(), contenu.decode(partie.get_content_charset()))
