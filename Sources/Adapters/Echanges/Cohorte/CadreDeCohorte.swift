internal import JSON
internal import Scolarite

/// What `cohorte.json` says, with the curricula and the profile that it names.
struct CadreDeCohorte {
  let entete: EnTeteDeCohorte
  /// The curriculum of the year, then those of earlier years; no UE is in two of them.
  let programmes: [Programme]
  let programme: Programme
  /// The semesters of the year that the curriculum has.
  let semestres: [NumeroSemestre]
  /// The règlement of the day asked for, or of the first day of a year.
  let reglages: (AnneeUniversitaire) throws(JSONDecodingError) -> Reglages
}

/// The options that prevail over `cohorte.json`.
struct OptionsDeCohorte {
  let profil: String?
  let maquette: String?
}

/// Reads `cohorte.json`, key after key, and keeps every fault.
struct CadreDecoder {
  static let fichier = "cohorte.json"
  private static let cles = [
    "format", "nom", "annee_universitaire", "annee_but", "maquette", "profil", "reglages", "date",
    "session2", "maquettes_anterieures",
  ]

  private let dossiers: DossierDecoder
  private let options: OptionsDeCohorte
  private(set) var fautes: Fautes

  init(_ bibliotheque: Bibliotheque, _ options: OptionsDeCohorte, _ fautes: Fautes) {
    dossiers = DossierDecoder(bibliotheque: bibliotheque)
    self.options = options
    self.fautes = fautes
  }

  /// What the file says; `nil` once a fault was kept.
  mutating func cadre(_ octets: [UInt8]) -> CadreDeCohorte? {
    let objet: JSONObjectCursor
    do throws(DataFileError) {
      objet = try DataFileError.decode(octets) { cursor throws(JSONDecodingError) in
        let objet = try cursor.object(knowing: Self.cles)
        try objet.required("format").expect(format: EnTeteDeCohorte.format)
        return objet
      }
    } catch {
      fautes.add(Self.fichier, error.position, error.description)
      return nil
    }
    return cadre(objet)
  }

  private mutating func cadre(_ objet: JSONObjectCursor) -> CadreDeCohorte? {
    let session2 = essayer { () throws(JSONDecodingError) in
      try objet.optional("session2")?.jour()
    }
    let nom = essayer { () throws(JSONDecodingError) in
      try objet.required("nom").texte("le nom de la cohorte")
    }
    let annee = essayer { () throws(JSONDecodingError) in
      try objet.required("annee_universitaire").anneeUniversitaire()
    }
    let anneeBUT = essayer { () throws(JSONDecodingError) in
      try objet.required("annee_but").annee()
    }
    let date = essayer { () throws(JSONDecodingError) in try objet.optional("date")?.jour() }
    let maquette = programme(objet)
    let anterieures = programmesAnterieurs(objet, maquette?.programme)
    let profil = couches(objet)
    guard let nom, let annee, let anneeBUT, let date, let session2, let maquette, let anterieures,
      let profil
    else { return nil }
    let entete = EnTeteDeCohorte(
      nom: nom,
      annee: annee,
      anneeBUT: anneeBUT,
      maquette: maquette.ecrite,
      profil: profil.nom,
      reglages: objet.optional("reglages")?.node,
      date: date,
      session2: session2,
      maquettesAnterieures: anterieures.map(\.ecrite),
    )
    return cadre(
      objet,
      entete,
      [maquette.programme] + anterieures.map(\.programme),
      profil.couches,
    )
  }

  private mutating func cadre(
    _ objet: JSONObjectCursor,
    _ entete: EnTeteDeCohorte,
    _ programmes: [Programme],
    _ couches: [Profil],
  ) -> CadreDeCohorte? {
    let dossiers = dossiers
    let semestres = semestres(objet, programmes[0], entete.anneeBUT)
    let surcharges = essayer { () throws(JSONDecodingError) in try dossiers.surcharges(objet) }
    guard let semestres, let surcharges else { return nil }
    let place = objet.optional("profil") ?? objet.cursor
    return CadreDeCohorte(
      entete: entete,
      programmes: programmes,
      programme: programmes[0],
      semestres: semestres,
    ) { annee throws(JSONDecodingError) in
      try dossiers.reglages(
        couches,
        place,
        le: entete.date ?? Jour(ouvrant: annee),
        surcharges,
      )
    }
  }

