#!/usr/bin/env python3
"""Refait « liste.ods » et « notes.xlsx ». Demande odfpy et openpyxl (PyPI)."""
import datetime
import pathlib

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

ICI = pathlib.Path(__file__).parent

document = OpenDocumentSpreadsheet()
table = Table(name="BUT1")
for ligne in [["Promotion 2025"], [], ["Prénom(s)", "NOM", "Né(e) le", "N° étudiant", "Régime"],
              ["Zoé", "LÉVÊQUE", datetime.date(2006, 2, 28), 22300123, "FA"],
              ["Noé", "ABADIE", "03/11/2005", "22300124", "FI"]]:
    rangee = TableRow()
    for valeur in ligne:
        if isinstance(valeur, datetime.date):
            cellule = TableCell(valuetype="date", datevalue=valeur.isoformat())
        elif isinstance(valeur, int):
            cellule = TableCell(valuetype="float", value=str(valeur))
        else:
            cellule = TableCell(valuetype="string")
        cellule.addElement(P(text=str(valeur)))
        rangee.addElement(cellule)
    table.addElement(rangee)
document.spreadsheet.addElement(table)
document.save(str(ICI / "liste.ods"))

classeur = Workbook()
feuille = classeur.active
feuille.title = "DS1"
for ligne in [["N° étudiant", "R101 — DS1"], [22300123, 12.3], [22300124, "13/15"],
              [22300125, datetime.date(2026, 5, 12)]]:
    feuille.append(ligne)
classeur.save(ICI / "notes.xlsx")
