public import Scolarite

/// Writes what one person reads on copies: the mark of each, under its number.
///
/// The second reading is by somebody else than the first. A reading that changes takes back the
/// agreement that was found.
public struct SaisirDesCopies: Acte {
  public static let nom = "saisir-des-copies"
  public let epreuve: Identifiant<EpreuveDeSession2>
  /// The first or the second; the agreement is settled by `ReglerUneCopie`.
  public let rang: LectureDeCopie.Rang
  public let lignes: [Ligne]

  /// What is read on one copy.
  public struct Ligne: Hashable, Sendable {
    public let numero: Int
    public let entree: Entree
    /// The version that was read; 0 where nothing stood.
    public let version: Int64

    public init(_ numero: Int, _ entree: Entree, version: Int64 = 0) {
      self.numero = numero
      self.entree = entree
      self.version = version
    }
  }

  public init(
    _ epreuve: Identifiant<EpreuveDeSession2>,
    _ rang: LectureDeCopie.Rang,
    _ lignes: [Ligne],
  ) {
    self.epreuve = epreuve
    self.rang = rang
    self.lignes = lignes
  }

  public func executer(_ travail: Travail) throws -> Int {
    let epreuve = try travail.epreuveDeSession2(epreuve)
    let promotion = try travail.promotion(de: epreuve)
    let lieux = try travail.lieux(de: epreuve, promotion)
    let permis = try travail.exiger(.saisirLesNotes, parmi: lieux)
    let copies = try travail.copies(de: epreuve)
    guard copies.versees == nil else { throw Refus.etat(.copiesVersees) }
    guard copies.mode.lectures.contains(rang) else {
      throw Refus.donnees([.init("lecture", .inconnue(vu: "\(rang.rawValue)"))])
    }
    let parNumero = Dictionary(
      uniqueKeysWithValues: try travail.registre.copiesUneAUne(epreuve.id).map { ($0.numero, $0) }
    )
    let changees = try lignes.compactMap { ligne -> (Ligne, Copie)? in
      guard let copie = parNumero[ligne.numero] else {
        throw Refus.donnees([.init("copie \(ligne.numero)", .horsDesInscrits(vu: ""))])
      }
      return copie.lectures[rang]?.entree == ligne.entree ? nil : (ligne, copie)
    }
    guard !changees.isEmpty else { return 0 }
    try verifier(changees, travail.auteur)
    let ecriture = try inscrire(changees, copies, permis, travail)
    for (ligne, copie) in changees { try ecrire(ligne, copie, ecriture, travail) }
    return changees.count
  }

  /// Entries that a copy can have, and a second reading by a second person.
  private func verifier(_ changees: [(Ligne, Copie)], _ auteur: Identifiant<Utilisateur>?)
    throws(Refus)
  {
    for (ligne, copie) in changees {
      guard ligne.entree.estUneLecture else {
        let lieu = "copie \(ligne.numero)"
        throw .donnees([.init(lieu, .inconnue(vu: ligne.entree.mot))])
      }
      let autre: LectureDeCopie.Rang = rang == .premiere ? .seconde : .premiere
      if let sienne = copie.lectures[autre], sienne.par == auteur {
        throw .etat(.memeLecteur(ligne.numero))
      }
    }
  }

  /// Under its number only while names are hidden: the journal must not tell whose it is.
  private func inscrire(
    _ changees: [(Ligne, Copie)],
    _ copies: CopiesDEpreuve,
    _ permis: Permis,
    _ travail: Travail,
  ) throws -> Ecriture {
    func faits(_ ligne: Ligne, _ entree: Entree?) -> Faits.Valeur {
      .faits(["copie": .entier(Int64(ligne.numero)), "lu": Faits.Valeur(entree?.mot)])
    }
    return try travail.inscrire(
      Self.nom,
      permis,
      Objet(.copies, copies.epreuve),
      avant: ["copies": .liste(changees.map { faits($0, $1.lectures[rang]?.entree) })],
      apres: [
        "lecture": .entier(Int64(rang.rawValue)),
        "copies": .liste(changees.map { ligne, _ in faits(ligne, ligne.entree) }),
      ],
    )
  }

  private func ecrire(
    _ ligne: Ligne,
    _ copie: Copie,
    _ ecriture: Ecriture,
    _ travail: Travail,
  ) throws {
    let lecture = LectureDeCopie(
      rang: rang,
      entree: ligne.entree,
      par: travail.auteur,
      version: ligne.version + 1,
    )
    let derniere = copie.lectures[rang]
    guard ligne.version == derniere?.version ?? 0,
      try travail.registre.ecrire(lecture, de: copie, ecriture)
    else {
      throw try travail.conflit(
        Objet(.copies, copie.epreuve),
        ["copie \(copie.numero)": Faits.Valeur(derniere?.entree.mot)],
        ["copie \(copie.numero)": .texte(ligne.entree.mot)],
        derniere?.version ?? 0,
      )
    }
    if copie.lectures[.accord] != nil { try travail.registre.retirerLAccord(de: copie, ecriture) }
  }
}

