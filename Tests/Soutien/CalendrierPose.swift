public import Actes
public import Scolarite

/// A published calendar in which one student is called to one exam, with what they say about it.
public struct CalendrierPose: Sendable {
  public let campagne: Identifiant<Campagne>
  public let cle: CleDEpreuve
  public let contrainte: Identifiant<ContrainteDeSession2>
  public let signalement: Identifiant<SignalementDeSession2>
  public let debut: Instant

  /// Puts it in the register on a campaign, without the procedures that lead there.
  public struct Poser: Acte {
    public static let nom = "poser-un-calendrier"
    let campagne: Campagne
    let etudiant: Identifiant<Etudiant>
    /// A module of the UE of the exam.
    let module: String
    let jour: Jour

    public init(
      campagne: Campagne,
      etudiant: Identifiant<Etudiant>,
      module: String,
      jour: Jour,
    ) {
      self.campagne = campagne
      self.etudiant = etudiant
      self.module = module
      self.jour = jour
    }

    public func executer(_ travail: Travail) throws -> CalendrierPose {
      let promotion = try travail.promotion(campagne.promotion)
      let registre = travail.registre
      let ecriture = try travail.inscrire(
        Self.nom,
        travail.exiger(.gererLesCampagnes, promotion.lieu),
        Objet(.campagne, campagne.id),
      )
      let ue = try present(
        try travail.programme(promotion).ues.first { ue in
          ue.modules.contains { $0.code.canonique == module }
        }
      ).code
      if campagne.jour == nil {
        var datee = campagne
        datee.jour = jour
        _ = try registre.remplacer(datee, ecriture)
      }
      if try registre.sessionDeRattrapage(campagne.id) == nil {
        let publication = campagne.ouverture.jour
        try registre.ajouter(
          SessionDeRattrapage(
            posee: campagne,
            le: jour,
            publication: publication,
            adoptee: publication,
          ),
          ecriture,
        )
      }
      if try registre.epreuvesDeSession2(campagne.id).isEmpty {
        try registre.ajouter(
          EpreuveDeSession2(
            id: try registre.nouvelIdentifiant(),
            campagne: campagne.id,
            ue: ue,
            durees: [.ecrit: 60],
          ),
          ecriture,
        )
      }
      if try registre.admissibilites(campagne.id).isEmpty {
        try registre.ajouter(
          [
            AdmissibiliteDeSession2(
              campagne: campagne.id,
              etudiant: etudiant,
              ue: ue,
              raison: .nonAcquise,
              moyenne: nil,
            )
          ],
          ecriture,
        )
      }
      return try poser(ue, ecriture, travail)
    }

    private func poser(_ ue: CodeUE, _ ecriture: Ecriture, _ travail: Travail) throws
      -> CalendrierPose
    {
      let registre = travail.registre
      let cle = CleDEpreuve(ue, .ecrit)
      let debut = try present(Instant("\(jour)T09:00"))
      if let contrainte = try registre.contraintesDeSession2(campagne.id).first,
        let signalement = try registre.signalementsDeSession2(campagne.id).first
      {
        return CalendrierPose(
          campagne: campagne.id,
          cle: cle,
          contrainte: contrainte.id,
          signalement: signalement.id,
          debut: debut,
        )
      }
      _ = try registre.ecrire(
        LieuxDeSession2(
          campagne: campagne.id,
          salles: [.init("Amphi A", places: 40)],
          creneaux: [.init(debut, minutes: 120)],
          version: 1,
        ),
        ecriture,
      )
      let seance = SeanceDeSession2(
        cle,
        debut: debut,
        minutes: 60,
        salle: "Amphi A",
        convoques: [.init(etudiant)],
      )
      try registre.ajouter(
        CalendrierDeSession2(
          campagne: campagne.id,
          numero: 1,
          seances: [seance],
          signature: .init(
            auteur: nil,
            nom: "Direction des études",
            moment: travail.moment.instant,
            empreinte: String(repeating: "a", count: 64),
          ),
          publication: .init(moment: travail.moment.instant),
        ),
        ecriture,
      )
      let contrainte = ContrainteDeSession2(
        id: try registre.nouvelIdentifiant(),
        campagne: campagne.id,
        etudiant: etudiant,
        nature: .stage,
        du: debut,
        au: try present(Instant("\(jour)T18:00")),
        precision: "",
        declaree: travail.moment.instant,
      )
      try registre.ajouter(contrainte, ecriture)
      let signalement = SignalementDeSession2(
        id: try registre.nouvelIdentifiant(),
        campagne: campagne.id,
        etudiant: etudiant,
        epreuves: [cle],
        texte: "",
        depose: travail.moment.instant,
      )
      try registre.ajouter(signalement, ecriture)
      return CalendrierPose(
        campagne: campagne.id,
        cle: cle,
        contrainte: contrainte.id,
        signalement: signalement.id,
        debut: debut,
      )
    }
  }
}

/// What must be there.
private func present<Valeur>(_ valeur: Valeur?) throws -> Valeur {
  guard let valeur else { throw ErreurDeRegistre.incoherente("rien là où il faut quelque chose") }
  return valeur
}
