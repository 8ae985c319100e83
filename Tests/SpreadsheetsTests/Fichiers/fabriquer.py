#!/usr/bin/env python3
"""Refait les classeurs d'essai de ce dossier. Demande openpyxl et odfpy (PyPI)."""
import datetime
import pathlib
import zipfile

from odf.number import Number, NumberStyle
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import LineBreak, P, S, Span
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

ICI = pathlib.Path(__file__).parent
JOUR = (2026, 1, 2, 3, 4, 6)


def archive(nom, parties, methode=zipfile.ZIP_DEFLATED):
    """Écrit une archive dont les dates ne changent pas."""
    with zipfile.ZipFile(ICI / nom, "w") as sortie:
        for chemin, texte in parties.items():
            entree = zipfile.ZipInfo(chemin, JOUR)
            entree.compress_type = methode
            sortie.writestr(entree, texte)


def openpyxl():
    classeur = Workbook()
    feuille = classeur.active
    feuille.title = "Liste"
    feuille.append(["Nom", "Note", "Né le", "Vu à", "Boursier", "Formule"])
    feuille.append(
        ["Éloïse", 12.3, datetime.date(2006, 2, 28), datetime.datetime(2026, 3, 2, 13, 59), True,
         "=B2*2"])
    feuille.append([" espaces ", 0.1 + 0.2, datetime.time(8, 5), None, False, "#REF!"])
    feuille["F3"].data_type = "e"
    feuille["A5"] = "fusion"
    feuille.merge_cells("A5:C5")
    feuille["B7"] = 46154
    feuille["B7"].number_format = '[$-40C]d" jours "mmm;@'
    feuille["C7"] = 12.5
    feuille["C7"].number_format = '0.00" d"'
    feuille["D7"] = CellRichText("gras ", TextBlock(InlineFont(b=True), "et"), " maigre")
    cachee = classeur.create_sheet("Cachée")
    cachee["C3"] = "secret"
    cachee.sheet_state = "hidden"
    classeur.save(ICI / "openpyxl.xlsx")


PRINCIPAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAQUET = "http://schemas.openxmlformats.org/package/2006/relationships"
ENTETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def xlsx(feuille, textes="", formats="", date1904="", avant=""):
    """Les parties d'un classeur d'une feuille, comme Excel les range."""
    return {
        "[Content_Types].xml": ENTETE + '<Types xmlns="http://schemas.openxmlformats.org/package/'
        '2006/content-types"/>',
        "_rels/.rels": ENTETE + f'<Relationships xmlns="{PAQUET}"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": ENTETE + f'<workbook xmlns="{PRINCIPAL}" xmlns:r="{RELATIONS}">'
        f'<workbookPr {date1904}/><sheets><sheet name="Notes &amp; co" sheetId="9" r:id="rId7"/>'
        '</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": ENTETE + f'<Relationships xmlns="{PAQUET}">'
        f'<Relationship Id="rId7" Type="{RELATIONS}/worksheet" Target="worksheets/autre.xml"/>'
        f'<Relationship Id="rId8" Type="{RELATIONS}/styles" Target="/xl/styles.xml"/>'
        f'<Relationship Id="rId9" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
        '</Relationships>',
        "xl/styles.xml": ENTETE + f'<styleSheet xmlns="{PRINCIPAL}">{formats}</styleSheet>',
        "xl/sharedStrings.xml": ENTETE + f'{avant}<sst xmlns="{PRINCIPAL}">{textes}</sst>',
        "xl/worksheets/autre.xml": ENTETE + f'<worksheet xmlns="{PRINCIPAL}"><sheetData>{feuille}'
        '</worksheet>',
    }


FORMATS = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/>'
    '<numFmt numFmtId="165" formatCode="[Red]0.00&quot;h&quot;"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>')
TEXTES = (
    '<si><t>Nom</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">É </t></r><r><t>B</t></r>'
    '<rPh sb="0" eb="1"><t>phon</t></rPh></si><si><t>un_x000D_\ndeux _x005F_x0041_</t></si>')
FEUILLE = (
    '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c></row>'
    '<row r="5"><c r="A5" t="s"><v>2</v></c><c r="B5"><v>12.300000000000001</v></c>'
    '<c r="C5" s="1"><v>46154</v></c><c r="D5" s="2"><v>46154.58263888889</v></c>'
    '<c r="E5" s="3"><v>1.5E-2</v></c><c r="F5" s="4"><v>0.5625</v></c>'
    '<c r="G5" t="str"><f>A1&amp;"x"</f><v>calc</v></c><c r="H5"><f>B5*2</f><v>24.6</v></c>'
    '<c r="I5" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="J5" t="b"><v>1</v></c>'
    '<c r="K5" t="inlineStr"><is><r><t>en </t></r><r><t>ligne</t></r></is></c>'
    '<c r="L5"><f>Z1</f></c><c r="M5" t="d"><v>2026-05-12T00:00:00</v></c><c r="N5" s="1"/></row>'
    '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row></sheetData>'
    '<mergeCells count="1"><mergeCell ref="A6:B6"/></mergeCells>')


