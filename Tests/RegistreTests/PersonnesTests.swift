import Actes
import Files
import JSON
import SQL
import SQLite
import Scolarite
import Soutien
import Testing

@testable import Registre

@Suite("Droits des personnes")
struct PersonnesTests {
  @Test("chaque table qui parle d’un étudiant est effacée ou gardée à dessein")
  func aucuneOubliee() throws {
    let tables = Set(TablesDePersonne(try SchemaDeBase.present.get()).tables.map(\.table.nom))
    let effacees = Set(EffacementDePersonne.effacees.map(\.table))
    #expect(tables == effacees.union(EffacementDePersonne.gardees))
    #expect(effacees.isDisjoint(with: EffacementDePersonne.gardees))
  }

  /// A student with everything that one can have.
  private func preparer(_ notee: PromotionNotee) async throws -> Identifiant<Etudiant> {
    let etudiant = notee.etudiants[0]
    _ = try await notee.essai.faire(
      DesignerUnePersonneDeConfiance(
        PersonneDeConfiance(nom: "Confident", lien: "ami", telephone: "0100000000", courriel: nil),
        de: etudiant,
      )
    )
    _ = try await notee.essai.faire(
      AccorderUnAmenagement(
        .tiersTemps,
        a: etudiant,
        precision: "précision intime",
        depuis: notee.essai.horloge.moment.jour,
        jusqua: nil,
      )
    )
    _ = try await notee.essai.faire(
      CreerUnUtilisateur(
        .init(identifiant: "personne1", nom: "Personne1 Prénom1", etudiant: etudiant)
      )
    )
    return etudiant
  }

