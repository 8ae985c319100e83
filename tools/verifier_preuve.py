#!/usr/bin/env python3
"""Re-check exported proofs, sharing no code with the engine that wrote them.

For every step: a term that cites a premise equals its conclusion; the written arithmetic, and the
rule applied again to the terms and parameters, give the very conclusion of the step.
`docs/dossiers.md` has the format. Exit: 0 no fault, 1 some faults, 2 a file that is not a proof.
"""

import ast
import json
import operator as op
import re
import sys
from collections import Counter, namedtuple
from datetime import date
from fractions import Fraction
from math import ceil, floor

MAX_MARK, DUT_CREDITS, BUT_CREDITS = 20, 120, 180
BTS_THRESHOLD, BTS_DAYS = 10, 8  # written in the décret itself: the BTS reads no parameter
LEFT_OUT, AWAITED, INCOMPLETE, NOT_TAKEN = "neutralisée", "attendue", "incomplète", "non suivie"
UNKNOWN, VALIDATED, NO_VOLUME, NOTHING = "incomplet", "validé", "volume inconnu", "rien"
GIVEN, BLOCKED = "moyenne donnée", " (bloquée)"
NUMBER = re.compile(r"-?\d{1,99}(\.\d{1,6}|/0*[1-9]\d{0,98})?", re.ASCII)
MARK = re.compile(r"(?:ABJ )?(\d{1,6}(?:\.\d{1,6})?)(?:/(\d{1,6}(?:\.\d{1,6})?))?", re.ASCII)
OPERATORS = {ast.Add: op.add, ast.Sub: op.sub, ast.Mult: op.mul, ast.Div: op.truediv,
             ast.Gt: op.gt, ast.GtE: op.ge, ast.Lt: op.lt, ast.LtE: op.le}
CALLS = {"min": min, "max": max, "floor": floor, "ceil": ceil}
# The terms and parameters that are true or false; those of any other name are not.
VERDICTS = set("""absenceInjustifiee ajourne alternant article3 auditionDemandee bloquee
    avisContraire bonusActif directe engagementApplicable entendu induiteParJury itiAlternants
    malusActif prorataSport rcue semestreSuffisant session2Active sportApplicable supplement
    supplementCouvreMemeSemestre zeroABI""".split())
Term = namedtuple("Term", "name value weight premise")


class Fault(Exception):
    """What is wrong with a step, what was expected and what was read."""

    def __init__(self, wrong, *values):
        expected, read = (f"« {v} »" if isinstance(v, str) else
                          {"True": "vrai", "False": "faux"}.get(str(v), v) for v in values)
        super().__init__(f"{wrong} : attendu {expected}, lu {read}")


def expect(wrong, expected, read):
    """Fail unless two values are equal and of one kind: true is not 1."""
    expected = Fraction(expected) if type(expected) is int else expected
    if type(expected) is not type(read) or expected != read:
        raise Fault(wrong, expected, read)


def parse(raw):
    """A number where the text is one; else the verdict, or the text itself."""
    return raw if isinstance(raw, bool) or not NUMBER.fullmatch(raw) else Fraction(raw)


def read_term(item, **words):
    """A term or a parameter, where some texts stand for something else."""
    value, weight = parse(item["valeur"]), parse(item["poids"]) if "poids" in item else None
    return Term(item["nom"], words.get(value, value), weight, item.get("premisse"))


def computed(tree):
    """What an expression is worth; anything but arithmetic and comparison is refused."""
    match tree:
        case ast.Constant(value=value) if type(value) in (int, float):
            return Fraction(str(value))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -computed(operand)
        case (ast.BinOp(left=left, op=sign, right=right)
              | ast.Compare(left=left, ops=[sign], comparators=[right])):
            return OPERATORS[type(sign)](computed(left), computed(right))
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            return Fraction(CALLS[name](*map(computed, arguments)))
    raise SyntaxError


def mean(terms):
    """The weighted mean of what counts; incomplete where a mark is awaited or nothing counts."""
    counted = [term for term in terms if term.value != LEFT_OUT]
    if not counted or any(not isinstance(term.value, Fraction) for term in counted):
        return INCOMPLETE
    return sum(term.value * term.weight for term in counted) / sum(term.weight for term in counted)


