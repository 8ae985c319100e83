import Actes
import SQL
import Scolarite
import Testing

/// Documents of what a closed jury sealed.
@Suite("Documents de fin d’année")
struct DocumentsScellesTests {
  private let fin: AnneeFinie
  private let edition: EditionDEssai
  private let jury: SessionDeJury

  init() async throws {
    fin = try await AnneeFinie(.sqlite)
    edition = EditionDEssai(fin.essai)
    let promotion = fin.promotion.id
    jury = try #require(try await fin.essai.lire { try $0.jurys(promotion) }.first)
  }

  private var cible: DemandeDeDocuments.Cible { .promotion(fin.promotion.id) }

  private func synthese() async throws -> SyntheseDeJury {
    try await fin.essai.faire(SynthetiserUnJury(jury.id))
  }

  @Test("chaque relevé définitif dit ce que le jury a scellé", arguments: SQLEngine.allCases)
  func releves(_ moteur: SQLEngine) async throws {
    let fin = moteur == .sqlite ? fin : try await AnneeFinie(moteur)
    let edition = EditionDEssai(fin.essai)
    let promotion = fin.promotion.id
    let edite = try await edition.editer(.releveDefinitif, sur: .promotion(promotion))
    #expect(edite.documents.count == fin.etudiants.count && edite.ecartes.isEmpty)
    let jury = try #require(try await fin.essai.lire { try $0.jurys(promotion) }.first)
    for ligne in try await fin.essai.faire(SynthetiserUnJury(jury.id)).lignes {
      let document = try #require(edite.document(ligne.etudiant.id))
      guard case .releve(let releve) = document.contenu, let bilan = releve.bilan else {
        Issue.record("un relevé définitif")
        continue
      }
      #expect(bilan.annee?.code == ligne.decidee.codeAnnee && bilan.jury == jury.date)
      let ues = releve.semestres.flatMap(\.ues)
      #expect(ues.map(\.code.texte).sorted() == ligne.decidee.ues.map(\.code.texte).sorted())
      for ue in ues {
        let decidee = try #require(ligne.decidee.ues.first { $0.code == ue.code })
        #expect(ue.decision == decidee.mention)
        #expect(ue.moyenne == decidee.moyenne?.moyenneAffichee)
        #expect((ue.credits != "0") == decidee.acquise)
      }
      let heures = ligne.decidee.semestres.map { "\($0.heuresABI) h" }
      #expect(bilan.absences.map(\.heures) == heures)
    }
    let codes = Set(edite.documents.map(\.verification.code))
    #expect(codes.count == fin.etudiants.count)
    let encore = try await edition.editer(.releveDefinitif, sur: .promotion(promotion))
    #expect(encore.documents == edite.documents)
  }

