#!/usr/bin/env python3
"""Re-check exported proofs, sharing no code with the engine that wrote them.

For every step: a term that cites a premise equals its conclusion, the written arithmetic gives the
conclusion, and so does the rule applied again to the terms and parameters. Numbers are exact.
`docs/dossiers.md` has the format. Exit: 0 no fault, 1 some faults, 2 a file that is not a proof.
"""

import ast
import datetime
import inspect
import json
import operator
import re
import sys
from collections import defaultdict, namedtuple
from fractions import Fraction
from math import ceil, floor

MAX_MARK, DUT_CREDITS, BUT_CREDITS = 20, 120, 180
BTS_THRESHOLD, BTS_DAYS = 10, 8  # written in the décret itself: the BTS reads no parameter
LEFT_OUT, AWAITED, INCOMPLETE = "neutralisée", "attendue", "incomplète"
UNKNOWN, VALIDATED, NO_VOLUME, NOTHING = "incomplet", "validé", "volume inconnu", "rien"
NUMBER = re.compile(r"-?\d{1,99}(\.\d{1,6}|/0*[1-9]\d{0,98})?", re.ASCII)
MARK = re.compile(r"(?:ABJ )?(\d{1,6}(?:,\d{1,6})?)(?:/(\d{1,6}(?:,\d{1,6})?))?", re.ASCII)
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
             ast.Div: operator.truediv, ast.Gt: operator.gt, ast.GtE: operator.ge,
             ast.Lt: operator.lt, ast.LtE: operator.le}
CALLS = {"min": min, "max": max, "floor": floor, "ceil": ceil}
NOT_COMPUTABLE = (ArithmeticError, LookupError, MemoryError, RecursionError, SyntaxError, TypeError,
                  ValueError)
# The terms and parameters that are true or false, and nothing else.
VERDICTS = set("""absenceInjustifiee acquise ajourne alternant article3 auditionDemandee
    avisContraire bloquee bonusActif directe engagementApplicable entendu induiteParJury
    itiAlternants malusActif prorataSport rcue semestreSuffisant session2Active sportApplicable
    supplement supplementCouvreMemeSemestre zeroABI""".split())
Term = namedtuple("Term", "name value weight premise")
Step = namedtuple("Step", "place rule subject terms settings formula conclusion premises")


class Unreadable(Exception):
    """The file does not hold a proof."""


class Fault(Exception):
    """What is wrong with a step, what was expected and what was read."""

    def __init__(self, wrong, expected, read):
        super().__init__(f"{wrong} : attendu {show(expected)}, lu {show(read)}")


def show(value):
    """A value as the report prints it."""
    if isinstance(value, bool):
        return "vrai" if value else "faux"
    return f"« {value} »" if isinstance(value, str) else str(value)


def expect(wrong, expected, read):
    """Fail unless two values are equal and of one kind: true is not 1."""
    expected = Fraction(expected) if type(expected) is int else expected
    if type(expected) is not type(read) or expected != read:
        raise Fault(wrong, expected, read)


# Reading a proof

def parse(raw):
    """A number where the text is one; else the verdict, or the text itself."""
    if not isinstance(raw, str | bool):
        raise TypeError
    return Fraction(raw) if isinstance(raw, str) and NUMBER.fullmatch(raw) else raw


def read_term(item, words):
    value, weight = parse(item["valeur"]), parse(item["poids"]) if "poids" in item else None
    return Term(item["nom"] + "", words.get(value, value), weight, item.get("premisse"))


def read_step(node, place):
    try:
        _ = node["article"], node["exigences"], node["enonce"]
        return Step(
            place, node["regle"] + "", node["sujet"] + "",
            [read_term(item, {}) for item in node["termes"]],
            [read_term(item, {"true": True, "false": False}) for item in node["parametres"]],
            (node.get("calcul") or "") + "", parse(node["conclusion"]),
            [read_step(premise, f"{place}/premisses/{rank}")
             for rank, premise in enumerate(node["premisses"])])
    except KeyError as key:
        raise Unreadable(f"{place} : la clé {key} manque") from None
    except (TypeError, AttributeError):
        raise Unreadable(f"{place} : une valeur n’est pas du type attendu") from None


def load(name):
    """The steps of a file: a node, a list of nodes, or a result with its `preuves`."""
    try:
        with open(0 if name == "-" else name, encoding="utf-8") as file:
            value = json.load(file)
        if isinstance(value, dict) and "preuves" not in value:
            return [read_step(value, "preuve")]
        nodes = enumerate(value["preuves"] if isinstance(value, dict) else value)
        return [read_step(node, f"preuves/{rank}") for rank, node in nodes]
    except OSError as problem:
        raise Unreadable(f"lecture impossible ({problem.strerror})") from None
    except (ValueError, RecursionError, TypeError):
        raise Unreadable("ce n’est pas une preuve en JSON") from None


# What rules share

def mean(terms):
    """The weighted mean of what counts; incomplete where a mark is awaited or nothing counts."""
    counted = [term for term in terms if term.value != LEFT_OUT]
    if not counted or any(not isinstance(term.value, Fraction) for term in counted):
        return INCOMPLETE
    return sum(term.value * term.weight for term in counted) / sum(term.weight for term in counted)


def rounded(value, decimals):
    """Half up, to so many decimals or not at all (A1)."""
    scale = {"aucun": 0, "2": 100, "3": 1000}[str(decimals)]
    return Fraction(floor(value * scale + Fraction(1, 2)), scale) if scale else value


