#!/usr/bin/env python3
"""Has the independent verifier re-check the proofs of every worked case, and refuse tampered ones.

Usage: verifier_les_preuves.py PROGRAM
"""

import copy
import importlib.util
import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Proofs tampered with, node by node: a whole year with malus, bonus and session 2; several years.
TAMPERED = {"W120", "W20", "W37", "W56", "W100"}


def verifier():
    """Loads the verifier as a module."""
    spec = importlib.util.spec_from_file_location("verifier", ROOT / "tools/verifier_preuve.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def proofs(program, dossier):
    """Returns the proofs of a dossier, as the program exports them."""
    done = subprocess.run(
        [program, "dossier", "--preuves", "--format", "json", "-"],
        input=json.dumps(dossier), capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{dossier['etudiant']} : {done.stderr}")
    return json.loads(done.stdout)["preuves"]


def faults(module, nodes):
    """Counts the faults that the verifier finds in a list of proofs."""
    roots = [module.Step(node, f"preuves/{rank}") for rank, node in enumerate(nodes)]
    return sum(len(list(step.faults())) for root in roots for step in root.all)


def other(value):
    """Returns another value of the same kind."""
    if isinstance(value, bool):
        return not value
    try:
        return str(Fraction(value) + 1)
    except ValueError:
        return None


def tamperings(node):
    """Yields copies of a proof with one conclusion changed, at every depth."""
    changed = other(node["conclusion"])
    if changed is not None:
        copied = copy.deepcopy(node)
        copied["conclusion"] = changed
        yield copied
    for rank, premise in enumerate(node["premisses"]):
        for tampered in tamperings(premise):
            copied = copy.deepcopy(node)
            copied["premisses"][rank] = tampered
            yield copied


def main():
    """Checks every case and reports; exits 1 when a good proof is refused or a bad one accepted."""
    program, module = sys.argv[1], verifier()
    checked = refused = accepted = wrong = 0
    for path in sorted(ROOT.glob("Tests/EchangesTests/Cas/*.json")):
        case = json.loads(path.read_text())
        for rank, variant in enumerate(case["variantes"]):
            nodes = proofs(program, variant["dossier"])
            checked += 1
            if not nodes or faults(module, nodes):
                wrong += 1
                print(f"{case['id']} ({variant['nom']}) : preuve refusée à tort")
            if case["id"] not in TAMPERED or rank > 0:
                continue
            for tampered in (copied for node in nodes for copied in tamperings(node)):
                if faults(module, [tampered]):
                    refused += 1
                else:
                    accepted += 1
                    print(f"{case['id']} : preuve falsifiée acceptée ({tampered['sujet']})")
    print(f"{checked} dossiers vérifiés, {wrong} refusés à tort ; "
          f"{refused} falsifications refusées, {accepted} acceptées")
    sys.exit(1 if wrong or accepted or not refused else 0)


if __name__ == "__main__":
    main()
