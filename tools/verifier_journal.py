#!/usr/bin/env python3
"""Re-checks an exported journal, sharing nothing with the program that wrote it.

Usage: verifier_journal.py EXPORT.jsonl [TETE.json]

EXPORT is what « delibere journal exporter » writes: one entry a line, then the head of each chain.
TETE is what « delibere journal tete » wrote earlier, or the .tete.json of a backup. Exits 1 when an
entry was changed, moved, taken away or cut off; the format is described in docs/administration.md.
"""

import hashlib
import json
import sys

VERSION = "delibere-journal-1"
FIELDS = ["etablissement", "numero", "horodatage", "auteur", "acte", "objet", "sujet",
          "engagement", "precedente"]


def digest(fields):
    """Returns the hash of an entry: each field with the number of its bytes before it."""
    state = hashlib.sha256()
    for field in [VERSION] + ["" if field is None else str(field) for field in fields]:
        data = field.encode()
        state.update(b"%d:" % len(data) + data)
    return state.hexdigest()


def commitment(entry):
    """Returns what commits to the content of an entry: the hash of the salt and the text."""
    return hashlib.sha256(bytes.fromhex(entry["sel"]) + entry["contenu"].encode()).hexdigest()


class Chain:
    """The journal of one establishment, read entry by entry."""

    def __init__(self):
        self.number, self.last = 0, "0" * 64
        self.hashes = {}
        self.erased = []
        self.by_subject, self.by_object, self.up_to = {}, {}, []

    def faults(self, entry):
        """Adds an entry and yields what is wrong with it."""
        number = entry["numero"]
        if number != self.number + 1:
            yield f"entrée {number} : la précédente est la {self.number}"
        elif entry["precedente"] != self.last:
            yield f"entrée {number} : elle ne suit pas la précédente"
        if digest([entry[field] for field in FIELDS]) != entry["empreinte"]:
            yield f"entrée {number} : un champ a été modifié"
        if entry["contenu"] is None:
            self.erased.append((number, entry["sujet"], entry["objet"]))
        elif commitment(entry) != entry["engagement"]:
            yield f"entrée {number} : le contenu a été modifié"
        self.note_erasure(entry)
        self.number, self.last = number, entry["empreinte"]
        self.hashes[number] = entry["empreinte"]

    def note_erasure(self, entry):
        """Remembers what an entry says was erased before it."""
        if not entry["acte"].startswith("effacer-"):
            return
        if entry["sujet"] is not None:
            self.by_subject[entry["sujet"]] = entry["numero"]
        self.by_object[entry["objet"]] = entry["numero"]
        if entry["acte"] == "effacer-le-journal":
            self.up_to.append((entry["numero"], int(entry["objet"].split("/")[1])))

    def unexplained(self):
        """Yields the contents that are gone and that no later entry says were erased."""
        for number, subject, thing in self.erased:
            if self.by_subject.get(subject, 0) > number or self.by_object.get(thing, 0) > number:
                continue
            if not any(at > number and number <= last for at, last in self.up_to):
                yield f"entrée {number} : le contenu manque sans acte qui l'efface"

    def against(self, head, whole):
        """Yields how the chain differs from a head; whole when the head is its end."""
        number, found = head["numero"], self.hashes.get(head["numero"], "0" * 64)
        if number > self.number or (whole and number != self.number):
            yield f"le journal s'arrête à l'entrée {self.number}, la tête est à la {number}"
        elif found != head["empreinte"]:
            yield f"entrée {number} : son empreinte n'est pas celle de la tête"


def check(lines, heads=()):
    """Returns the number of entries and everything that is wrong in an export."""
    chains, codes, faults, count = {}, {}, [], 0
    for line in lines:
        row = json.loads(line)
        if "tete" in row:
            chain = chains.setdefault(row["chaine"], Chain())
            codes[row["tete"]["etablissement"]] = chain
            faults += chain.against(row["tete"], whole=True)
            continue
        count += 1
        faults += chains.setdefault(row["etablissement"], Chain()).faults(row)
    for chain in chains.values():
        faults += chain.unexplained()
        if chain not in codes.values():
            faults.append("un journal n'a pas de tête")
    for head in heads:
        chain = codes.get(head["etablissement"])
        if chain is None:
            faults.append(f"l'établissement « {head['etablissement']} » manque")
        else:
            faults += chain.against(head, whole=False)
    return count, faults


def main():
    """Checks the files given; exits 1 when something is wrong, 2 when nothing can be checked."""
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    heads = []
    if len(sys.argv) == 3:
        with open(sys.argv[2], encoding="utf-8") as file:
            heads = json.load(file)["tetes"]
    with open(sys.argv[1], encoding="utf-8") as file:
        count, faults = check(file, heads)
    for fault in faults:
        print(fault)
    print(f"{count} entrées, {len(faults)} fautes")
    sys.exit(1 if faults else 0 if count else 2)


if __name__ == "__main__":
    main()