  /// The value, or `nil` once its fault was kept.
  private mutating func essayer<Valeur>(
    _ lire: () throws(JSONDecodingError) -> Valeur
  ) -> Valeur? {
    do throws(JSONDecodingError) {
      return try lire()
    } catch {
      fautes.add(Self.fichier, error.position, error.description)
      return nil
    }
  }

  /// What an option names, or `nil` once its fault was kept.
  private mutating func nomme<Valeur>(
    _ nom: String,
    _ lire: (String) throws(DataFileError) -> Valeur,
  ) -> Valeur? {
    do throws(DataFileError) {
      return try lire(nom)
    } catch {
      if case .inFile(let fichier, let faute) = error {
        fautes.add(fichier, faute.position, faute.description)
      } else {
        fautes.add(nom, nil, error.description)
      }
      return nil
    }
  }
}

// MARK: - What the file names

extension CadreDecoder {
  /// A curriculum, and how it was given.
  private struct MaquetteNommee {
    let ecrite: JSONNode
    let programme: Programme
  }

  private mutating func programme(_ objet: JSONObjectCursor) -> MaquetteNommee? {
    let dossiers = dossiers
    if let nom = options.maquette {
      return nomme(nom) { nom throws(DataFileError) in
        try dossiers.bibliotheque.programme(nom)
      }.map { MaquetteNommee(ecrite: .string(nom), programme: $0) }
    }
    return essayer { () throws(JSONDecodingError) in
      let cursor = try objet.required("maquette")
      return MaquetteNommee(ecrite: cursor.node, programme: try dossiers.programme(cursor))
    }
  }

  private mutating func couches(
    _ objet: JSONObjectCursor
  ) -> (nom: String, couches: [Profil])? {
    let dossiers = dossiers
    if let nom = options.profil {
      return nomme(nom) { nom throws(DataFileError) in
        try dossiers.bibliotheque.couches(nom)
      }.map { (nom, $0) }
    }
    return essayer { () throws(JSONDecodingError) in
      let cursor = try objet.required("profil")
      let nom = try cursor.string()
      do throws(DataFileError) {
        return (nom, try dossiers.bibliotheque.couches(nom))
      } catch {
        throw cursor.refused(error.description)
      }
    }
  }

  /// The curricula of earlier years; a UE of two curricula could not be told apart.
  private mutating func programmesAnterieurs(
    _ objet: JSONObjectCursor,
    _ courant: Programme?,
  ) -> [MaquetteNommee]? {
    let dossiers = dossiers
    return essayer { () throws(JSONDecodingError) in
      var connues = Set(courant?.ues.map(\.code) ?? [])
      return try objet.optional("maquettes_anterieures")?.map {
        cursor throws(JSONDecodingError) in
        let programme = try dossiers.programme(cursor)
        if let double = programme.ues.first(where: { connues.contains($0.code) }) {
          throw cursor.refused(
            "\(double.code.texte) est déjà dans la maquette de l’année ou dans une autre maquette "
              + "antérieure : une UE ne vient que d’une maquette"
          )
        }
        connues.formUnion(programme.ues.map(\.code))
        return MaquetteNommee(ecrite: cursor.node, programme: programme)
      } ?? []
    }
  }

  private mutating func semestres(
    _ objet: JSONObjectCursor,
    _ programme: Programme,
    _ annee: AnneeBUT,
  ) -> [NumeroSemestre]? {
    let semestres = Set(programme.ues.map(\.semestre)).filter { $0.annee == annee }.sorted()
    guard semestres.isEmpty else { return semestres }
    fautes.add(
      options.maquette ?? Self.fichier,
      options.maquette == nil ? objet.optional("maquette")?.node.position : nil,
      "la maquette n’a aucune UE de l’année \(annee.valeur) du BUT, celle de la cohorte",
    )
    return nil
  }
}
