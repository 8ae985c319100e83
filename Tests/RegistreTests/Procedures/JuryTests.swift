import Actes
import Echanges
import SQL
import Scolarite
import Soutien
import Testing

struct JuryTests {
  private static let membres: [SessionDeJury.Membre] = [
    .init(nom: "Dominique Chaire", qualite: .president, present: true),
    .init(nom: "Alix Banc", qualite: .enseignant, present: false),
  ]

  private static func jury(_ bureau: BureauDEssai) async throws -> SessionDeJury {
    try await bureau.essai.faire(
      OuvrirUnJury(
        promotion: bureau.promotion.id,
        nature: .annee,
        date: BureauDEssai.jour("2026-07-03"),
        membres: membres,
      )
    )
  }

  private static let adj = DecisionPrise(sur: .annee, code: .adj, motif: "progression nette")
  private static let red = DecisionPrise(sur: .annee, code: .red, motif: "trop d’UE en attente")

  @Test(
    "un jury scelle les faits et les décisions, que rien ne change",
    arguments: SQLEngine.allCases,
  )
  func scelle(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let jury = try await Self.jury(bureau)
    let (etudiant, promotion) = (bureau.etudiant, bureau.promotion)
    let direction = try await bureau.essai.utilisateur(.direction, sur: .etablissement)
    let chef = try await bureau.essai.utilisateur(.responsableDeDepartement, sur: .etablissement)
    let decision = DeciderEnJury(jury: jury.id, etudiant: etudiant, decisions: [Self.adj])
    let interdit = try await bureau.refus {
      _ = try await bureau.essai.faire(decision, par: chef)
    }
    #expect(interdit == .interdit(.deciderEnJury))
    _ = try await bureau.essai.faire(decision, par: direction)
    let double = try await bureau.refus { _ = try await bureau.essai.faire(decision) }
    #expect(double?.estUnConflit == true)
    let avant = bureau.essai.horloge.moment.horodatage
    _ = try await bureau.essai.faire(AdopterLesPropositions(jury.id, bureau.etudiants))
    let scelles = try await bureau.essai.faire(CloreUnJury(jury.id, version: 1), par: direction)
    #expect(scelles.map(\.etudiant) == bureau.etudiants.sorted())
    let relu = try await bureau.essai.faire(LireUnScelle(jury: jury.id, etudiant: etudiant))
    #expect(relu.scelle.decisions == [Self.adj] && relu.cloture.derogation == nil)
    #expect(relu.cloture.session.membres == Self.membres)
    #expect(relu.cloture.etudiants == bureau.etudiants.sorted())
    let dossier = try DossierJSON.read(Array(relu.scelle.dossier.utf8), Bibliotheque { _ in nil })
    #expect(dossier.etudiant == etudiant.description)
    #expect(relu.scelle.proposition.contains("\"code_annee\""))

    let decisions = try await bureau.essai.lire { try $0.decisions(promotion.id) }
    let enVigueur = try #require(decisions[etudiant]?.first)
    #expect(enVigueur.code == .adj && enVigueur.acte.date == jury.date)
    #expect(enVigueur.acte.auteur == "jury présidé par Dominique Chaire")
    let alors = try await bureau.essai.lire {
      try $0.decisions(etudiant, promotion.id, a: avant)
    }
    #expect(alors.isEmpty)
    for acte in [decision.jury] {
      let clos = try await bureau.refus {
        _ = try await bureau.essai.faire(
          DeciderEnJury(jury: acte, etudiant: etudiant, decisions: [], version: 1)
        )
      }
      #expect(clos == .etat(.juryClos))
    }
    let connexion = try bureau.essai.base.connect()
    for requete: SQLText in [
      "UPDATE decision SET code = 'RED'", "DELETE FROM decision", "UPDATE scelle SET dossier = ''",
      "DELETE FROM cloture", "UPDATE jury SET clos = 0",
    ] {
      #expect(throws: SQLError.self) { try connexion.execute(requete) }
    }
  }