/// Settles a copy whose two readings differ; once the marks are handed over, puts one right before
/// the jury has closed.
public struct ReglerUneCopie: Acte {
  public static let nom = "regler-une-copie"
  public let epreuve: Identifiant<EpreuveDeSession2>
  public let numero: Int
  public let entree: Entree
  public let motif: String?
  /// The version of the agreement that was read; 0 where none stood.
  public let version: Int64

  public init(
    _ epreuve: Identifiant<EpreuveDeSession2>,
    numero: Int,
    _ entree: Entree,
    motif: String?,
    version: Int64 = 0,
  ) {
    self.epreuve = epreuve
    self.numero = numero
    self.entree = entree
    self.motif = motif.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> LectureDeCopie {
    let epreuve = try travail.epreuveDeSession2(epreuve)
    let promotion = try travail.promotion(de: epreuve)
    let lieux = try travail.lieux(de: epreuve, promotion)
    let permis = try travail.exiger(.saisirLesNotes, parmi: lieux)
    let copies = try travail.copies(de: epreuve)
    // Handed over, it stands wherever the exam counts: the person must write there.
    if copies.versees != nil {
      for notee in epreuve.notees {
        _ = try travail.exiger(.saisirLesNotes, notee.lieu(promotion))
      }
    }
    let copie = try travail.registre.copiesUneAUne(epreuve.id).first { $0.numero == numero }
    guard let copie else {
      throw Refus.donnees([.init("copie \(numero)", .horsDesInscrits(vu: ""))])
    }
    try verifier(copie, copies)
    let lecture = LectureDeCopie(
      rang: .accord,
      entree: entree,
      motif: motif,
      par: travail.auteur,
      version: version + 1,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.copies, epreuve.id),
      sujet: copies.cacheLesNoms ? nil : copie.etudiant,
      avant: [
        "copie": .entier(Int64(numero)),
        "accord": Faits.Valeur(copie.lectures[.accord]?.entree.mot),
      ],
      apres: ["accord": .texte(entree.mot)],
      motif: motif,
    )
    let derniere = copie.lectures[.accord]
    guard version == derniere?.version ?? 0,
      try travail.registre.ecrire(lecture, de: copie, ecriture)
    else {
      throw try travail.conflit(
        Objet(.copies, epreuve.id),
        ["accord": Faits.Valeur(derniere?.entree.mot)],
        ["accord": .texte(entree.mot)],
        derniere?.version ?? 0,
      )
    }
    if copies.versees != nil { try travail.verser(entree, copie, epreuve, promotion) }
    return lecture
  }

  private func verifier(_ copie: Copie, _ copies: CopiesDEpreuve) throws(Refus) {
    guard entree.estUneLecture else {
      throw .donnees([.init("note", .inconnue(vu: entree.mot))])
    }
    if copies.versees != nil {
      guard motif != nil else { throw .etat(.motifManquant) }
      return
    }
    var relue = copie
    relue.lectures[.accord] = nil
    switch relue.etat(copies) {
    case .attendue: throw .etat(.copieSansLecture(numero))
    case .conclue: throw .etat(.copieSansEcart(numero))
    case .aRegler(let exigeUnMotif):
      guard !exigeUnMotif || motif != nil else { throw .etat(.motifManquant) }
    }
  }
}

extension Travail {
  /// How an exam is marked, or a refusal that it is not said.
  func copies(de epreuve: EpreuveDeSession2) throws -> CopiesDEpreuve {
    guard let copies = try registre.copies(epreuve: epreuve.id) else {
      throw Refus.etat(.copiesNonPreparees)
    }
    return copies
  }

  /// Makes an entry that of a student, wherever the exam counts.
  func verser(
    _ entree: Entree,
    _ copie: Copie,
    _ epreuve: EpreuveDeSession2,
    _ promotion: Promotion,
  ) throws {
    let notes = try registre.notesDeSession2(copie.etudiant, promotion.id)
    for notee in epreuve.notees {
      let ancienne = notes.first { $0.epreuve == notee }
      guard ancienne?.entree != entree else { continue }
      _ = try SaisirUneNoteDeSession2(
        promotion: promotion.id,
        etudiant: copie.etudiant,
        epreuve: notee,
        entree: entree,
        version: ancienne?.version ?? 0,
      ).executer(self)
    }
  }
}
