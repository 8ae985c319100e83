import Actes
import Scolarite
import Testing

/// A student who left the first department for the second, with something in each.
private struct Transfert {
  let terrains: DeuxDepartements
  /// Given in the second department.
  let second: Justificatif
  let fichier: String
  /// Over days of both.
  let commun: Justificatif
  let seance: Seance

  var essai: RegistreDEssai { terrains.essai }
  var ici: TerrainDEssai { terrains.ici }
  var ailleurs: TerrainDEssai { terrains.ailleurs }

  init() async throws {
    terrains = try await DeuxDepartements()
    let (essai, ici, ailleurs) = (terrains.essai, terrains.ici, terrains.ailleurs)
    let etudiant = ici.etudiant
    try await essai.faire(
      TerminerUneInscription(
        ici.inscription.id,
        fin: .init(
          jour: BureauDEssai.jour("2025-10-10"),
          cause: .transfert,
          motif: "réorientation",
        ),
        version: ici.inscription.version,
      )
    )
    _ = try await essai.faire(
      InscrireUnEtudiant(
        etudiant,
        promotion: ailleurs.promotion.id,
        semestres: ici.inscription.semestres,
        statut: .initial,
        debut: BureauDEssai.jour("2025-10-11"),
      )
    )
    let seances = try await essai.faire(
      CreerDesSeances(
        promotion: ailleurs.promotion.id,
        seances: [
          .init(
            module: ailleurs.module,
            debut: BureauDEssai.instant("2025-10-14T08:00"),
            minutes: 90,
            nature: .td,
          )
        ],
      )
    )
    seance = try #require(seances.first)
    _ = try await essai.faire(FaireLAppel(seance: seance.id, [.init(etudiant, .absent)]))
    fichier = try await essai.faire(
      DeposerUnFichier(etudiant: etudiant, octets: Array("%PDF-1.7 second".utf8))
    )
    second = try await essai.faire(
      DeposerUnJustificatif(
        etudiant: etudiant,
        du: BureauDEssai.instant("2025-10-14T00:00"),
        au: BureauDEssai.instant("2025-10-14T23:59"),
        nature: .deces,
        fichier: fichier,
      )
    )
    commun = try await essai.faire(
      DeposerUnJustificatif(
        etudiant: etudiant,
        du: BureauDEssai.instant("2025-10-01T00:00"),
        au: BureauDEssai.instant("2025-10-31T23:59"),
        nature: .medical,
      )
    )
    try await essai.faire(
      DesignerUnePersonneDeConfiance(
        .init(nom: "Dominique Proche", lien: "parent", telephone: "0100000000", courriel: nil),
        de: etudiant,
      )
    )
    try essai.horloge.regler("2025-10-20")
  }

  func utilisateur(_ role: Role, de terrain: TerrainDEssai) async throws -> Utilisateur {
    try await essai.utilisateur(role, sur: .departement(terrain.promotion.departement))
  }
}