def ods():
    document = OpenDocumentSpreadsheet()
    table = Table(name="Élèves")
    ligne = TableRow()
    for genre, valeur, texte in [
            ("float", "12.3", "12,3"), ("date", "2026-05-12", "12/05/26"), ("boolean", "true", "VRAI")]:
        cle = {"float": "value", "date": "datevalue", "boolean": "booleanvalue"}[genre]
        cellule = TableCell(valuetype=genre, **{cle: valeur})
        cellule.addElement(P(text=texte))
        ligne.addElement(cellule)
    texte = TableCell(valuetype="string", numbercolumnsspanned=2)
    paragraphe = P(text="deux ")
    paragraphe.addElement(S(c=2))
    paragraphe.addElement(Span(text="mots"))
    paragraphe.addElement(LineBreak())
    paragraphe.addText("fin")
    texte.addElement(paragraphe)
    texte.addElement(P(text="suite"))
    ligne.addElement(texte)
    couverte = CoveredTableCell(valuetype="string")
    couverte.addElement(P(text="cachée"))
    ligne.addElement(couverte)
    table.addElement(ligne)
    document.spreadsheet.addElement(table)
    document.save(str(ICI / "odfpy.ods"))


ESPACES = " ".join(
    f'xmlns:{nom}="urn:oasis:names:tc:opendocument:xmlns:{adresse}:1.0"'
    for nom, adresse in [("office", "office"), ("table", "table"), ("text", "text"),
                         ("style", "style"), ("draw", "drawing")])
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def contenu(tables):
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": ENTETE + f'<office:document-content {ESPACES} {CALC}>'
        '<office:automatic-styles><style:style style:name="ta1" style:family="table">'
        '<style:table-properties table:display="true"/></style:style><style:style '
        'style:name="ta2" style:family="table"><style:table-properties table:display="false"/>'
        f'</style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}'
        '</office:spreadsheet></office:body></office:document-content>',
    }


def libreoffice():
    def texte(mot, plus=""):
        return (f'<table:table-cell office:value-type="string" calcext:value-type="string" {plus}>'
                f'<text:p>{mot}</text:p></table:table-cell>')
    tables = (
        '<table:table table:name="Notes" table:style-name="ta1"><table:shapes><draw:frame><text:p>'
        'dessin</text:p></draw:frame></table:shapes><table:table-column '
        'table:number-columns-repeated="16384"/><table:table-header-rows><table:table-row>'
        + texte("Nom") + texte("DS", 'table:number-columns-repeated="2"')
        + '<table:table-cell table:number-columns-repeated="16381"/></table:table-row>'
        '</table:table-header-rows><table:table-row table:number-rows-repeated="3">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        '<table:table-row><table:table-cell/><table:table-cell office:value-type="float" '
        'office:value="12.5" calcext:value-type="float"><office:annotation><text:p>commentaire'
        '</text:p></office:annotation><text:p>12,5</text:p></table:table-cell><table:table-cell '
        'table:formula="of:=1/0" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#DIV/0 !</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2026-05-12T08:30:00"/>'
        '</table:table-row><table:table-row table:number-rows-repeated="2">' + texte("pareil")
        + '</table:table-row><table:table-row table:number-rows-repeated="1048568"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
        '<table:table table:name="Cachée" table:style-name="ta2"><table:table-row>' + texte("x")
        + '</table:table-row></table:table>')
    archive("libreoffice.ods", contenu(tables))


def refusees():
    archive("dtd.xlsx", xlsx("</sheetData>", "<si><t>&x;</t></si>", avant='<!DOCTYPE sst ['
                             '<!ENTITY x "y">]>'))
    archive("bombe-taux.xlsx", xlsx("</sheetData>", "<si/>" + " " * (12 << 20)))
    manifeste = (ENTETE + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
                 'manifest:1.0"><manifest:file-entry manifest:full-path="content.xml">'
                 '<manifest:encryption-data/></manifest:file-entry></manifest:manifest>')
    archive("protege.ods", contenu("") | {"META-INF/manifest.xml": manifeste})
    archive("vide.ods", contenu(""))
    repete = ('<table:table table:name="T"><table:table-row {}><table:table-cell {} '
              'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
              '</table:table>')
    archive("bombe-lignes.ods",
            contenu(repete.format('table:number-rows-repeated="1048576"', "")))
    archive("bombe-colonnes.ods",
            contenu(repete.format("", 'table:number-columns-repeated="16384"')))
    archive("bombe-cellules.ods",
            contenu(repete.format('table:number-rows-repeated="199999"',
                                  'table:number-columns-repeated="1024"')))
    archive("document.docx", {"[Content_Types].xml": "<Types/>", "word/document.xml": "<d/>"})
    archive("archive.zip", {"notes.csv": "a;b"})


openpyxl()
archive("excel.xlsx", xlsx(FEUILLE, TEXTES, FORMATS))
archive("excel1904.xlsx",
        xlsx('<row><c s="1"><v>44692</v></c></row></sheetData>', "", FORMATS, 'date1904="1"'))
ods()
libreoffice()
refusees()