  @Test(
    "une date d’adoption manquante veut un motif, que le scellé montre",
    arguments: SQLEngine.allCases,
  )
  func adoption(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let annee = bureau.promotion.annee
    let profils = try await bureau.essai.lire { try $0.profils(annee) }
    let adopte = try #require(profils.first)
    _ = try await bureau.essai.faire(
      AdopterUnProfil(
        departement: adopte.departement,
        annee: adopte.annee,
        profil: adopte.nom,
        texte: adopte.texte,
        conseil: adopte.conseil,
        cfvu: nil,
        version: adopte.version,
      )
    )
    let jury = try await Self.jury(bureau)
    _ = try await bureau.essai.faire(AdopterLesPropositions(jury.id, bureau.etudiants))
    let refus = try await bureau.refus {
      _ = try await bureau.essai.faire(CloreUnJury(jury.id, version: 1))
    }
    #expect(
      refus
        == .regle(
          article: "code de l’éducation, article L. 613-1",
          .adoptionInconnue(.cfvu),
        )
    )
    let absent = Self.membres.map {
      SessionDeJury.Membre(nom: $0.nom, qualite: $0.qualite, present: false)
    }
    let modifie = try await bureau.essai.faire(
      ModifierUnJury(jury.reuni(absent, version: 1))
    )
    let sansPresident = try await bureau.refus {
      _ = try await bureau.essai.faire(CloreUnJury(jury.id, version: 2))
    }
    #expect(sansPresident == .etat(.sansPresident))
    let present = try await bureau.essai.faire(
      ModifierUnJury(jury.reuni(Self.membres, version: modifie.version))
    )
    _ = try await bureau.essai.faire(
      CloreUnJury(jury.id, version: present.version, derogation: "vote le 9 juillet")
    )
    let scelle = try await bureau.essai.faire(
      LireUnScelle(jury: jury.id, etudiant: bureau.etudiant)
    )
    #expect(scelle.cloture.derogation == "vote le 9 juillet" && scelle.cloture.cfvu == nil)
  }

  @Test(
    "une erreur matérielle prouvée rouvre, et la nouvelle délibération remplace l’ancienne",
    arguments: SQLEngine.allCases,
  )
  func rectification(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let (etudiant, promotion) = (bureau.etudiant, bureau.promotion)
    let jury = try await Self.jury(bureau)
    let contraires = try await bureau.refus {
      let passage = DecisionPrise(sur: .passage, code: .adj, motif: "?")
      _ = try await bureau.essai.faire(
        DeciderEnJury(jury: jury.id, etudiant: etudiant, decisions: [Self.red, passage])
      )
    }
    #expect(contraires == .etat(.decisionsContraires("annee", "passage")))
    _ = try await bureau.essai.faire(
      DeciderEnJury(jury: jury.id, etudiant: etudiant, decisions: [Self.red])
    )
    let ouvert = try await bureau.refus {
      _ = try await bureau.essai.faire(
        RouvrirPourErreurMaterielle(
          jury: jury.id,
          etudiants: [etudiant],
          date: jury.date,
          preuve: "copie",
        )
      )
    }
    #expect(ouvert == .etat(.juryOuvert))
    _ = try await bureau.essai.faire(AdopterLesPropositions(jury.id, bureau.etudiants))
    _ = try await bureau.essai.faire(CloreUnJury(jury.id, version: 1))
    let perimes = ScellesPerimes(promotion.id)
    #expect(try await bureau.essai.faire(perimes).isEmpty)
    _ = try await bureau.essai.faire(
      AttribuerUnBonus(
        promotion: promotion.id,
        etudiant: etudiant,
        nature: .sport(.seances(20)),
        date: jury.date,
        motif: "oubli de la liste",
      )
    )
    #expect(try await bureau.essai.faire(perimes).map(\.etudiant) == [etudiant])
    let nouveau = try await bureau.essai.faire(
      RouvrirPourErreurMaterielle(
        jury: jury.id,
        etudiants: [etudiant],
        date: jury.date,
        preuve: "liste du SUAPS du 12 juin",
      )
    )
    let ailleurs = try await bureau.refus {
      _ = try await bureau.essai.faire(
        DeciderEnJury(jury: nouveau.id, etudiant: bureau.etudiants[1], decisions: [Self.adj])
      )
    }
    #expect(ailleurs == .etat(.horsDuJury))
    let reuni = try await bureau.essai.faire(
      ModifierUnJury(nouveau.reuni(Self.membres, version: 1))
    )
    _ = try await bureau.essai.faire(AdopterLesPropositions(nouveau.id, [etudiant]))
    let scelles = try await bureau.essai.faire(CloreUnJury(nouveau.id, version: reuni.version))
    #expect(scelles.map(\.etudiant) == [etudiant])
    let decisions = try await bureau.essai.lire { try $0.decisions(etudiant, promotion.id) }
    #expect(decisions.isEmpty)
    #expect(try await bureau.essai.faire(perimes).isEmpty)
    let ancien = try await bureau.essai.faire(LireUnScelle(jury: jury.id, etudiant: etudiant))
    #expect(ancien.scelle.decisions == [Self.red])
  }
}

extension SessionDeJury {
  /// The same jury with others, as it is to be at a version.
  fileprivate func reuni(_ membres: [Membre], version: Int64) -> SessionDeJury {
    var session = self
    session.membres = membres
    session.version = version
    return session
  }
}
