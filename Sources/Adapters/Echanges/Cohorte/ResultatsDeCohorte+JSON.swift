public import JSON
internal import Scolarite

extension ResultatsDeCohorte {
  /// The proposals as JSON, described by `docs/schemas/deliberation.schema.json`.
  public var json: JSONNode {
    [
      "format": "delibere/deliberation/1",
      "nom": .string(lue.nom),
      "annee_universitaire": .string(lue.annee.description),
      "annee_but": .entier(lue.anneeBUT.valeur),
      "profil": .string(lue.profil),
      "date": .string(lue.date.description),
      "etudiants": .array(lignes.map(Self.json)),
      "statistiques": .object(
        statistiques.map { .init($0.ue.texte, Self.json($0.statistiques)) }
      ),
      "marge": .string(marge.litteralJSON),
      "a_voir": .array(
        aVoir.map { ligne, points in
          [
            "etudiant": .string(ligne.etudiant.identifiant),
            "points": .array(
              points.map {
                ["sorte": .string($0.sorte), "phrase": .string($0.phrase)]
              }
            ),
          ]
        }
      ),
    ]
  }

  private static func json(_ ligne: Ligne) -> JSONNode {
    let proposition = ligne.proposition
    return [
      "etudiant": .string(ligne.etudiant.identifiant),
      "nom": .string(ligne.etudiant.nom),
      "prenom": .string(ligne.etudiant.prenom),
      "ues": .object(proposition.ues.map { .init($0.code.texte, json($0)) }),
      "rcues": .object(
        proposition.rcues.map { .init("\($0.cle.nom)", json($0)) }
      ),
      "semestres": .object(
        proposition.semestres.map { .init("S\($0.numero.valeur)", json($0)) }
      ),
      "ects": .fraction(proposition.ects),
      "ects_cumules": .fraction(proposition.ectsCumules),
      "poursuite": proposition.vers.map {
        [
          "vers": .string("S\($0.valeur)"),
          "autorisee": proposition.autorisee.map { .bool($0) } ?? nil,
        ]
      } ?? nil,
      "code_annee": proposition.codeAnnee.map { .string($0) } ?? nil,
      "session2": ["ouvertes": .array(proposition.ouvertes.map { .string($0.texte) })],
    ]
  }

  private static func json(_ ue: Proposition.UEProposee) -> JSONNode {
    [
      "moyenne": .fraction(ue.moyenne),
      "acquise": .bool(ue.acquise),
      "mode": ue.mode.map { .string(ue.capitalisee ? "capitalisée" : $0.rawValue) } ?? nil,
      "code": .string(ue.mention),
      "bloquee": .bool(ue.bloquee),
      "incomplete": .bool(ue.incomplete),
    ]
  }

  private static func json(_ rcue: Proposition.RCUEProposee) -> JSONNode {
    [
      "niveau": .entier(rcue.cle.niveau.valeur),
      "moyenne": .fraction(rcue.moyenne),
      "valide": .bool(rcue.valide),
      "code": .string(rcue.mention),
    ]
  }

  private static func json(_ semestre: Proposition.SemestrePropose) -> JSONNode {
    [
      "abi_heures": .fraction(Fraction(semestre.heuresABI)),
      "abj_heures": .fraction(Fraction(semestre.heuresABJ)),
      "malus": .fraction(semestre.malus),
      "seuil_atteint": .bool(semestre.seuilAtteint),
    ]
  }

  private static func json(_ statistiques: Statistiques) -> JSONNode {
    [
      "effectif": .entier(statistiques.effectif),
      "moyenne": .fraction(statistiques.moyenne),
      "minimum": .fraction(statistiques.minimum),
      "premier_quartile": .fraction(statistiques.premierQuartile),
      "mediane": .fraction(statistiques.mediane),
      "troisieme_quartile": .fraction(statistiques.troisiemeQuartile),
      "maximum": .fraction(statistiques.maximum),
      "histogramme": .array(statistiques.histogramme.map { .entier($0) }),
      "codes": .object(statistiques.mentions.map { .init($0.mention, .entier($0.nombre)) }),
      "acquises": .entier(statistiques.acquises),
      "incompletes": .entier(statistiques.incompletes),
      "capitalisees": .entier(statistiques.capitalisees),
    ]
  }
}
