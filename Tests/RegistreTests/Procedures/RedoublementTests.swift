import Actes
import SQL
import Scolarite
import Testing

@Suite("Redoublement")
struct RedoublementTests {
  private typealias Reponse = ProcedureDeRedoublement.Reponse

  private static func reponse(
    _ sens: ProcedureDeRedoublement.Sens,
    motivation: String = "des résultats trop faibles",
    conseils: String = "une licence professionnelle, ou un BTS",
  ) throws -> Reponse {
    Reponse(
      sens: sens,
      motivation: motivation,
      conseils: conseils,
      auteur: "le directeur de l’IUT",
      date: try BureauDEssai.jour("2025-09-01"),
    )
  }

  private static func demander(
    _ bureau: BureauDEssai,
    anterieurs: [Int] = [],
    audition: Bool = false,
  ) async throws -> ProcedureDeRedoublement {
    try await bureau.essai.faire(
      DemanderUnRedoublement(
        promotion: bureau.promotion.id,
        etudiant: bureau.etudiant,
        semestres: bureau.promotion.anneeBUT.semestres,
        anterieurs: anterieurs.compactMap { NumeroSemestre($0) },
        motif: "une longue maladie",
        auditionDemandee: audition,
      )
    )
  }

  @Test(
    "une demande suit ses étapes, et l’étudiant n’en voit l’issue qu’une fois notifiée",
    arguments: SQLEngine.allCases,
  )
  func etapes(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let essai = bureau.essai
    let sien = try await bureau.enPersonne(bureau.etudiant)
    let demande = try await essai.faire(
      DemanderUnRedoublement(
        promotion: bureau.promotion.id,
        etudiant: bureau.etudiant,
        semestres: bureau.promotion.anneeBUT.semestres,
        motif: "une longue maladie",
      ),
      par: sien,
    )
    #expect(demande.etat == .deposee)
    let double = try await bureau.refus { _ = try await Self.demander(bureau) }
    #expect(double == .etat(.redoublementDejaDemande))
    let chef = try await essai.utilisateur(.responsableDeDepartement, sur: .etablissement)
    let proposee = try await essai.faire(
      ProposerSurUnRedoublement(
        demande.id,
        Self.reponse(.refuser, conseils: ""),
        version: demande.version,
      ),
      par: chef,
    )
    #expect(proposee.etat == .proposee && proposee.manques == ["conseils d’orientation"])
    let perdue = try await bureau.refus {
      _ = try await essai.faire(DemanderUneAudition(demande.id, version: demande.version))
    }
    #expect(perdue?.estUnConflit == true)
    let direction = try await essai.utilisateur(.direction, sur: .etablissement)
    let decidee = try await essai.faire(
      DeciderDUnRedoublement(demande.id, Self.reponse(.autoriser), version: proposee.version),
      par: direction,
    )
    let avant = try await essai.faire(VoirSesRedoublements(bureau.etudiant), par: sien)
    let vue = try #require(avant.demandes.first?.procedure)
    #expect(vue.decision == nil && vue.proposition == nil && vue.etat == .deposee)
    let notifiee = try await essai.faire(
      NotifierUnRedoublement(
        demande.id,
        le: BureauDEssai.jour("2025-09-01"),
        version: decidee.version,
      )
    )
    #expect(notifiee.etat == .notifiee)
    let apres = try await essai.faire(VoirSesRedoublements(bureau.etudiant), par: sien)
    #expect(apres.demandes.first?.procedure.decision?.sens == .autoriser)
    #expect(apres.demandes.first?.procedure.proposition == nil && apres.ouvertes.isEmpty)
    let entrees = try await essai.lire { try $0.journal(sujet: bureau.etudiant) }
    #expect(
      entrees.map(\.acte).suffix(4) == [
        "demander-un-redoublement", "proposer-sur-un-redoublement", "decider-d-un-redoublement",
        "notifier-un-redoublement",
      ]
    )
  }

  @Test(
    "un refus irrégulier n’est pas pris sans son motif, que le journal garde",
    arguments: SQLEngine.allCases,
  )
  func irregulier(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let demande = try await Self.demander(bureau, audition: true)
    func decider(_ reponse: Reponse, _ derogation: String?, _ version: Int64) async throws
      -> ProcedureDeRedoublement
    {
      try await bureau.essai.faire(
        DeciderDUnRedoublement(demande.id, reponse, derogation: derogation, version: version)
      )
    }
    let muet = try Self.reponse(.refuser, motivation: "", conseils: "")
    let refus = try await bureau.refus { _ = try await decider(muet, nil, 1) }
    let blanc = try await bureau.refus { _ = try await decider(muet, " ", 1) }
    #expect(blanc == refus)
    let manques = ["audition demandée non tenue", "motivation", "conseils d’orientation"]
    #expect(
      refus == .regle(article: "arrêté du 27 mai 2021, point 4.5", .refusIrregulier(manques))
    )
    let outre = try await decider(muet, "délai de rentrée", 1)
    #expect(outre.manques == manques && outre.derogation == "délai de rentrée")
    let entree = try #require(try await bureau.derniereEntree(de: bureau.etudiant)?.contenu)
    #expect(entree.contains("délai de rentrée"))
    let tenue = try await bureau.refus {
      _ = try await bureau.essai.faire(
        ConsignerUneAudition(
          demande.id,
          .init(demandee: true, devant: "la direction", tenue: true),
          version: outre.version,
        )
      )
    }
    #expect(tenue == .etat(.redoublementDecide(try BureauDEssai.jour("2025-09-01"))))
    let regulier = try await bureau.refus {
      _ = try await decider(Self.reponse(.refuser), nil, outre.version)
    }
    #expect(
      regulier
        == .regle(
          article: "arrêté du 27 mai 2021, point 4.5",
          .refusIrregulier(["audition demandée non tenue"]),
        )
    )
  }

  @Test(
    "une audition tenue, un motif et des conseils font un refus régulier",
    arguments: SQLEngine.allCases,
  )
  func regulier(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let demande = try await Self.demander(bureau, audition: true)
    let sansQui = try await bureau.refus {
      _ = try await bureau.essai.faire(
        ConsignerUneAudition(
          demande.id,
          .init(demandee: true, date: BureauDEssai.jour("2025-09-01"), tenue: true),
          version: 1,
        )
      )
    }
    #expect(sansQui == .donnees([.init("devant", .absente)]))
    let entendue = try await bureau.essai.faire(
      ConsignerUneAudition(
        demande.id,
        .init(
          demandee: false,
          date: BureauDEssai.jour("2025-09-01"),
          devant: "la direction des études",
          tenue: true,
        ),
        version: 1,
      )
    )
    #expect(entendue.audition.demandee)
    let refusee = try await bureau.essai.faire(
      DeciderDUnRedoublement(demande.id, Self.reponse(.refuser), version: entendue.version)
    )
    #expect(refusee.manques.isEmpty && refusee.issue == .refusee)
    let relue = try await bureau.essai.lire { try $0.redoublement(demande.id) }
    #expect(relue?.decision == refusee.decision && relue?.audition == entendue.audition)
  }

  @Test(
    "au-delà de quatre semestres, il faut la force majeure, sa pièce et la direction",
    arguments: SQLEngine.allCases,
  )
  func supplement(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let essai = bureau.essai
    let demande = try await Self.demander(bureau, anterieurs: [3, 4, 5])
    let autoriser = DeciderDUnRedoublement(
      demande.id,
      try Self.reponse(.autoriser),
      version: demande.version,
    )
    let refus = try await bureau.refus { _ = try await essai.faire(autoriser) }
    #expect(
      refus
        == .regle(
          article: "arrêté du 27 mai 2021, point 4.5",
          .redoublementImpossible(["4 redoublements atteints"]),
        )
    )
    func accorder(_ version: Int64) -> AccorderUnSupplement {
      AccorderUnSupplement(
        demande.id,
        accorde: true,
        motif: "hospitalisation",
        auteur: "le directeur de l’IUT",
        version: version,
      )
    }
    let sansPiece = try await bureau.refus { _ = try await essai.faire(accorder(1)) }
    #expect(sansPiece == .etat(.pieceManquante))
    let fichier = try await essai.faire(
      DeposerUnFichier(etudiant: bureau.etudiant, octets: Array("%PDF-1.7 certificat".utf8))
    )
    let jointe = try await essai.faire(
      JoindreUnePieceAuRedoublement(demande.id, fichier: fichier, version: 1)
    )
    let chef = try await essai.utilisateur(.responsableDeDepartement, sur: .etablissement)
    let interdit = try await bureau.refus {
      _ = try await essai.faire(accorder(jointe.version), par: chef)
    }
    #expect(interdit == .interdit(.accorderUnSupplement))
    let accordee = try await essai.faire(accorder(jointe.version))
    #expect(accordee.supplement?.fichier == fichier)
    let fiche = try await essai.faire(VoirUnRedoublement(demande.id))
    let compteurs = try #require(fiche.compteurs)
    #expect(compteurs.possible && compteurs.compteur == 5 && compteurs.reste == 0)
    #expect(AvecPreuve.preuve(compteurs.trace).first?.regle.nom == "redoublement")
    let autorisee = try await essai.faire(
      DeciderDUnRedoublement(
        demande.id,
        Self.reponse(.autoriser),
        version: accordee.version,
      )
    )
    #expect(autorisee.issue == .autorisee(bureau.promotion.anneeBUT.semestres))
    let lu = try await essai.faire(LireUnFichier(fichier), par: chef)
    #expect(lu.octets == Array("%PDF-1.7 certificat".utf8))
  }

  @Test(
    "la demande entre dans le dossier que le jury scelle, et ne périme pas ce qu’il a décidé",
    arguments: SQLEngine.allCases,
  )
  func scelle(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let demande = try await Self.demander(bureau, anterieurs: [3])
    let jury = try await bureau.essai.faire(TerrainDEssai.jury(bureau.promotion))
    _ = try await bureau.essai.faire(AdopterLesPropositions(jury.id, bureau.etudiants))
    let scelles = try await bureau.essai.faire(CloreUnJury(jury.id, version: 1))
    let scelle = try #require(scelles.first { $0.etudiant == bureau.etudiant })
    #expect(scelle.dossier.contains("\"redoublement\""))
    #expect(scelle.proposition.contains("redoublement"))
    _ = try await bureau.essai.faire(
      RetirerUneDemandeDeRedoublement(demande.id, version: demande.version)
    )
    let perimes = try await bureau.essai.faire(ScellesPerimes(bureau.promotion.id))
    #expect(perimes.isEmpty)
    let encore = try await Self.demander(bureau)
    #expect(encore.id == demande.id && encore.anterieurs.isEmpty && encore.retiree == nil)
  }
}
