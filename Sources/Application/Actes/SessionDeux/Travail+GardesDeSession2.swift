internal import Scolarite

extension Travail {
  /// The guards of the procedure on the days of a session.
  func verifier(
    _ session: SessionDeRattrapage,
    avant: SessionDeRattrapage?,
    motif: String?,
  ) throws {
    try nommer([("intitulé", session.intitule)])
    try verifierLesJours(session)
    guard SessionDeRattrapage.rolesDeDerogation.contains(session.derogation) else {
      throw Refus.donnees([.init("dérogation", .inconnue(vu: session.derogation.rawValue))])
    }
    if session.derogation != avant?.derogation ?? .direction {
      // Whoever may go beyond limits is chosen by the direction alone.
      let promotion = try promotion(session.promotion)
      guard peut(.adopterUnProfil, promotion.lieu) else {
        throw Refus.interdit(.adopterUnProfil)
      }
    }
    try verifierLAdoption(session, avant: avant, motif: motif)
    let bornes = session.dates.bornesDInscription
    let estInchangee =
      avant.map {
        $0.limiteInscription == session.limiteInscription
          && $0.dates.publication == session.dates.publication
      } ?? false
    if !estInchangee, !bornes.contains(session.limiteInscription.jour) {
      try deroger(
        avant ?? session,
        article: "procédure de session 2, § 3",
        .horsPeriode(du: bornes.lowerBound, au: bornes.upperBound),
        motif: motif,
      )
    }
    if let avant, session.deplaceLaLimiteAnnoncee(avant) {
      try verifierLaLimiteAnnoncee(session, avant: avant, motif: motif)
    }
  }

  /// Students count on the limit that was announced to them: it comes sooner by derogation only, and
  /// never before the present.
  private func verifierLaLimiteAnnoncee(
    _ session: SessionDeRattrapage,
    avant: SessionDeRattrapage,
    motif: String?,
  ) throws {
    let limite = session.limiteInscription
    guard moment.instant <= limite else {
      let bornes = "à partir du \(moment.instant.enToutesLettres)"
      throw Refus.donnees([
        .init("limite", .horsBornes(vu: limite.enToutesLettres, bornes: bornes))
      ])
    }
    guard limite < avant.limiteInscription else { return }
    try deroger(
      avant,
      article: "procédure de session 2, § 3",
      .limiteAnnoncee(avant.limiteInscription),
      motif: motif,
    )
  }

  private func verifierLesJours(_ session: SessionDeRattrapage) throws(Refus) {
    guard session.premierJour <= session.dernierJour else {
      let bornes = "à partir du \(session.premierJour.enFrancais)"
      throw .donnees([
        .init("dernier jour", .horsBornes(vu: session.dernierJour.enFrancais, bornes: bornes))
      ])
    }
    guard session.ouverture < session.limiteInscription,
      session.limiteInscription.jour < session.premierJour
    else {
      let bornes =
        "entre le \(session.ouverture.jour.enFrancais) et le \(session.premierJour.enFrancais)"
      throw .donnees([
        .init(
          "limite",
          .horsBornes(vu: session.limiteInscription.jour.enFrancais, bornes: bornes),
        )
      ])
    }
    if let jury = session.jury, jury < session.dernierJour {
      let bornes = "à partir du \(session.dernierJour.enFrancais)"
      throw .donnees([.init("jury", .horsBornes(vu: jury.enFrancais, bornes: bornes))])
    }
    if let delai = session.delaiDeConsultation, !(1...366).contains(delai) {
      throw .donnees([.init("délai", .horsBornes(vu: "\(delai)", bornes: "de 1 à 366 jours"))])
    }
  }

  /// The procedure is adopted within the month that opens the year: article L613-1.
  private func verifierLAdoption(
    _ session: SessionDeRattrapage,
    avant: SessionDeRattrapage?,
    motif: String?,
  ) throws {
    guard let adoptee = session.adoptee, adoptee != avant?.adoptee else { return }
    guard adoptee <= moment.jour else { throw Refus.etat(.dateAVenir) }
    let annee = try promotion(session.promotion).annee
    let limite = (try registre.annee(annee)?.debut ?? Jour(ouvrant: annee)).unMoisApres
    if adoptee > limite {
      try deroger(
        avant ?? session,
        article: Travail.articleDuGel,
        .figeDepuis(limite),
        motif: motif,
      )
    }
  }
}

extension SessionDeRattrapage {
  /// Whether it moves the limit of enrolment that the publication of who may sit what announced.
  func deplaceLaLimiteAnnoncee(_ avant: SessionDeRattrapage) -> Bool {
    avant.publicationSession1 != nil && limiteInscription != avant.limiteInscription
  }
}
