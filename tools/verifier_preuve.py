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
from collections import defaultdict, namedtuple
from datetime import date, datetime
from fractions import Fraction
from math import ceil, floor

USAGE = "usage : verifier_preuve.py [FICHIER…] (sans fichier, ou « - » : entrée standard)"
MAX_MARK, DUT_CREDITS, BUT_CREDITS = 20, 120, 180
BTS_THRESHOLD, BTS_DAYS = 10, 8  # written in the décret itself: the BTS reads no parameter
LEFT_OUT, AWAITED, INCOMPLETE = "neutralisée", "attendue", "incomplète"
UNKNOWN, VALIDATED, NO_VOLUME, GIVEN = "incomplet", "validé", "volume inconnu", "moyenne donnée"
KINDS = {Fraction: "un nombre", bool: "vrai ou faux", object: "une seule valeur"}
NUMBER = re.compile(r"-?\d{1,99}(\.\d{1,6}|/0*[1-9]\d{0,98})?", re.ASCII)
MARK = re.compile(r"(?:ABJ )?(\d{1,6}(?:,\d{1,6})?)(?:/(\d{1,6}(?:,\d{1,6})?))?", re.ASCII)
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
             ast.Div: operator.truediv, ast.Gt: operator.gt, ast.GtE: operator.ge,
             ast.Lt: operator.lt, ast.LtE: operator.le}
CALLS = {"min": min, "max": max, "floor": floor, "ceil": ceil}
Term = namedtuple("Term", "name value weight premise")


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


def parse(raw):
    """A number where the text is one; else the verdict, or the text itself."""
    if not isinstance(raw, str | bool):
        raise TypeError
    return Fraction(raw) if isinstance(raw, str) and NUMBER.fullmatch(raw) else raw


def computed(tree):
    """What an expression is worth; anything but arithmetic and comparison is refused."""
    match tree:
        case ast.Constant(value=value) if type(value) in (int, float):
            return Fraction(str(value))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -computed(operand)
        case (ast.BinOp(left=left, op=sign, right=right)
              | ast.Compare(left=left, ops=[sign], comparators=[right])) if type(sign) in OPERATORS:
            return OPERATORS[type(sign)](computed(left), computed(right))
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in CALLS:
            return Fraction(CALLS[name](*map(computed, arguments)))
    raise SyntaxError


def mean(terms):
    """The weighted mean of what counts; incomplete where a mark is awaited or nothing counts."""
    counted = [term for term in terms if term.value != LEFT_OUT]
    if not counted or any(not isinstance(term.value, Fraction) for term in counted):
        return INCOMPLETE
    return sum(term.value * term.weight for term in counted) / sum(term.weight for term in counted)


class Step:
    """A node of a proof, with its terms and parameters by name."""

    def __init__(self, node, place):
        def read(item, words):
            weight = parse(item["poids"]) if "poids" in item else None
            value = parse(item["valeur"])
            return Term(item["nom"], words.get(value, value), weight, item.get("premisse"))

        self.place = place
        try:
            self.rule, self.subject = parse(node["regle"]), parse(node["sujet"])
            self.source = node["article"], node["exigences"], node["enonce"]
            self.terms = [read(item, {}) for item in node["termes"]]
            self.settings = [read(item, {"true": True, "false": False}) for item in node["parametres"]]
            self.formula, self.conclusion = node.get("calcul"), parse(node["conclusion"])
            self.premises = [type(self)(premise, f"{place}/premisses/{rank}")
                             for rank, premise in enumerate(node["premisses"])]
        except KeyError as key:
            raise Unreadable(f"{place} : la clé {key} manque") from None
        except (TypeError, AttributeError):
            raise Unreadable(f"{place} : une valeur n’est pas du type attendu") from None

    def has(self, name):
        return any(term.name == name for term in self.terms)

    def others(self, *names):
        return [term for term in self.terms if term.name not in names]

    def one(self, name, kind=object):
        """The value of the only term or parameter of that name, which must be of that kind."""
        found = [term.value for term in self.terms + self.settings if term.name == name]
        if len(found) != 1 or not isinstance(found[0], kind):
            read = found[0] if len(found) == 1 else f"{len(found)} fois"
            raise Fault(f"terme ou paramètre « {name} »", KINDS[kind], read)
        return found[0]

    def __getitem__(self, name):
        return self.one(name, Fraction)

    def true(self, name):
        return self.one(name, bool)

    def word(self, name, *allowed):
        """The text of a term or parameter, among those that it takes."""
        word = str(self.one(name))
        if allowed and word not in allowed:
            raise Fault(f"terme ou paramètre « {name} »", " ou ".join(allowed), word)
        return word

    def rounded(self, value):
        """Half up, to the decimals that the règlement compares with (A1)."""
        decimals = self.word("arrondiAvantComparaison", "aucun", "2", "3")
        scale = 0 if decimals == "aucun" else 10 ** int(decimals)
        return Fraction(floor(value * scale + Fraction(1, 2)), scale) if scale else value

    def signed(self):
        """Whether the decision has its author, its day and its reason."""
        day = self.word("date")
        return all((self.word("auteur"), self.word("motif"), str(date.fromisoformat(day)) == day))

    def by_jury(self):
        """Whether a UE is acquired by the jury, in this year or an earlier one."""
        inherited = self.rule == "capitalisation" and any(step.by_jury() for step in self.premises)
        return self.rule == "decision-jury" or inherited

    def reaches(self, threshold):
        if self.word("moyenne") == INCOMPLETE:
            return False
        return self["moyenne"] >= self[threshold] and not self.true("bloquee")


