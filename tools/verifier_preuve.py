#!/usr/bin/env python3
"""Re-check exported proofs, sharing no code with the engine that wrote them.

For every step: a term that cites a premise equals its conclusion, the written arithmetic gives the
conclusion, and so does the rule applied again to the terms and parameters. Numbers are exact.
`docs/dossiers.md` has the format. Exit: 0 no fault, 1 some faults, 2 a file that is not a proof.
"""

import ast
import json
import operator
import re
import sys
from datetime import date, datetime, time
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

USAGE = "usage : verifier_preuve.py [FICHIER…]   (sans fichier, ou « - » : l’entrée standard)"
NOTE_MAXIMALE, ECTS_DUT, ECTS_BUT, UES_PAR_NIVEAU = 20, 120, 180, 2
SEUIL_BTS, JOURS_BTS = 10, 8  # set by the décret itself: the BTS reads no parameter
NEUTRALISEE, ATTENDUE, INCOMPLETE = "neutralisée", "attendue", "incomplète"
INCOMPLET, VALIDE, SANS_VOLUME = "incomplet", "validé", "volume inconnu"
FRACTION = re.compile(r"-?[0-9]{1,80}(/0{0,9}[1-9][0-9]{0,80})?")
DECIMAL = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")
MARK = re.compile(r"(?:ABJ )?([0-9]{1,6}(?:,[0-9]+)?)(?:/([0-9]{1,6}(?:,[0-9]+)?))?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NOTHING = type(None)


class Illisible(Exception):
    """The file does not hold a proof."""


class Faute(Exception):
    """What is wrong with a step, what was expected and what was read."""

    def __init__(self, wrong, expected, read):
        super().__init__(f"{wrong}, attendu {show(expected)}, lu {show(read)}")


class Terme(NamedTuple):
    """An input of a step; `raw` is its value before numbers are recognised."""

    nom: str
    valeur: Fraction | bool | str
    raw: str | bool
    poids: Fraction | None
    premisse: int | None


def show(value):
    if isinstance(value, bool):
        return "vrai" if value else "faux"
    return f"« {value} »" if isinstance(value, str) else str(value)


def parse(raw):
    """A number where the text is a fraction, else the verdict or the text itself."""
    return Fraction(raw) if isinstance(raw, str) and FRACTION.fullmatch(raw) else raw


def require(what, expected, read):
    """Fail unless two values are equal and of one kind: true is not 1."""
    if type(expected) is not type(read) or expected != read:
        raise Faute(what, expected, read)


def field(value, key, kind, place):
    """What an object has under a key, if it is of the kind that the format asks for."""
    found = value.get(key) if isinstance(value, dict) else None
    if not isinstance(found, kind):
        raise Illisible(f"{place} : la clé « {key} » manque ou n’est pas du type attendu")
    return found


def read_term(value, place):
    raw, poids = field(value, "valeur", (str, bool), place), field(value, "poids", (str, NOTHING), place)
    if isinstance(parse(poids), str):
        raise Illisible(f"{place} : le poids « {poids} » n’est pas une fraction")
    premisse = field(value, "premisse", (int, NOTHING), place)
    return Terme(field(value, "nom", str, place), parse(raw), raw, parse(poids), premisse)


def read_parameter(value, place):
    setting = field(value, "valeur", (str, bool), place)
    return field(value, "nom", str, place), str(setting).lower() if setting in (True, False) else setting


class Noeud:
    """A step of a proof, with access to its terms and parameters by name and type."""

    def __init__(self, value, place):
        def items(key, read):
            listed = enumerate(field(value, key, list, place))
            return [read(item, f"{place}/{key}/{rank}") for rank, item in listed]

        self.place = place
        for key in ("article", "enonce"):
            field(value, key, str, place)
        field(value, "exigences", list, place)
        self.regle, self.sujet = (field(value, key, str, place) for key in ("regle", "sujet"))
        self.calcul = field(value, "calcul", (str, NOTHING), place)
        self.conclusion = parse(field(value, "conclusion", (str, bool), place))
        self.termes = items("termes", read_term)
        self.parametres = items("parametres", read_parameter)
        self.premisses = items("premisses", Noeud)

    def only(self, nom):
        """The term of that name, which must be the only one."""
        found = [terme for terme in self.termes if terme.nom == nom]
        if len(found) != 1:
            raise Faute(f"terme « {nom} »", "une fois", len(found))
        return found[0]

    def typed(self, nom, kind, expected):
        valeur = self.only(nom).valeur
        if not isinstance(valeur, kind):
            raise Faute(f"terme « {nom} »", expected, valeur)
        return valeur
