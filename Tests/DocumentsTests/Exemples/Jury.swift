import Actes
import Scolarite

extension ProcesVerbal {
  static func exemple(_ nombre: Int, estAnonyme: Bool = false) -> ProcesVerbal {
    let codes = [11, 12, 13, 14, 15, 21, 22, 23, 24, 25].map { "UE\($0)" }
    return ProcesVerbal(
      cursus: .mmi(),
      session: .exemple,
      reglement: "Règlement des études du BUT, 2025-2026",
      conseil: jour("2025-09-18"),
      cfvu: nil,
      derogation: "la CFVU ne se réunit que le 10 juillet",
      empreinte: "4f1c9a3be07752d1c8805a64e1cbb0d8f0c36b1f7a94d6c2e5ba9d3310772af6",
      ues: codes.map { exige(CodeUE($0)) },
      rcues: [
        "Comprendre", "Concevoir une réponse", "Exprimer un message", "Développer pour le web",
        "Entreprendre",
      ],
      lignes: (0..<nombre).map { ligne($0, codes, estAnonyme: estAnonyme) },
      ecarts: [
        Ecart(
          etudiant: estAnonyme ? "22000003" : "BERNARD Noé",
          objet: "Année",
          propose: "RED",
          decide: "PASD",
          motif: "Hospitalisation de six semaines au semestre 2 ; progrès nets depuis le retour.",
        )
      ],
      codes: [
        Compte(code: "ADM", sens: "année validée", nombre: 41),
        Compte(code: "PASD", sens: "passe sans avoir validé l’année", nombre: 12),
        Compte(code: "RED", sens: "redouble", nombre: 7),
      ],
    )
  }

  private static let noms = [
    "BERNARD Noé", "DA SILVA Inês", "ÖZTÜRK Elif", "LÉVÊQUE Anaïs", "NGUYỄN Minh",
    "DE LA ROCHEFOUCAULD-MONTMORENCY Marie-Antoinette", "Παπαδοπούλου Ελένη", "ليلى حداد",
  ]

  private static func ligne(_ rang: Int, _ codes: [String], estAnonyme: Bool) -> Ligne {
    let numero = "\(22_000_003 + rang)"
    func cases(_ nombre: Int, _ sel: Int) -> [Case] {
      (0..<nombre).map { indice in
        let moyenne = Releve.note(rang + sel, indice)
        return Case(moyenne: moyenne, code: moyenne < "10" || moyenne > "6" ? "ADM" : "AJ")
      }
    }
    return Ligne(
      etudiant: estAnonyme ? numero : noms[rang % noms.count],
      nip: estAnonyme ? "" : numero,
      ues: rang == 4 ? cases(9, 0) + [Case(moyenne: "", code: "")] : cases(10, 0),
      rcues: cases(5, 3),
      annee: rang % 5 == 0 ? "PASD" : "ADM",
      credits: "\(60 - 3 * (rang % 4))",
    )
  }
}

extension SessionDeJury {
  static let exemple = SessionDeJury(
    id: exige(Identifiant(1)),
    promotion: exige(Identifiant(2)),
    nature: .annee,
    date: jour("2026-07-03"),
    nomination: "arrêté 2026-12 du 3 mars 2026",
    membres: [
      Membre(nom: "Ahmed Benali", qualite: .enseignant, present: true),
      Membre(nom: "Camille Dubreuil", qualite: .president, present: true),
      Membre(nom: "Jeanne Roy", qualite: .professionnel, present: false),
      Membre(nom: "Luc Moreau", qualite: .professionnel, present: true),
    ],
    rectification: nil,
    close: true,
    version: 3,
  )
}

extension ListeDePresence {
  static func exemple(_ nombre: Int) -> ListeDePresence {
    let prenoms = ["Noé", "Inês", "Elif", "Anaïs", "Minh", "Владимир", "Ελένη", "Zoé"]
    return ListeDePresence(
      cursus: .mmi(),
      epreuve: Exemples.convocation.epreuves[0],
      lignes: (0..<nombre).map { rang in
        Ligne(
          nom: "ESSAI\(rang < 9 ? "-0" : "-")\(rang + 1) \(prenoms[rang % prenoms.count])",
          nip: "\(22_000_100 + rang)",
          place: "TD \(rang % 3 + 1)",
          amenagements: rang % 11 == 4 ? ["un tiers de temps en plus", "salle à part"] : [],
        )
      },
      surveillants: ["Ahmed Benali", "Luc Moreau"],
    )
  }
}