class Rules(Step):
    """The rules that take more than a line; each method has the name of its rule."""

    def moyenne_module(self):
        iti = {"droit": AWAITED, "neutralise": LEFT_OUT, "zero": 0}
        worth = {"ABI": 0 if not self.terms or self.true("zeroABI") else AWAITED, "NUL": 0,
                 "ATT": AWAITED, "ABJ": AWAITED}
        for term in self.terms:
            _, separator, word = term.name.rpartition(" : ")
            if mark := MARK.fullmatch(word):
                points, scale = (Fraction((p or "20").replace(",", ".")) for p in mark.groups())
                expect(f"terme « {term.name} »", points * MAX_MARK / scale, term.value)
            elif separator:
                worth["ITI"] = iti[self.word("rattrapageITI", *iti)]
                expect(f"terme « {term.name} »", worth.get(word, LEFT_OUT), term.value)
        return mean(self.terms)

    def moyenne_ue(self):
        poles = [[t for t in self.terms if t.name.startswith(p)] for p in ("ressource:", "sae:")]
        if not self.terms or [term.name for term in self.terms] == [GIVEN]:
            return mean(self.terms)
        expect("termes d’un pôle connu", len(self.terms), Fraction(sum(map(len, poles))))
        if self.one("partRessources") == "rien" or not all(poles):
            return mean(self.terms)
        share = self["partRessources"] / 100
        return mean(poles[0]) * share + mean(poles[1]) * (1 - share)

    def note_session2(self):
        best = self.word("modeNoteSession2", "remplacement", "meilleure") == "meilleure"
        return max(self["session1"], self["session2"]) if best and self.has("session1") else self["session2"]

    def iti(self):
        """No proof of it is written yet: these are the terms that it would need."""
        start, declared = datetime.fromisoformat(self.word("debut")), self.word("declaree")
        if declared == UNDECLARED or self.true("alternant") and not self.true("itiAlternants"):
            return False
        moment = datetime.fromisoformat(declared)
        minutes = 60 * moment.hour + moment.minute
        late = moment.date() == start.date() and minutes >= 60 * self["heureLimiteITI"]
        return moment.date() <= start.date() and not late and self["jours"] <= self["joursITI"]

    def malus(self):
        hours = max(self["heuresABI"] - self["franchiseABI"], 0)
        if not (self.true("article3") and self.true("malusActif") and hours):
            return 0
        slices, bounds = hours / self["trancheHeures"], ("inferieureIncluse", "superieureIncluse")
        begun = floor(slices) + 1 if self.word("borneTranche", *bounds) == bounds[0] else ceil(slices)
        points = begun * self["malusParTranche"]
        return points if self.one("plafondMalus") == "rien" else min(points, self["plafondMalus"])

    def regle_30(self):
        if not self.terms:
            return NO_VOLUME
        if self.has("volume"):
            return self.word("volume", "inconnu") == ""
        blocks = self.word("regle30", "bloque", "signale", "inactive") == "bloque"
        reached = self["taux"] * 100 >= self["seuil30"]
        return self.true("article3") and blocks and reached and not self.true("avisContraire")

    def seances_sport(self):
        if not self.terms:
            return 0
        if self.has("points"):
            return min(self["points"], self["plafondSport"])
        needed = [setting.value for setting in self.settings if setting.name.startswith("seancesBUT")]
        expect("séances à suivre", self["base"], needed[0] if len(needed) == 1 else "aucune")
        share = min(self["seances"] / self["base"], 1)
        return self["plafondSport"] * (share if self.true("prorataSport") else floor(share))

    def bonus(self):
        even = self.subject.startswith(("UE2", "UE4", "UE6"))
        for what in ("Sport", "Engagement"):
            base = self.word(f"assiette{what}", "semestrePair", "annee", "rcue")
            counts = self.true("bonusActif") and (base == "annee" or base == "semestrePair" and even)
            expect(f"terme « {what.lower()}Applicable »", counts, self.true(f"{what.lower()}Applicable"))
        kinds = defaultdict(Fraction)
        for term in self.others("sport", "sportApplicable", "engagementApplicable"):
            kinds[term.name] += term.value
        engaged = sum(min(points, self["plafondParType"]) for points in kinds.values())
        points = self["sport"] * self.true("sportApplicable") + engaged * self.true("engagementApplicable")
        return min(points, self["plafondBonus"])

    def moyenne_rcue(self):
        terms = self.others("bonus")
        if self.word("ponderationRCUE", "egale", "ects", "coefficient") == "egale":
            expect("poids égaux", True, all(term.weight == 1 for term in terms))
        bonus = self["bonus"] if self.has("bonus") else 0
        return self.rounded(min(mean(terms) + bonus, MAX_MARK))

    def validation_rcue(self):
        if self.has("moyenne"):
            return self.reaches("seuilRCUE")
        return [term.value for term in self.terms] == [True, True] or UNKNOWN

    def validation_induite(self):
        both = [term.value for term in self.terms] == [True, True]
        return both and (self.true("induiteParJury") or not any(p.by_jury() for p in self.premises))

    def poursuite_impaire(self):
        marks = [term.value for term in self.terms if isinstance(term.value, Fraction)]
        texts = [term.value for term in self.terms if term.value in (VALIDATED, UNKNOWN)]
        expect("regroupements", len(self.terms), Fraction(len(marks) + len(texts)))
        reached = texts.count(VALIDATED) + sum(mark >= self["seuilRCUE"] for mark in marks)
        unknown = texts.count(UNKNOWN)
        low = any(mark < self["plancherRCUE"] for mark in marks)
        if low or 2 * (reached + unknown) <= len(self.terms):
            return False
        return UNKNOWN if unknown else True

    def poursuite_s5(self):
        before, ues = self.one("conditions"), [term.value for term in self.others("conditions")]
        if before is False or not all(value is True for value in ues):
            return False
        return before if ues else UNKNOWN

    def redoublement(self):
        extra = self.true("supplement")
        beyond = self["deja"] + self["demandes"] - floor(self["redoublementsMaximum"])
        again = int(extra and self.true("supplementCouvreMemeSemestre"))
        return beyond <= int(extra) and self["dejaRedoubles"] <= again

    def ouverture_session2(self):
        enough = self.true("semestreSuffisant")
        if self.word("critereSession2", "ue", "moyenneSemestrielle") == "ue":
            expect("terme « semestreSuffisant »", False, enough)
        return self.true("session2Active") and not (self.true("acquise") or self.true("ajourne") or enough)

    def remplacement_bts(self):
        return max(self["oral"], mean(self.others("oral")))

    def diploma(self, credits):
        ues = self.others("requis")
        expect("terme « requis »", credits, self["requis"])
        return bool(ues) and all(ue.value is True for ue in ues) and sum(ue.weight for ue in ues) >= credits
