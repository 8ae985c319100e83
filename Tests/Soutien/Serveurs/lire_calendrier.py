"""Relit un calendrier avec le paquet icalendar : lire_calendrier.py FICHIER

Écrit une ligne par propriété du calendrier et de ses évènements, champs séparés par des
tabulations ; les heures sont dites aussi en UTC, par le fuseau que le calendrier contient.
Avec « --repetitions RÈGLE DÉBUT FIN », écrit ce que dateutil donne d'une règle.
"""

import datetime
import sys

from dateutil import rrule
from icalendar import Calendar

if sys.argv[1] == "--repetitions":
    debut, fin = (datetime.datetime.fromisoformat(texte) for texte in sys.argv[3:5])
    for ligne in sys.argv[2].split("\n"):
        regle = rrule.rrulestr(ligne, dtstart=debut)
        print(*(jour.strftime("%Y%m%dT%H%M%S") for jour in regle.between(debut, fin, inc=True)))
    sys.exit()


def ligne(*champs):
    print("\t".join(
        str(champ).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
        for champ in champs
    ))


def heure(valeur):
    if not isinstance(valeur, datetime.datetime):
        return valeur.isoformat()
    utc = valeur.astimezone(datetime.timezone.utc)
    return valeur.strftime("%Y-%m-%dT%H:%M:%S") + " " + utc.strftime("%Y-%m-%dT%H:%M:%SZ")


octets = open(sys.argv[1], "rb").read()
lignes = octets.split(b"\r\n")
for texte in lignes:
    texte.decode("utf-8")
    assert len(texte) <= 75 and b"\n" not in texte and b"\r" not in texte, texte
calendrier = Calendar.from_ical(octets)
for nom in ("PRODID", "METHOD", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL"):
    if nom in calendrier:
        valeur = calendrier[nom]
        ligne(nom, valeur.dt if hasattr(valeur, "dt") else valeur)
for composant in calendrier.walk():
    for defaut in composant.errors:
        ligne("défaut", defaut)
for zone in calendrier.walk("VTIMEZONE"):
    fuseau = zone.to_tz()
    for mois, jour, h in ((3, 29, 0), (3, 29, 1), (10, 25, 0), (10, 25, 1), (7, 1, 12)):
        utc = datetime.datetime(2026, mois, jour, h, tzinfo=datetime.timezone.utc)
        ligne("fuseau", zone["TZID"], utc.astimezone(fuseau).strftime("%m-%dT%H:%M"))
for evenement in calendrier.walk("VEVENT"):
    for nom in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "URL",
                "STATUS", "SEQUENCE", "TRANSP"):
        if nom in evenement:
            valeur = evenement[nom]
            ligne(nom, heure(valeur.dt) if hasattr(valeur, "dt") else valeur)
    if "CATEGORIES" in evenement:
        ligne("CATEGORIES", *evenement["CATEGORIES"].cats)
    for alarme in evenement.walk("VALARM"):
        ligne("VALARM", alarme["TRIGGER"].dt, alarme["DESCRIPTION"])
