public import JSON
public import Scolarite

/// The results of a dossier as JSON, described by `docs/schemas/resultat.schema.json`.
public enum ResultatsJSON {
  /// The results of a student, with the grounds when they were kept.
  public static func encode<M: Motivation>(_ resultats: Resultats<M>, de lu: DossierLu) -> JSONNode
  {
    var membres = entete(lu)
    membres.append(.init("annees", .array(resultats.annees.map(annee))))
    membres.append(
      .init(
        "diplomes",
        [
          "dut": .bool(resultats.dut.valeur), "but": .bool(resultats.but.valeur),
          "ects_s1_s4": .fraction(resultats.ectsS1S4), "ects": .fraction(resultats.ects),
        ],
      )
    )
    if let redoublement = resultats.redoublement {
      membres.append(.init("redoublement", json(redoublement)))
    }
    let preuves = resultats.preuves
    if !preuves.isEmpty { membres.append(.init("preuves", .array(preuves.map(\.json)))) }
    return .object(membres)
  }

  /// The results of a candidate of the BTS, with the grounds when they were kept.
  public static func encode<M: Motivation>(_ resultat: ResultatBTS<M>, de lu: DossierLu) -> JSONNode
  {
    var membres = entete(lu)
    membres.append(
      .init(
        "bts",
        [
          "concerne": .bool(resultat.concerne),
          "autorise": .bool(resultat.autorise.valeur),
          "avant": .fraction(resultat.avant.valeur),
          "apres": .fraction(resultat.apres.valeur),
          "remplace": .object(
            CandidatBTS.Domaine.allCases.map {
              .init($0.rawValue, .bool(resultat.remplace[$0] ?? false))
            }
          ),
          "decision": .string(resultat.admis.valeur ? "admis" : "ajourné"),
          "convocation_dans_le_delai": resultat.convocationDansLeDelai.map { .bool($0.valeur) }
            ?? nil,
        ],
      )
    )
    let preuves = resultat.preuves
    if !preuves.isEmpty { membres.append(.init("preuves", .array(preuves.map(\.json)))) }
    return .object(membres)
  }

  private static func entete(_ lu: DossierLu) -> [JSONNode.Member] {
    [
      .init("etudiant", .string(lu.etudiant)), .init("profil", .string(lu.profil)),
      .init("date", .string(lu.date.description)),
    ]
  }

  private static func annee<M: Motivation>(_ resultat: ResultatDAnnee<M>) -> JSONNode {
    var membres: [JSONNode.Member] = [
      .init("annee_universitaire", .string(resultat.annee.description)),
      .init("annee_but", .entier(resultat.anneeBUT.valeur)),
    ]
    if let session1 = resultat.session1 { membres.append(.init("session1", etat(session1))) }
    membres.append(.init("finale", etat(resultat.finale)))
    if !resultat.ensuite.rcues.isEmpty {
      membres.append(
        .init(
          "ensuite",
          [
            "rcues": .object(resultat.ensuite.rcues.map { .init($0.nom, "ADSUP") }),
            "annee": resultat.ensuite.annee ? "ADSUP" : nil,
          ],
        )
      )
    }
    return .object(membres)
  }

  private static func etat<M: Motivation>(_ etat: EtatDAnnee<M>) -> JSONNode {
    let ues = etat.ues.values.sorted { $0.ue.code.texte < $1.ue.code.texte }
    let rcues = etat.rcues.values.sorted { $0.cle < $1.cle }
    return [
      "ues": .object(ues.map { .init($0.ue.code.texte, json($0)) }),
      "rcues": .object(rcues.map { .init($0.cle.nom, json($0)) }),
      "semestres": .object(etat.semestres.map { .init("S\($0.numero.valeur)", json($0)) }),
      "ects": .fraction(etat.ects.valeur),
      "ects_cumules": .fraction(etat.ectsCumules),
      "poursuite": etat.poursuite.map { json($0) } ?? nil,
      "code_annee": etat.codeAnnee.map {
        ["code": .string($0), "etat": .string(etat.codeDecide ? "decide" : "propose")]
      } ?? nil,
      "session2": ["ouvertes": .array(etat.ouvertes.map { .string($0.texte) })],
      "signalements": .array(etat.signalements.map { .string($0) }),
    ]
  }

  private static func json<M: Motivation>(_ ue: ResultatUE<M>) -> JSONNode {
    [
      "moyenne_brute": .fraction(ue.brute),
      "malus": .fraction(ue.malus),
      "bonus": .fraction(ue.bonus),
      "moyenne": .fraction(ue.moyenne?.valeur),
      "acquise": .bool(ue.acquise),
      "mode": ue.mode.map { .string(ue.capitalisee ? "capitalisée" : $0.rawValue) } ?? nil,
      "code": .string(ue.code),
      "ects": .fraction(ue.acquise ? Fraction(ue.ue.ects) : 0),
      "manque": .array(ue.manque.map { .string($0) }),
      "bloquee": .bool(ue.bloque),
    ]
  }

  private static func json<M: Motivation>(_ rcue: ResultatRCUE<M>) -> JSONNode {
    [
      "niveau": .entier(rcue.cle.niveau.valeur),
      "moyenne": .fraction(rcue.moyenne?.valeur),
      "valide": .bool(rcue.valide),
      "code": .string(rcue.code),
      "ues": .array(rcue.ues.map { .string($0.texte) }),
      "annees": .array(rcue.annees.map { .string($0.description) }),
    ]
  }

  private static func json(_ semestre: ResultatSemestre) -> JSONNode {
    [
      "abi_heures": .fraction(Fraction(semestre.heuresABI)),
      "abj_heures": .fraction(Fraction(semestre.heuresABJ)),
      "malus": .fraction(semestre.malus),
      "taux": .fraction(semestre.taux),
      "bloque": .bool(semestre.bloque),
      "iti_restantes": .entier(semestre.itiRestantes),
    ]
  }

  private static func json<M: Motivation>(_ poursuite: Poursuite<M>) -> JSONNode {
    [
      "vers": .string("S\(poursuite.vers.valeur)"),
      "autorisee": poursuite.autorisee.map { .bool($0) } ?? nil,
      "regle": .string(poursuite.regle.nom),
      "motifs": .array(poursuite.motifs.map { .string($0) }),
      "rcue_valides": .entier(poursuite.rcueValides),
      "hors_4_5": .bool(poursuite.hors45),
    ]
  }

  private static func json<M: Motivation>(_ redoublement: Redoublement<M>) -> JSONNode {
    var membres: [JSONNode.Member] = [
      .init("possible", .bool(redoublement.possible)),
      .init("compteur", .entier(redoublement.compteur)),
      .init("reste", .entier(redoublement.reste)),
      .init("motifs", .array(redoublement.motifs.map { .string($0) })),
    ]
    if let refus = redoublement.refus {
      membres.append(.init("refus_regulier", .bool(refus.manques.isEmpty)))
      membres.append(.init("manques", .array(refus.manques.map { .string($0) })))
    }
    return .object(membres)
  }
}

extension JSONNode {
  static func bool(_ valeur: Bool) -> JSONNode { JSONNode(.bool(valeur)) }

  static func entier(_ valeur: Int) -> JSONNode { .number(String(valeur)) }

  /// The exact value and a decimal that never crosses 8 or 10 by rounding.
  static func fraction(_ valeur: Fraction?) -> JSONNode {
    guard let valeur else { return nil }
    return ["exact": .string(valeur.exacte), "decimal": .string(valeur.moyenneAffichee)]
  }
}