class Step:
    """A node of a proof; its terms and parameters are attributes, under their French names."""

    def __init__(self, node, place):
        try:
            self.place, self.conclusion = place, parse(node["conclusion"])
            self.rule, self.subject, *self.source = (
                node[key] for key in ("regle", "sujet", "article", "exigences", "enonce"))
            self.terms = [read_term(item) for item in node["termes"]]
            self.settings = [read_term(item, true=True, false=False) for item in node["parametres"]]
            self.formula = node["calcul"].strip() if "calcul" in node else None
            self.premises = [Step(premise, f"{place}/premisses/{rank}")
                             for rank, premise in enumerate(node["premisses"])]
        except (KeyError, TypeError, AttributeError) as wrong:
            what = f"la clé {wrong} manque" if type(wrong) is KeyError else "type inattendu"
            raise ValueError(f"{place} : {what}") from None
        self.names, self.values = ([term[field] for term in self.terms] for field in (0, 1))
        self.all = [self] + [step for premise in self.premises for step in premise.all]

    def __getattr__(self, name):
        found = [term.value for term in self.terms + self.settings if term.name == name]
        expect(f"nombre de termes ou paramètres « {name} »", 1, Fraction(len(found)))
        expect(f"« {name} » est vrai ou faux", name in VERDICTS, isinstance(found[0], bool))
        return found[0]

    def others(self, *names):
        return [term for term in self.terms if term.name not in names]

    def rounded(self, value):
        """Half up, to the decimals that the règlement compares with (A1)."""
        scale = {"aucun": 0, "2": 100, "3": 1000}[str(self.arrondiAvantComparaison)]
        return Fraction(floor(value * scale + Fraction(1, 2)), scale) if scale else value

    def signed(self):
        """Whether a decision has its author, its day and its reason."""
        day = date.fromisoformat(self.date)
        return str(day) == self.date and "" not in (self.auteur, self.motif)

    def origin(self):
        """The step that acquired a UE, in this year or an earlier one."""
        return self.premises[0].origin() if self.rule == "capitalisation" else self

    def earns(self, credits):
        """Whether every UE of the semesters of a diploma is acquired, with all its credits."""
        expect("terme « requis »", credits, self.requis)
        ues, total = self.others("requis"), sum(ue.weight for ue in self.others("requis"))
        return bool(ues) and all(ue.value is True for ue in ues) and total >= credits

    def faults(self):
        """What is wrong with this step, its premises apart."""
        given = {rank: premise.conclusion for rank, premise in enumerate(self.premises)}
        claims = [(f"terme « {t.name} » et prémisse", t.value, lambda rank=t.premise: given[rank])
                  for t in self.terms if t.premise is not None]
        if self.formula is not None:
            claims.append(("conclusion selon le calcul", self.conclusion, lambda: computed(
                ast.parse(self.formula, mode="eval").body)))
        claims.append(("conclusion selon la règle", self.conclusion, lambda: RULES.get(
            self.rule, lambda step: expect("règle", "un nom du catalogue", step.rule))(self)))
        for wrong, read, establish in claims:
            try:
                expect(wrong, establish(), read)
            except Fault as fault:
                yield fault
            except Exception:  # whatever an impossible rank, value or expression raises
                yield Fault(wrong, "une valeur établie", read)


