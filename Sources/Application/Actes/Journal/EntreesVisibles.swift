internal import Scolarite

/// Which entries on a student a person reads: those on things of the promotions where they read the
/// journal, and those on the person for whoever knows the person at present.
struct EntreesVisibles {
  /// Whether the whole record is open.
  private let tout: Bool
  /// The numbers of the things, by the word that begins their names in the journal.
  private var numeros: [String: Set<Int64>] = [:]
  private var sortesSansLieu: Set<String> = []
  /// How the content of an entry begins to name a promotion of theirs.
  private var promotionsDites: [String] = []

  /// Whether files of discipline are open too, where the whole record is.
  private let discipline: Bool
  /// What is read of requests for arrangements and of what was granted, where the whole record is.
  private let amenagements: AmenagementsLus

  init(_ etudiant: Identifiant<Etudiant>, _ travail: Travail) throws {
    discipline = travail.peut(.suivreLaDiscipline, Lieu(etudiant: etudiant))
    amenagements = AmenagementsLus(travail, Lieu(etudiant: etudiant))
    tout = travail.peut(.voirLeJournal, Lieu(etudiant: etudiant))
    guard !tout else { return }
    let registre = travail.registre
    let lieux = try travail.lieux(de: etudiant).filter { travail.peut(.voirLeJournal, $0) }
    let promotions = Set(lieux.compactMap(\.promotion))
    for promotion in promotions { try ajouter(promotion, registre) }
    promotionsDites = promotions.map { "\"promotion\":\($0)," }
    try ajouterCeuxDe(etudiant, promotions, travail)
    let presents = try travail.lieuxPresents(de: etudiant)
    let aide = travail.peut(.voirLesAmenagements, unDe: presents)
    if aide { sortesSansLieu.insert(Objet.Sorte.amenagement.rawValue) }
    if aide || travail.peut(.gererLesEtudiants, unDe: presents) {
      sortesSansLieu.formUnion(Self.dePersonne.map(\.rawValue))
    }
  }

  /// What is kept of a person rather than of a year.
  private static let dePersonne: [Objet.Sorte] = [
    .etudiant, .fichier, .utilisateur, .habilitation, .jeton,
  ]

  func contient(_ entree: EntreeDeJournal) -> Bool {
    let parties = entree.objet.split(separator: "/")
    if tout {
      return (discipline || !entree.estDisciplinaire) && amenagements.contient(entree)
    }
    guard let sorte = parties.first.map(String.init), parties.count > 1 else { return false }
    if sortesSansLieu.contains(sorte) { return true }
    if Int64(parties[1]).map({ numeros[sorte]?.contains($0) ?? false }) ?? false { return true }
    return sorte == Objet.Sorte.bonus.rawValue && estDeLaPromotion(entree)
  }

  /// A bonus that was taken back is known by its entries only: they say where it stood.
  private func estDeLaPromotion(_ entree: EntreeDeJournal) -> Bool {
    guard let contenu = entree.contenu else { return false }
    return promotionsDites.contains { contenu.contains($0) }
  }

  private mutating func ajouter<De>(_ sortes: Objet.Sorte..., numeros: [Identifiant<De>]) {
    for sorte in sortes {
      self.numeros[sorte.rawValue, default: []].formUnion(numeros.map(\.valeur))
    }
  }

  /// The things of a promotion, and those that its own number names.
  private mutating func ajouter(_ promotion: Identifiant<Promotion>, _ registre: any Transaction)
    throws
  {
    ajouter(.promotion, .avis, .session2, numeros: [promotion])
    ajouter(.evaluation, .note, numeros: try registre.evaluations(promotion).map(\.id))
    ajouter(.seance, .presence, numeros: try registre.seances(promotion).map(\.id))
    ajouter(.groupe, numeros: try registre.groupes(promotion).map(\.id))
    ajouter(
      .campagne,
      .calendrierDeSession2,
      numeros: try registre.campagnes(promotion).map(\.id),
    )
    ajouter(.jury, .decision, numeros: try registre.jurys(promotion).map(\.id))
    ajouter(.situation, numeros: try registre.situations(promotion).map(\.id))
  }