extension DroitsTests {
  @Test("l’identité et l’export sont du département où l’étudiant est, ou fut en dernier")
  func identite() async throws {
    let transfert = try await Transfert()
    let essai = transfert.essai
    let ancien = try await transfert.utilisateur(.secretariat, de: transfert.ici)
    let nouveau = try await transfert.utilisateur(.secretariat, de: transfert.ailleurs)
    let id = transfert.ici.etudiant
    func modifier(_ compte: Utilisateur) async throws {
      let etudiant = try #require(try await essai.lire { try $0.etudiant(id) })
      var identite = try #require(etudiant.identite)
      identite.telephone = "0200000000"
      try await essai.faire(
        ModifierUnEtudiant(id, identite: identite, version: etudiant.version),
        par: compte,
      )
    }
    await #expect(throws: Refus.interdit(.gererLesEtudiants)) { try await modifier(ancien) }
    await #expect(throws: Refus.interdit(.exporterUnePersonne)) {
      _ = try await essai.faire(ExporterUnePersonne(id), par: ancien)
    }
    try await modifier(nouveau)
    // The year over, the last department still answers for the student.
    try essai.horloge.regler("2027-01-15")
    try await modifier(nouveau)
    #expect(try await !essai.faire(ExporterUnePersonne(id), par: nouveau).isEmpty)
    await #expect(throws: Refus.interdit(.gererLesEtudiants)) { try await modifier(ancien) }
  }

  @Test("un justificatif n’est lu et traité que par le département où l’étudiant était alors")
  func justificatifs() async throws {
    let transfert = try await Transfert()
    let (essai, ici) = (transfert.essai, transfert.ici)
    let ancien = try await transfert.utilisateur(.secretariat, de: ici)
    let nouveau = try await transfert.utilisateur(.secretariat, de: transfert.ailleurs)
    let cas = [
      (ancien, transfert.second, transfert.fichier, ici.fichier),
      (nouveau, ici.justificatif, ici.fichier, transfert.fichier),
    ]
    for (compte, etranger, fichier, sien) in cas {
      await #expect(throws: Refus.inconnu(.justificatif)) {
        try await essai.faire(VoirUnJustificatif(etranger.id), par: compte)
      }
      await #expect(throws: Refus.interdit(.traiterLesJustificatifs)) {
        try await essai.faire(
          TraiterUnJustificatif(etranger.id, .accepte, version: 1),
          par: compte,
        )
      }
      await #expect(throws: Refus.inconnu(.fichier)) {
        try await essai.faire(LireUnFichier(fichier), par: compte)
      }
      _ = try await essai.faire(LireUnFichier(sien), par: compte)
      let documents = try await essai.faire(
        VoirLesDocumentsDUnEtudiant(ici.etudiant),
        par: compte,
      )
      let siens = documents.map(\.fichier)
      #expect(siens.contains(sien) && !siens.contains(fichier))
      let afaire = try await essai.faire(AFaire(), par: compte).justificatifs.map(\.chose.id)
      #expect(!afaire.contains(etranger.id) && afaire.contains(transfert.commun.id))
    }
  }

  @Test("accepter un justificatif ne justifie que les absences du département qui l’accepte")
  func acceptation() async throws {
    let transfert = try await Transfert()
    let (essai, ici) = (transfert.essai, transfert.ici)
    let ancien = try await transfert.utilisateur(.secretariat, de: ici)
    let vu = try await essai.faire(VoirUnJustificatif(transfert.commun.id), par: ancien)
    #expect(vu.absences.map(\.presence.seance) == [ici.seance.id])
    _ = try await essai.faire(
      TraiterUnJustificatif(transfert.commun.id, .accepte, version: 1),
      par: ancien,
    )
    let presences = try await essai.lire { try $0.presences(etudiant: ici.etudiant) }
    let justifiees = presences.filter { $0.presence.justification == .abj }
    #expect(presences.count == 2 && justifiees.map(\.presence.seance) == [ici.seance.id])
  }

  @Test("personne de confiance et aménagements restent au département où l’étudiant est à présent")
  func confiance() async throws {
    let transfert = try await Transfert()
    let (essai, etudiant) = (transfert.essai, transfert.ici.etudiant)
    let ancien = try await transfert.utilisateur(.secretariat, de: transfert.ici)
    let avant = try await essai.faire(VoirUnEtudiant(etudiant), par: ancien)
    #expect(avant.confiance == nil && avant.amenagements.isEmpty && !avant.suivie)
    await #expect(throws: Refus.interdit(.gererLesEtudiants)) {
      try await essai.faire(DesignerUnePersonneDeConfiance(nil, de: etudiant), par: ancien)
    }
    let lui = try await essai.utilisateur(.etudiant, sur: .etudiant(etudiant))
    let nouveau = try await transfert.utilisateur(.secretariat, de: transfert.ailleurs)
    for compte in [lui, nouveau] {
      let vu = try await essai.faire(VoirUnEtudiant(etudiant), par: compte)
      #expect(vu.confiance != nil && vu.amenagements.count == 1 && vu.suivie)
    }
  }

  @Test("le journal d’un étudiant ne montre à un département que ce qui s’est fait chez lui")
  func journal() async throws {
    let transfert = try await Transfert()
    let (essai, ici) = (transfert.essai, transfert.ici)
    func objets(_ terrain: TerrainDEssai) async throws -> Set<String> {
      let compte = try await transfert.utilisateur(.responsableDeDepartement, de: terrain)
      let entrees = try await essai.faire(VoirLeJournalDUnEtudiant(ici.etudiant), par: compte)
      return Set(entrees.map(\.entree.objet))
    }
    let siens = [
      Objet(.note, ici.notee.id, ici.etudiant), Objet(.incident, ici.incident.id),
      Objet(.bonus, ici.bonus.id), Objet(.demande, ici.demande.id),
      Objet(.inscription, ici.inscription.id), Objet(.justificatif, ici.justificatif.id),
    ].map(\.nom)
    let leurs = [Objet(.justificatif, transfert.second.id).nom]
    let personnels = [
      Objet(.etudiant, ici.etudiant), Objet(.amenagement, ici.amenagement.id, ici.etudiant),
      Objet(.fichier, ici.etudiant),
    ].map(\.nom)
    let ancien = try await objets(ici)
    #expect(ancien.isSuperset(of: siens) && ancien.isDisjoint(with: leurs + personnels))
    let nouveau = try await objets(transfert.ailleurs)
    #expect(nouveau.isSuperset(of: leurs + personnels) && nouveau.isDisjoint(with: siens))
    let tout = try await essai.faire(VoirLeJournalDUnEtudiant(ici.etudiant))
    #expect(Set(tout.map(\.entree.objet)).isSuperset(of: siens + leurs + personnels))
    // What was taken back is known by its entries only.
    try await essai.faire(RetirerUnBonus(ici.bonus.id, motif: "erreur d’homonyme"))
    let bonus = Objet(.bonus, ici.bonus.id).nom
    #expect(try await objets(ici).contains(bonus))
    #expect(try await !objets(transfert.ailleurs).contains(bonus))
  }

  @Test("les objets du journal se nomment en français, avec un lien là où la personne peut aller")
  func objets() async throws {
    let terrains = try await DeuxDepartements()
    let (essai, ici) = (terrains.essai, terrains.ici)
    let etudiant = try #require(try await essai.lire { try $0.etudiant(ici.etudiant) })
    let note = Objet(.note, ici.notee.id, ici.etudiant).nom
    let disparue = "evaluation/99999"
    let personne = Objet(.etudiant, ici.etudiant).nom
    let question = NommerDesObjets([note, disparue, personne, "jury/7"], etudiant: ici.etudiant)
    let noms = try await essai.faire(question)
    let texte = "note de \(etudiant.nomAffiche) à « \(ici.notee.nom) » (\(ici.notee.module))"
    #expect(noms[note] == ObjetNomme(phrase: texte, cible: .note(ici.notee.id, ici.etudiant)))
    #expect(noms[disparue] == ObjetNomme(phrase: "évaluation 99999, retirée", cible: nil))
    #expect(
      noms[personne] == ObjetNomme(phrase: etudiant.nomAffiche, cible: .etudiant(ici.etudiant))
    )
    #expect(noms["jury/7"] == ObjetNomme(phrase: "jury 7", cible: nil))
    // Who administers reads the journal of all, and opens no record.
    let admin = try await essai.utilisateur(.administrateur, sur: .etablissement)
    let lus = try await essai.demander(NommerDesObjets([note, personne]), par: admin)
    #expect(lus[note]?.phrase == texte && lus.values.allSatisfy { $0.cible == nil })
  }

  @Test("importer un étudiant d’un autre département ne montre ni ne change son identité")
  func importation() async throws {
    let terrains = try await DeuxDepartements()
    let (essai, eux) = (terrains.essai, terrains.ailleurs.promotion)
    let voisin = terrains.ici.voisin
    let connu = try await essai.lire { try $0.etudiant(voisin) }
    let identite = try #require(connu?.identite)
    let compte = try await essai.utilisateur(.secretariat, sur: .departement(eux.departement))
    let nouveau = NouvelEtudiant(
      identite: .init(nip: identite.nip, nomCivil: "Autre", prenomCivil: "Nom"),
      statut: .initial,
      groupes: [],
      lieu: "ligne",
    )
    let plan = try await essai.faire(
      PrevoirDesInscriptions(promotion: eux.id, etudiants: [nouveau]),
      par: compte,
    )
    let rapproche = try #require(plan.connus.first)
    #expect(rapproche.estDAilleurs && rapproche.changements.isEmpty)
    #expect(identite.courriel != nil && rapproche.etudiant.identite?.courriel == nil)
    _ = try await essai.faire(
      ImporterDesEtudiants(promotion: eux.id, etudiants: [nouveau], source: "liste"),
      par: compte,
    )
    let (apres, inscriptions) = try await essai.lire {
      (try $0.etudiant(voisin), try $0.inscriptions(etudiant: voisin))
    }
    #expect(apres?.identite == identite && inscriptions.contains { $0.promotion == eux.id })
    let entrees = try await essai.lire { try $0.journal(sujet: voisin) }
    #expect(entrees.last?.contenu?.contains("identité laissée telle quelle") == true)
  }

  @Test("inscrire par numéro garde la date donnée et ne renomme personne")
  func parNumero() async throws {
    let terrains = try await DeuxDepartements()
    let (essai, eux) = (terrains.essai, terrains.ailleurs.promotion)
    let voisin = terrains.ici.voisin
    let connu = try await essai.lire { try $0.etudiant(voisin) }
    let identite = try #require(connu?.identite)
    let compte = try await essai.utilisateur(.secretariat, sur: .departement(eux.departement))
    let debut = try BureauDEssai.jour("2025-11-03")
    func inscrire(_ nip: String, _ nom: String, _ prenom: String) async throws -> Inscription {
      try await essai.faire(
        InscrireParNumero(
          promotion: eux.id,
          identite: .init(nip: nip, nomCivil: nom, prenomCivil: prenom),
          statut: .initial,
          debut: debut,
        ),
        par: compte,
      )
    }
    await #expect(throws: Refus.etat(.identifiantDejaPris(identite.nip))) {
      try await inscrire(identite.nip, "Autre", "Nom")
    }
    await #expect(throws: Refus.self) { try await inscrire(identite.nip, "", "") }
    let sienne = try await inscrire(identite.nip, identite.nomUsuel, identite.prenomUsuel)
    let neuve = try await inscrire("N-1", "Neuf", "Noé")
    #expect(sienne.etudiant == voisin && sienne.debut == debut && neuve.debut == debut)
    #expect(try await essai.lire { try $0.etudiant(voisin) }?.identite == identite)
  }

  @Test("une évaluation prend un groupe une fois, et ses nombres dans leurs bornes")
  func bornes() async throws {
    let terrains = try await DeuxDepartements()
    let (essai, ici) = (terrains.essai, terrains.ici)
    func creer(_ nom: String, coefficient: Decimale = 1, bareme: Decimale = 20) async throws
      -> EvaluationDeModule
    {
      try await essai.faire(
        CreerUneEvaluation(
          promotion: ici.promotion.id,
          semestre: ici.vide.semestre,
          module: ici.module,
          intitule: nom,
          date: nil,
          coefficient: coefficient,
          bareme: bareme,
          groupes: [ici.groupe.id, ici.groupe.id],
        )
      )
    }
    var creee = try await creer("Doublée")
    #expect(creee.groupes == [ici.groupe.id])
    creee.groupes = [ici.groupe.id, ici.groupe.id]
    try await essai.faire(ModifierUneEvaluation(creee))
    for (champ, coefficient, bareme) in [
      ("coefficient", 1001, 20), ("coefficient", -1, 20), ("barème", 1, 0), ("barème", 1, 1001),
    ] as [(String, Decimale, Decimale)] {
      let refus = await #expect(throws: Refus.self) {
        _ = try await creer("Hors bornes", coefficient: coefficient, bareme: bareme)
      }
      guard case .donnees(let fautes) = refus else {
        Issue.record("\(String(describing: refus))")
        return
      }
      #expect(fautes.map(\.lieu) == [champ])
    }
  }

  @Test("une indisponibilité déclarée trop tard compte parmi les heures sans justification")
  func indisponibiliteTardive() async throws {
    let terrains = try await DeuxDepartements()
    let (essai, ici) = (terrains.essai, terrains.ici)
    try await essai.faire(
      ChangerDeStatut(
        ici.inscription.id,
        statut: .initial,
        depuis: ici.inscription.debut,
        version: ici.inscription.version,
      )
    )
    func declarer(_ instant: String, version: Int64) async throws
      -> VoirLesAbsencesDUnEtudiant.Etat
    {
      _ = try await essai.faire(
        JustifierUneAbsence(
          seance: ici.seance.id,
          etudiant: ici.etudiant,
          justification: .iti(declaree: try BureauDEssai.instant(instant)),
          version: version,
          motif: "déclaration",
        )
      )
      return try await essai.faire(VoirLesAbsencesDUnEtudiant(ici.etudiant))
    }
    let heures: Decimale = try #require(Decimale("1,5"))
    let tardive = try await declarer("2025-10-08T08:00", version: 1)
    #expect(tardive.refusees == [ici.seance.id: "déclarée trop tard"])
    #expect(tardive.heures { $0 == .aucune } == heures)
    let aTemps = try await declarer("2025-10-06T07:00", version: 2)
    #expect(aTemps.refusees.isEmpty && aTemps.heures { $0 == .aucune } == .zero)
  }
}