class Rules:
    """The rules that take more than a line, from the terms and parameters to the conclusion."""

    def moyenne_module(step):
        """The name of a term ends with the entry that it is the value of."""
        for term in step.terms:
            _, labelled, entry = term.name.rpartition(" : ")
            worth = {"NUL": 0, "ATT": AWAITED, "ABJ": AWAITED}.get(entry, LEFT_OUT)
            if mark := MARK.fullmatch(entry.replace(",", ".")):
                worth = Fraction(mark[1]) * MAX_MARK / Fraction(mark[2] or MAX_MARK)
            elif entry == "ABI":
                worth = 0 if step.zeroABI else AWAITED
            elif entry == "ITI":
                worth = {"droit": AWAITED, "neutralise": LEFT_OUT, "zero": 0}[step.rattrapageITI]
            expect(f"terme « {term.name} »", worth if labelled else term.value, term.value)
        return mean(step.terms)

    def moyenne_ue(step):
        """One pool, or two poles at the shares that a parameter fixes (A3)."""
        poles = [[t for t in step.terms if t.name.startswith(p)] for p in ("ressource:", "sae:")]
        if not step.terms and step.conclusion == NOT_TAKEN:
            return NOT_TAKEN
        if step.names in ([], [GIVEN]) or step.partRessources == NOTHING or not all(poles):
            return mean(step.terms)
        expect("termes d’un pôle connu", len(step.terms), Fraction(sum(map(len, poles))))
        share = step.partRessources / 100
        return mean(poles[0]) * share + mean(poles[1]) * (1 - share)

    def malus(step):
        slices = max(step.heuresABI - step.franchiseABI, 0) / step.trancheHeures
        begun = {"inferieureIncluse": floor(slices) + 1, "superieureIncluse": ceil(slices)}
        due = all((step.article3, step.malusActif, slices))
        points = begun[step.borneTranche] * step.malusParTranche * due
        return points if step.plafondMalus == NOTHING else min(points, step.plafondMalus)

    def regle_30(step):
        if step.names in ([], ["volume"]):
            return {"inconnu": False}[step.volume] if step.terms else NO_VOLUME
        over = step.taux * 100 >= step.seuil30 and not (step.avisContraire and step.signed())
        return {"bloque": step.article3 and over, "signale": False, "inactive": False}[step.regle30]

    def seances_sport(step):
        if step.names in ([], ["points"]):
            return min(step.points, step.plafondSport) if step.terms else 0
        needed = [rule.value for rule in step.settings if rule.name.startswith("seancesBUT")]
        expect("terme « base »", *needed, step.base)
        share = min(step.seances / step.base, 1)
        return step.plafondSport * (share if step.prorataSport else floor(share))

    def bonus(step):
        """Each type of engagement is capped, then the whole; the code of a UE has its semester."""
        even = step.bonusActif and step.subject.startswith(("UE2", "UE4", "UE6"))
        bases = {"annee": step.bonusActif, "semestrePair": even, "rcue": False}
        expect("sport applicable", bases[step.assietteSport], step.sportApplicable)
        expect("engagement applicable", bases[step.assietteEngagement], step.engagementApplicable)
        types = Counter()
        for term in step.others("sport", "sportApplicable", "engagementApplicable"):
            types[term.name] += term.value
        engaged = sum(min(points, step.plafondParType) for points in types.values())
        points = step.sport * step.sportApplicable + engaged * step.engagementApplicable
        return min(points, step.plafondBonus)

    def moyenne_rcue(step):
        ues, bonus = step.others("bonus"), step.bonus if "bonus" in step.names else 0
        equal = {"egale": True, "ects": False, "coefficient": False}[step.ponderationRCUE]
        expect("poids égaux", True, not equal or all(term.weight == 1 for term in ues))
        return step.rounded(min(mean(ues) + bonus, MAX_MARK))

    def poursuite_impaire(step):
        marks = [value for value in step.values if value not in (VALIDATED, UNKNOWN)]
        unknown = step.values.count(UNKNOWN)
        reached = step.values.count(VALIDATED) + sum(mark >= step.seuilRCUE for mark in marks)
        high = all(mark >= step.plancherRCUE for mark in marks)
        possible = high and 2 * (reached + unknown) > len(step.values)
        return UNKNOWN if possible and unknown else possible


