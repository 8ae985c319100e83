#!/usr/bin/env python3
"""Refait les empreintes de ce qu’un jury a scellé, sans rien partager avec le programme.

    verifier_jury.py FICHIER

FICHIER est ce que donne « Télécharger » sur la page des scellés d’un jury.
"""

import hashlib
import json
import sys


def digest(text, value):
    """SHA-256 of a value as it stands in the text: its members in the order in which they came."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if written not in text:
        raise ValueError("ce qui est scellé n’est pas écrit comme le programme l’écrit")
    return hashlib.sha256(written.encode()).hexdigest()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    text = open(sys.argv[1], encoding="utf-8").read()
    jury = json.loads(text)
    if jury.get("format") != "delibere/jury/1":
        sys.exit("ce fichier n’est pas celui d’un jury")
    faults = []
    if digest(text, jury["cloture"]) != jury["empreinte"]:
        faults.append("la clôture a été modifiée")
    sealed = [seal["scelle"]["etudiant"] for seal in jury["scelles"]]
    if sorted(sealed) != sorted(jury["cloture"].get("etudiants", sealed)):
        faults.append("les scellés ne sont pas ceux des étudiants que la clôture nomme")
    for seal in jury["scelles"]:
        who = seal["scelle"]["etudiant"]
        if digest(text, seal["scelle"]) != seal["empreinte"]:
            faults.append(f"le scellé de l’étudiant {who} a été modifié")
        if seal["scelle"]["cloture"] != jury["empreinte"]:
            faults.append(f"le scellé de l’étudiant {who} est d’une autre clôture")
    for fault in faults:
        print(fault)
    print(f"{len(jury['scelles'])} scellés, {len(faults)} faute(s)")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