  /// The things of the student that stand in some promotions.
  private mutating func ajouterCeuxDe(
    _ etudiant: Identifiant<Etudiant>,
    _ promotions: Set<Identifiant<Promotion>>,
    _ travail: Travail,
  ) throws {
    let registre = travail.registre
    let inscriptions = try registre.inscriptions(etudiant: etudiant)
    ajouter(
      .inscription,
      numeros: inscriptions.filter { promotions.contains($0.promotion) }.map(\.id),
    )
    ajouter(
      .bonus,
      numeros: try registre.bonus(etudiant: etudiant)
        .filter { promotions.contains($0.promotion) }.map(\.id),
    )
    ajouter(
      .incident,
      .consultation,
      numeros: try registre.incidents(etudiant: etudiant).filter { incident in
        guard promotions.contains(incident.promotion) else { return false }
        return travail.peut(.suivreLaDiscipline, try travail.promotion(incident.promotion).lieu)
      }.map(\.id),
    )
    ajouter(
      .engagement,
      numeros: try registre.engagements(etudiant: etudiant)
        .filter { promotions.contains($0.promotion) }.map(\.id),
    )
    ajouter(
      .demandeDAmenagement,
      numeros: try registre.demandesDAmenagement(etudiant: etudiant).filter { demande in
        guard promotions.contains(demande.promotion) else { return false }
        return travail.peut(
          demande.situation.droit,
          try travail.promotion(demande.promotion).lieu,
        )
      }.map(\.id),
    )
    let campagnes = numeros[Objet.Sorte.campagne.rawValue] ?? []
    ajouter(
      .consultationDeCopie,
      numeros: try registre.consultationsDeCopie(etudiant: etudiant)
        .filter { campagnes.contains($0.campagne.valeur) }.map(\.id),
    )
    ajouter(
      .soutien,
      numeros: try campagnes.compactMap { Identifiant<Campagne>($0) }
        .flatMap { try registre.seancesDeSoutien($0) }.map(\.id),
    )
    ajouter(
      .copies,
      numeros: try campagnes.compactMap { Identifiant<Campagne>($0) }
        .flatMap { try registre.epreuvesDeSession2($0) }.map(\.id),
    )
    ajouter(
      .demande,
      numeros: try registre.demandes(etudiant: etudiant)
        .filter { campagnes.contains($0.campagne.valeur) }.map(\.id),
    )
    ajouter(
      .justificatif,
      numeros: try travail.justificatifs(de: etudiant, .voirLeJournal).map(\.id),
    )
  }
}

extension EntreeDeJournal {
  /// Whether it tells of a file of discipline, or of who read it.
  var estDisciplinaire: Bool {
    let sorte = objet.split(separator: "/").first.map(String.init)
    return sorte == Objet.Sorte.incident.rawValue || sorte == Objet.Sorte.consultation.rawValue
  }

  /// The same without what it says nor of whom.
  fileprivate var sansContenu: EntreeDeJournal {
    EntreeDeJournal(
      numero: numero,
      horodatage: horodatage,
      auteur: auteur,
      acte: acte,
      objet: objet,
      sujet: nil,
      contenu: nil,
      empreinte: empreinte,
    )
  }
}

extension Travail {
  /// Entries of the whole establishment, without content those of discipline for whoever does not
  /// follow it, those of arrangements for whoever may not read them.
  func lisibles(_ entrees: [EntreeNommee]) -> [EntreeNommee] {
    let discipline = peut(.suivreLaDiscipline, .etablissement)
    let amenagements = AmenagementsLus(self, .etablissement)
    return entrees.map { nommee in
      let entree = nommee.entree
      guard !discipline && entree.estDisciplinaire || !amenagements.contient(entree) else {
        return nommee
      }
      return EntreeNommee(entree: entree.sansContenu, auteur: nommee.auteur)
    }
  }
}