# Every rule of the catalogue: those above, and those that are an expression.
RULES = {name.replace("_", "-"): rule for name, rule in vars(Rules).items() if name[0] != "_"} | {
    "note-session2": lambda s: {"remplacement": s.session2, "meilleure": max(
        s.session2, s.session1 if "session1" in s.names else 0)}[s.modeNoteSession2],
    # The engine writes no proof of « iti » and « refus-redoublement »: these terms are proposed.
    "iti": lambda s: (s.itiAlternants or not s.alternant) and "minute" in s.names
    and s.minute < 60 * s.heureLimiteITI and s.jours <= s.joursITI,
    "refus-redoublement": lambda s: (s.entendu or not s.auditionDemandee)
    and "" not in (s.motivation, s.conseils),
    "taux-absence": lambda s: (s.heuresABI + s.heuresABJ) / s.volume,
    "moyenne-finale": lambda s: s.rounded(min(max(s.brute - s.malus + s.bonus, 0), MAX_MARK)),
    "moyenne-reprise": lambda s: {"derniere": s.values[-1], "meilleure": max(
        [t.value for t in s.terms if BLOCKED not in t.name] or s.values)}[s.moyenneRedoublant],
    "acquisition": lambda s: not s.bloquee and s.moyenne >= s.seuilUE,
    "validation-rcue": lambda s: s.moyenne >= s.seuilRCUE if "moyenne" in s.names
    else s.values == [True, True] or UNKNOWN,
    "compensation": lambda s: not s.directe and s.rcue and not s.bloquee,
    "validation-induite": lambda s: s.values == [True, True]
    and (s.induiteParJury or all(p.origin().rule != "decision-jury" for p in s.premises)),
    "capitalisation": lambda s: s.annee != "" and s.premises[0].conclusion is True,
    "equivalence": Step.signed,
    "decision-jury": lambda s: s.signed() and s.code in ("ADJ", "PAS1NCI"),
    "credits": lambda s: sum(term.value * {0: 0, 1: 1}[term.weight] for term in s.terms),
    "poursuite-paire": lambda s: True,
    "poursuite-s5": lambda s: not any(value is False for value in s.values)
    and (s.values[0] if all(value is True for value in s.values[1:]) and s.values[1:] else UNKNOWN),
    "redoublement": lambda s: s.deja + s.demandes <= floor(s.redoublementsMaximum) + s.supplement
    and s.dejaRedoubles <= min(s.supplement, s.supplementCouvreMemeSemestre),
    "ouverture-session2": lambda s: s.terms[0][:2] in (("acquise", False), ("acquise", INCOMPLETE))
    and not {"ue": False, "moyenneSemestrielle": s.semestreSuffisant}[s.critereSession2]
    and s.session2Active and not s.ajourne,
    "dut": lambda s: s.earns(DUT_CREDITS),
    "but": lambda s: s.earns(BUT_CREDITS),
    "moyenne-bts": lambda s: mean(s.terms),
    "autorisation-bts": lambda s: s.moyenne < BTS_THRESHOLD and not s.absenceInjustifiee,
    "remplacement-bts": lambda s: max(s.oral, mean(s.others("oral"))),
    "admission-bts": lambda s: s.moyenne >= BTS_THRESHOLD and not s.absenceInjustifiee,
    "delai-bts": lambda s: s.jours <= BTS_DAYS}


def load(name):
    """The steps of a file: a node, a list of nodes, or a result with its `preuves`."""
    with open(0 if name == "-" else name, encoding="utf-8") as file:
        value = json.load(file)
    nodes = value.get("preuves", [value]) if isinstance(value, dict) else value
    return [Step(node, f"preuves/{rank}") for rank, node in enumerate(nodes)]


def main(names):
    """Check files, print the faults and the count, and give the exit status."""
    steps = faults = status = 0
    for name in names or ["-"]:
        try:
            nodes = [step for root in load(name) for step in root.all]
        except (OSError, ValueError, TypeError, RecursionError) as problem:
            why = problem if type(problem) is ValueError else "absent, ou pas une preuve en JSON"
            print(f"{name} : {why}", file=sys.stderr)
            status = 2
            continue
        found = [(step, fault) for step in nodes for fault in step.faults()]
        for step, fault in found:
            print(f"{name} : {step.place} ({step.rule}, {step.subject}) : {fault}")
        steps, faults = steps + len(nodes), faults + len(found)
    print(f"{steps} étapes vérifiées, {faults} fautes")
    return status or int(faults > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