  @Test("l’export dit tout d’une personne, et rien d’une autre", arguments: SQLEngine.allCases)
  func export(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    let etudiant = try await preparer(notee)
    let texte = try await notee.essai.faire(ExporterUnePersonne(etudiant))
    let racine = try #require(try JSONNode(parsing: texte).champs)
    let tables = try #require(racine["tables"]?.champs)
    #expect(
      Set(tables.keys) == [
        "etudiant", "personne_de_confiance", "amenagement", "inscription", "statut", "membre",
        "note", "note_ancienne", "utilisateur", "journal", "journal_contenu",
      ]
    )
    for attendu in [
      "Personne1", "Confident", "précision intime", "DS 2", "MMI 1", "\"valeur\": 15",
    ] {
      #expect(texte.contains(attendu), "\(attendu)")
    }
    #expect(!texte.contains("Personne2"))
    let derniere = try await notee.essai.lire { try $0.journal(sujet: etudiant).last }
    #expect(derniere?.acte == "exporter-une-personne")
  }

  @Test("un étudiant demande son export au secrétariat : il contient des notes non publiées")
  func droit() async throws {
    let notee = try await PromotionNotee(.sqlite)
    let lui = try await notee.essai.utilisateur(.etudiant, sur: .etudiant(notee.etudiants[0]))
    await #expect(throws: Refus.interdit(.exporterUnePersonne)) {
      try await notee.essai.faire(ExporterUnePersonne(notee.etudiants[0]), par: lui)
    }
    await #expect(throws: Refus.interdit(.effacerUnePersonne)) {
      try await notee.essai.faire(EffacerUnePersonne(notee.etudiants[0], motif: "moi"), par: lui)
    }
  }

  @Test(
    "l’effacement ôte tout ce qui nomme, garde les notes, et le journal se vérifie",
    arguments: SQLEngine.allCases,
  )
  func effacer(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    let etudiant = try await preparer(notee)
    let tetes = try notee.entretien.tetes()
    let avant = try await notee.essai.lire { try $0.notes(notee.evaluations[1].id) }
    try await notee.essai.faire(EffacerUnePersonne(etudiant, motif: "à sa demande"))
    #expect(try await notee.essai.lire { try $0.notes(notee.evaluations[1].id) } == avant)
    #expect(try await notee.essai.lire { try $0.etudiant(etudiant)?.identite } == nil)
    let texte = try await notee.essai.faire(ExporterUnePersonne(etudiant))
    for parti in ["Personne1", "Prénom1", "Confident", "intime", "p1@exemple", "NIP1"] {
      #expect(!texte.contains(parti), "\(parti)")
    }
    #expect(texte.contains("à sa demande"))
    let bilan = try notee.entretien.verifier(contre: tetes)
    #expect(bilan.estIntact, "\(bilan.texte)")
    let chaine = try #require(bilan.journal.chaines.first)
    #expect(chaine.effacees > 3)
    #expect(chaine.notesSansContenu == 2)
    await #expect(throws: Refus.inconnu(.etudiant)) {
      try await notee.essai.faire(EffacerUnePersonne(etudiant, motif: "encore"))
    }
  }

  @Test("le fichier ne garde pas ce qui est effacé")
  func traces() async throws {
    let notee = try await PromotionNotee(.sqlite)
    let etudiant = try await preparer(notee)
    try await notee.essai.faire(EffacerUnePersonne(etudiant, motif: "à sa demande"))
    let chemin = "\(notee.essai.base.folder)/s.sqlite"
    _ = try notee.entretien.sauvegarder(vers: chemin, le: notee.essai.horloge.moment)
    let octets = String(
      decoding: try readFile(chemin, limit: 1 << 26),
      as: UTF8.self,
    )
    #expect(!octets.contains("Confident"))
    #expect(!octets.contains("Personne1"))
    #expect(octets.contains("Personne2"))
  }

  @Test("un inscrit n’est effacé que si on le confirme, et il faut un motif")
  func inscrit() async throws {
    let notee = try await PromotionNotee(.sqlite)
    let etudiant = notee.etudiants[0]
    await #expect(throws: Refus.etat(.motifManquant)) {
      try await notee.essai.faire(EffacerUnePersonne(etudiant, motif: ""))
    }
    try notee.essai.horloge.regler("2023-08-31")
    await #expect(throws: Refus.etat(.inscriptionEnCours)) {
      try await notee.essai.faire(EffacerUnePersonne(etudiant, motif: "demande"))
    }
    try notee.essai.horloge.regler("2023-09-01")
    try await notee.essai.faire(EffacerUnePersonne(etudiant, motif: "demande"))
    try notee.essai.horloge.regler("2023-01-10")
    try await notee.essai.faire(
      EffacerUnePersonne(notee.etudiants[1], motif: "demande", memeInscrit: true)
    )
    #expect(try notee.entretien.verifierLeJournal().estIntact)
  }

  @Test("une durée de conservation se compte au jour près", arguments: SQLEngine.allCases)
  func duree(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    let dossier = try #require(Conservation(.dossier, annees: 5))
    func partis(_ jour: String) async throws -> [Identifiant<Etudiant>] {
      let jour = try #require(Jour(jour))
      return try await notee.essai.bureau.demander(
        PersonnesAEffacer(le: jour),
        par: .console("essai"),
        dans: notee.essai.iut,
      ).map(\.etudiant)
    }
    #expect(try await partis("2099-01-01").isEmpty)
    try await notee.essai.faire(FixerUneConservation(dossier))
    #expect(try await partis("2028-08-31").isEmpty)
    #expect(try await partis("2028-09-01") == notee.etudiants)
    try notee.essai.horloge.regler("2028-09-01")
    let resultat = try await notee.essai.faire(AppliquerLaConservation())
    #expect(resultat.personnes == notee.etudiants.count)
    #expect(try await partis("2099-01-01").isEmpty)
    #expect(try notee.entretien.verifier().estIntact)
    #expect(try await notee.essai.faire(AppliquerLaConservation()).personnes == 0)
  }

  @Test("comptes fermés et contenus du journal ont leur durée", arguments: SQLEngine.allCases)
  func comptes(_ moteur: SQLEngine) async throws {
    let notee = try await PromotionNotee(moteur)
    let parti = try await notee.essai.utilisateur(.enseignant, sur: .etablissement)
    try await notee.essai.faire(ActiverUnUtilisateur(parti.id, actif: false))
    for categorie in [Conservation.Categorie.comptes, .journal] {
      let conservation = try #require(Conservation(categorie, annees: 1))
      try await notee.essai.faire(FixerUneConservation(conservation))
    }
    let rien = try await notee.essai.faire(AppliquerLaConservation())
    #expect(rien.personnes + rien.comptes + rien.contenus == 0)
    let resultat = try await vieillir(notee) {
      try await notee.essai.faire(AppliquerLaConservation())
    }
    #expect(resultat.comptes == 1)
    #expect(resultat.contenus > 10)
    let compte = try await notee.essai.lire { try $0.utilisateur(parti.id) }
    #expect(compte?.nom == "compte effacé \(parti.id)")
    let bilan = try notee.entretien.verifier()
    #expect(bilan.estIntact, "\(bilan.texte)")
  }

  /// Does something two years later.
  private func vieillir<R>(_ notee: PromotionNotee, _ corps: () async throws -> R) async throws -> R
  {
    notee.essai.horloge.avancer(secondes: 2 * 366 * 86_400)
    return try await corps()
  }
}
