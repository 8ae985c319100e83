#!/usr/bin/env python3
"""Checks that what Délibéré ships and writes follows the JSON Schemas of docs/schemas."""

import json
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted(ROOT.glob("Exemples/maquettes/*.txt"))


def run(program, *arguments, given=None):
    """Returns the JSON that a command writes."""
    done = subprocess.run(
        [program, *map(str, arguments)], input=given, capture_output=True, text=True)
    if not done.stdout:
        sys.exit(f"{arguments}: no output\n{done.stderr}")
    return json.loads(done.stdout)


def documents(program):
    """Yields (schema, name, document) for everything to check."""
    referentiel = ROOT / "Sources/Adapters/Echanges/Donnees/referentiel.json"
    yield "referentiel", referentiel.name, json.loads(referentiel.read_text())
    for path in sorted(ROOT.glob("Sources/Adapters/Echanges/Donnees/maquettes/*.json")):
        yield "maquette", path.name, json.loads(path.read_text())
    for path in sorted(ROOT.glob("Exemples/maquettes/*.json")):
        yield "maquette", path.name, json.loads(path.read_text())
    for path in EXAMPLES:
        yield "maquette", f"exporter {path.name}", run(program, "maquette", "exporter", path)
    for path in sorted(ROOT.glob("Sources/Adapters/Echanges/Donnees/profils/*.json")):
        lines = path.read_text().splitlines()
        yield "profil", path.name, json.loads("\n".join(
            line for line in lines if not line.lstrip().startswith("//")))
    for path in sorted(ROOT.glob("Tests/EchangesTests/Cas/*.json")):
        for variant in json.loads(path.read_text())["variantes"]:
            yield "dossier", f"{path.stem} {variant['nom']}", variant["dossier"]
            result = run(program, "dossier", "--preuves", "--format", "json", "-",
                         given=json.dumps(variant["dossier"]))
            yield "resultat", f"résultat de {path.stem} {variant['nom']}", result
            for proof in result["preuves"][:3]:
                yield "preuve", f"preuve de {path.stem}", proof
    for path in sorted(ROOT.glob("Exemples/cohortes/*/cohorte.json")):
        yield "cohorte", str(path.relative_to(ROOT)), json.loads(path.read_text())
        yield "deliberation", f"deliberer {path.parent.name}", run(
            program, "deliberer", "--format", "json", path.parent)
    promotion = ROOT / "Exemples/cohortes/mmi-but1"
    for asked in (["--si", "R103=5", "--si", "S1:abi=0"], ["--pour", "UE21", "--epreuves", "notes"],
                  ["--pour", "passage", "--epreuves", "notes"]):
        yield "simulation", f"simuler {' '.join(asked)}", run(
            program, "simuler", "--etudiant", "e004", *asked, "--format", "json", promotion)
    yield "resultat", "expliquer e004", run(
        program, "expliquer", "--etudiant", "e004", "--format", "json", promotion)
    report = run(program, "maquette", "verifier", "--format", "json", *EXAMPLES)
    yield "rapport-maquette", "verifier", report


def main():
    program = sys.argv[1]
    failed = 0
    checked = 0
    validators = {}
    for path in sorted(ROOT.glob("docs/schemas/*.schema.json")):
        schema = json.loads(path.read_text())
        Draft202012Validator.check_schema(schema)
        validators[path.name.removesuffix(".schema.json")] = Draft202012Validator(schema)
    for schema_name, name, document in documents(program):
        errors = list(validators[schema_name].iter_errors(document))
        for error in errors[:5]:
            place = "/".join(map(str, error.absolute_path))
            print(f"{name} : {place} : {error.message[:200]}")
        checked += 1
        failed += bool(errors)
    print(f"{checked} documents vérifiés, {failed} non conformes")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
