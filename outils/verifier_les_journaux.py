#!/usr/bin/env python3
"""Has the independent verifier re-check the journal of a base, and refuse tampered exports.

Usage: verifier_les_journaux.py PROGRAM
"""

import copy
import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CREATION = ["--nom", "IUT de Nulle-Part", "--ville", "Nulle-Part", "--administrateur", "ada",
            "--nom-administrateur", "Ada Ministre"]


def verifier():
    """Loads the verifier as a module."""
    spec = importlib.util.spec_from_file_location("verifier", ROOT / "tools/verifier_journal.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(program, *words):
    """Returns what the program writes."""
    done = subprocess.run([program, *words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(words)} : {done.stderr}")
    return done.stdout


def export(program):
    """Makes a base with two establishments; returns the export of its journals and their heads."""
    with tempfile.TemporaryDirectory() as folder:
        base = ["--base", f"{folder}/base.sqlite"]
        for code in ("iut-un", "iut-deux"):
            run(program, "base", "creer", *base, "--code", code, *CREATION)
        heads = json.loads(run(program, "journal", "tete", *base))["tetes"]
        return run(program, "journal", "exporter", *base).splitlines(), heads


def changed(value):
    """Returns another value of the same kind."""
    if value is None:
        return 1
    if isinstance(value, int):
        return value + 1
    last = value[-1]
    return value[:-1] + ("0" if last != "0" else "1")


def tamperings(lines):
    """Yields exports with one field changed, one line gone, two exchanged, or one content gone."""
    rows = [json.loads(line) for line in lines]
    entries = [rank for rank, row in enumerate(rows) if "tete" not in row]
    for rank in entries:
        for key in rows[rank]:
            copied = copy.deepcopy(rows)
            copied[rank][key] = changed(copied[rank][key])
            yield f"ligne {rank}, {key}", copied
        yield f"ligne {rank} retirée", rows[:rank] + rows[rank + 1:]
        copied = copy.deepcopy(rows)
        copied[rank]["contenu"] = copied[rank]["sel"] = None
        yield f"ligne {rank}, contenu retiré", copied
    yield "lignes échangées", [rows[1], rows[0]] + rows[2:]


def main():
    """Checks and reports; exits 1 when a good export is refused or a bad one accepted."""
    program, module = sys.argv[1], verifier()
    lines, heads = export(program)
    count, faults = module.check(lines, heads)
    wrong = len(faults)
    for fault in faults:
        print(f"refusé à tort : {fault}")
    refused = accepted = 0
    for name, rows in tamperings(lines):
        if module.check([json.dumps(row) for row in rows], heads)[1]:
            refused += 1
        else:
            accepted += 1
            print(f"export falsifié accepté : {name}")
    print(f"{count} entrées vérifiées, {wrong} fautes à tort ; "
          f"{refused} falsifications refusées, {accepted} acceptées")
    sys.exit(1 if wrong or accepted or not refused or not count else 0)


if __name__ == "__main__":
    main()