def by_jury(step):
    """Whether a UE is acquired by the jury, in this year or an earlier one."""
    inherited = step.rule == "capitalisation" and any(map(by_jury, step.premises))
    return step.rule == "decision-jury" or inherited


def signed(auteur, date, motif):
    """Whether a decision has its author, its day and its reason."""
    return bool(auteur and motif) and str(datetime.date.fromisoformat(date)) == date


class Rules:
    """The rules that take more than an expression; they name the terms and parameters they read."""

    def moyenne_module(terms, zeroABI, rattrapageITI):
        """The name of a term ends with the entry that its value comes from."""
        worth = {"ABI": Fraction(0) if zeroABI else AWAITED, "NUL": Fraction(0), "ATT": AWAITED, "ABJ": AWAITED,
                 "ITI": {"droit": AWAITED, "neutralise": LEFT_OUT, "zero": 0}[rattrapageITI]}
        for term in terms:
            _, labelled, entry = term.name.rpartition(" : ")
            value = worth.get(entry, LEFT_OUT) if labelled else term.value
            if labelled and (mark := MARK.fullmatch(entry)):
                points, scale = (Fraction((part or "20").replace(",", ".")) for part in mark.groups())
                value = points * MAX_MARK / scale
            expect(f"terme « {term.name} »", value, term.value)
        return mean(terms)

    def moyenne_ue(terms, partRessources):
        """One pool, or two poles at the shares that a parameter fixes (A3)."""
        poles = [[t for t in terms if t.name.startswith(p)] for p in ("ressource:", "sae:")]
        expect("termes d’un pôle connu", len(terms), Fraction(sum(map(len, poles))))
        if partRessources == NOTHING or not all(poles):
            return mean(terms)
        return (mean(poles[0]) * partRessources + mean(poles[1]) * (100 - partRessources)) / 100

    def malus(heuresABI, article3, malusActif, franchiseABI, trancheHeures, malusParTranche,
              borneTranche, plafondMalus):
        slices = max(heuresABI - franchiseABI, 0) / trancheHeures
        begun = {"inferieureIncluse": floor(slices) + 1, "superieureIncluse": ceil(slices)}
        points = begun[borneTranche] * malusParTranche if slices and article3 and malusActif else 0
        return points if plafondMalus == NOTHING else min(points, plafondMalus)

    def bonus(subject, terms, sport, sportApplicable, engagementApplicable, bonusActif,
              assietteSport, assietteEngagement, plafondParType, plafondBonus):
        """Each type of engagement is capped, then the whole; the code of a UE tells its semester."""
        bases = {"annee": True, "semestrePair": subject.startswith(("UE2", "UE4", "UE6")), "rcue": False}
        expect("sport applicable", bonusActif and bases[assietteSport], sportApplicable)
        expect("engagement applicable", bonusActif and bases[assietteEngagement], engagementApplicable)
        types = defaultdict(Fraction)
        for term in terms:
            if term.name.startswith("engagement:"):
                types[term.name] += term.value
        engaged = sum(min(points, plafondParType) for points in types.values())
        return min(sport * sportApplicable + engaged * engagementApplicable, plafondBonus)

    def moyenne_rcue(terms, ponderationRCUE, arrondiAvantComparaison, bonus=0):
        ues = [term for term in terms if term.name != "bonus"]
        equal = {"egale": True, "ects": False, "coefficient": False}[ponderationRCUE]
        expect("poids égaux", True, not equal or all(term.weight == 1 for term in ues))
        return rounded(min(mean(ues) + bonus, MAX_MARK), arrondiAvantComparaison)

    def poursuite_impaire(terms, seuilRCUE, plancherRCUE):
        values = [term.value for term in terms]
        marks = [value for value in values if value not in (VALIDATED, UNKNOWN)]
        reached = values.count(VALIDATED) + sum(mark >= seuilRCUE for mark in marks)
        unknown = values.count(UNKNOWN)
        if any(mark < plancherRCUE for mark in marks) or 2 * (reached + unknown) <= len(terms):
            return False
        return UNKNOWN if unknown else True

    def poursuite_s5(terms):
        conditions, *ues = [term.value for term in terms]
        if conditions is False or not all(ue is True for ue in ues):
            return False
        return conditions if ues else UNKNOWN

    def seances_sport(settings, seances, base, plafondSport, prorataSport):
        needed = [setting.value for setting in settings if setting.name.startswith("seancesBUT")]
        expect("séances de l’année", [base], needed)
        share = min(seances / base, 1)
        return plafondSport * (share if prorataSport else floor(share))


def diploma(terms, requis, credits):
    """A diploma asks for every UE of its semesters, and for its credits."""
    ues = [term for term in terms if term.name != "requis"]
    expect("terme « requis »", credits, requis)
    return bool(ues) and all(ue.value is True for ue in ues) and sum(ue.weight for ue in ues) >= credits


# By name, or by name and first term where the terms have several shapes.
RULES = {name.replace("_", "-"): rule for name, rule in vars(Rules).items() if name[0] != "_"} | {
    "moyenne-module/": lambda: INCOMPLETE,
    "moyenne-ue/": lambda: INCOMPLETE,
    "moyenne-ue/moyenne donnée": mean,
    "note-session2": lambda session2, modeNoteSession2, session1=0: ...
}