  @Test("l’attestation est pour qui a validé son année, les autres ont une raison")
  func attestations() async throws {
    let edite = try await edition.editer(.attestationDeReussite, sur: cible)
    let lignes = try await synthese().lignes
    let valides = lignes.filter { ["ADM", "ADJ"].contains($0.decidee.codeAnnee) }
    #expect(Set(edite.etudiants.compactMap { $0?.id }) == Set(valides.map(\.etudiant.id)))
    #expect(edite.document(fin.admis) != nil)
    #expect(edite.raison(fin.redoublant) == .anneeNonValidee("RED"))
    let refus = await #expect(throws: Refus.self) {
      _ = try await edition.editer(.attestationDeReussite, sur: cible, [fin.refuse])
    }
    #expect(refus == .etat(.documentSansObjet(.anneeNonValidee("NAR"))))
    let certificat = await #expect(throws: Refus.self) {
      _ = try await edition.editer(.certificatDeBUT, sur: cible)
    }
    #expect(certificat == .etat(.aucunDocument))
  }

  @Test("avant tout jury, ni relevé définitif, ni attestation, ni procès-verbal")
  func sansJury() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let edition = EditionDEssai(bureau.essai)
    for nature in [NatureDeDocument.releveDefinitif, .attestationDeReussite] {
      let refus = await #expect(throws: Refus.self) {
        _ = try await edition.editer(
          nature,
          sur: .promotion(bureau.promotion.id),
          [bureau.etudiant],
        )
      }
      #expect(refus == .etat(.documentSansObjet(.sansJury)))
    }
    let jury = try await bureau.essai.faire(TerrainDEssai.jury(bureau.promotion))
    let refus = await #expect(throws: Refus.self) {
      _ = try await edition.editer(.procesVerbal, sur: .jury(jury.id))
    }
    #expect(refus == .etat(.juryOuvert))
  }

  @Test(
    "le procès-verbal a chaque étudiant, chaque écart et son motif ; l’anonyme ne nomme personne"
  )
  func procesVerbal() async throws {
    let synthese = try await synthese()
    let complet = try await edition.editer(.procesVerbal, sur: .jury(jury.id))
    guard case .procesVerbal(let texte)? = complet.documents.first?.contenu else {
      Issue.record("un procès-verbal")
      return
    }
    #expect(texte.lignes.count == fin.etudiants.count && texte.empreinte == synthese.empreinte)
    #expect(texte.lignes.map(\.annee) == synthese.lignes.map { $0.decidee.codeAnnee ?? "–" })
    #expect(texte.ecarts.map(\.decide) == synthese.ecarts.map(\.decision.code.rawValue))
    #expect(texte.ecarts.allSatisfy { $0.motif == "après délibération" })
    #expect(texte.codes.reduce(0) { $0 + $1.nombre } == fin.etudiants.count)

    let anonyme = try await edition.editer(.procesVerbalAnonyme, sur: .jury(jury.id))
    guard case .procesVerbal(let cache)? = anonyme.documents.first?.contenu else {
      Issue.record("un procès-verbal")
      return
    }
    let noms = synthese.lignes.compactMap(\.etudiant.identite).map { $0.nomCivil.lowercased() }
    for ligne in cache.lignes {
      #expect(!noms.contains { ligne.etudiant.lowercased().contains($0) } && ligne.nip.isEmpty)
    }
    #expect(cache.lignes.map(\.etudiant) == cache.lignes.map(\.etudiant).sorted())
    #expect(cache.ecarts.count == texte.ecarts.count)
    #expect(cache.ecarts.allSatisfy { !$0.motif.contains("délibération") })
  }

  @Test("la lettre dit les décisions et les motifs ; une nouvelle délibération la remplace")
  func lettres() async throws {
    let edite = try await edition.editer(.lettreDeDecision, sur: .jury(jury.id))
    #expect(edite.documents.count == fin.etudiants.count)
    guard case .lettre(let lettre)? = edite.document(fin.redoublant)?.contenu else {
      Issue.record("une lettre")
      return
    }
    #expect(
      lettre.decisions.contains("Votre année n’est pas validée ; vous pouvez redoubler. (RED)")
    )
    #expect(lettre.motifs == ["après délibération"])

    var nouvelle = try await fin.essai.faire(
      RouvrirPourErreurMaterielle(
        jury: jury.id,
        etudiants: [fin.redoublant],
        date: jury.date,
        preuve: "copie mal recopiée",
      )
    )
    nouvelle.membres = jury.membres
    nouvelle = try await fin.essai.faire(ModifierUnJury(nouvelle))
    try await fin.essai.adopter([fin.redoublant], en: nouvelle)
    _ = try await fin.essai.faire(CloreUnJury(nouvelle.id, version: nouvelle.version))
    let encore = try await edition.editer(.lettreDeDecision, sur: .jury(jury.id))
    #expect(encore.raison(fin.redoublant) == .rectifie(le: jury.date))
    let sienne = try await edition.editer(.lettreDeDecision, sur: .jury(nouvelle.id))
    #expect(sienne.etudiants.map { $0?.id } == [fin.redoublant])
    let releve = try await edition.editer(.releveDefinitif, sur: cible, [fin.redoublant])
    guard case .releve(let dernier)? = releve.documents.first?.contenu else { return }
    #expect(dernier.bilan?.annee?.code != "RED")
  }

  @Test("le refus de redoublement se tait à l’étudiant tant qu’il n’est pas notifié")
  func refus() async throws {
    let essai = fin.essai
    let lui = try await essai.utilisateur(.etudiant, sur: .etudiant(fin.redoublant))
    let refus = await #expect(throws: Refus.self) {
      _ = try await edition.editer(.refusDeRedoublement, sur: cible, [fin.redoublant], par: lui)
    }
    #expect(refus == .etat(.documentSansObjet(.sansRefus)))
  }

  @Test("qui est effacé n’a plus de document ; ceux qu’il a reçus se confirment encore")
  func efface() async throws {
    let edite = try await edition.editer(.releveDefinitif, sur: cible, [fin.admis])
    let code = try #require(edite.documents.first).verification.code
    _ = try await fin.essai.faire(
      EffacerUnePersonne(fin.admis, motif: "demande de la personne", memeInscrit: true)
    )
    let tous = try await edition.editer(.releveDefinitif, sur: cible)
    #expect(tous.raison(fin.admis) == .efface)
    #expect(try await edition.confirmer(code)?.nature == .releveDefinitif)
  }
}
