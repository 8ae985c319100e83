internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A règlement to be put in force, as it is typed.
struct FormulaireDAdoption {
  private let etat: VoirLesReglements.Etat
  private let fournis: [String]
  private var lieu = Self.etablissement
  private var profil = ""
  private var texte = ""
  private var conseil = ""
  private var cfvu = ""
  private var irregularite = ""
  /// The versions that were read, by place.
  private var versions: [String: Int64]
  private var fautes: [String: String] = [:]
  private(set) var avis: [Avis] = []

  private static let etablissement = "etablissement"

  init(_ etat: VoirLesReglements.Etat, _ formats: any Formats) {
    self.etat = etat
    fournis = formats.profilsFournis
    versions = Dictionary(
      uniqueKeysWithValues: etat.enVigueur.map { (Self.lieu($0.profil), $0.profil.version) }
    )
  }

  init(_ envoi: HTTPForm, _ etat: VoirLesReglements.Etat, _ formats: any Formats) {
    self.init(etat, formats)
    for lieu in versions.keys { versions[lieu] = Int64(envoi.ligne("version-" + lieu)) ?? 0 }
    lieu = envoi.ligne("lieu")
    profil = envoi.ligne("profil")
    texte = envoi.ligne("texte")
    conseil = envoi.ligne("conseil")
    cfvu = envoi.ligne("cfvu")
    irregularite = envoi.ligne("irregularite")
  }

  private static func lieu(_ profil: ProfilAdopte) -> String {
    profil.departement.map { "\($0)" } ?? etablissement
  }

  /// The act that was asked for; `nil` once faults are noted at their fields.
  mutating func lire(_ formats: any Formats) -> AdopterUnProfil? {
    let departement = etat.departements.first { "\($0.id)" == lieu }?.id
    if departement == nil, lieu != Self.etablissement {
      fautes["lieu"] = "Choisissez pour qui il vaut."
    }
    let (auConseil, enCFVU) = (Jour(conseil), Jour(cfvu))
    if !conseil.isEmpty, auConseil == nil { fautes["conseil"] = "Cette date n’existe pas." }
    if !cfvu.isEmpty, enCFVU == nil { fautes["cfvu"] = "Cette date n’existe pas." }
    let choisi = lireLeProfil(formats)
    guard fautes.isEmpty, let choisi else { return nil }
    return AdopterUnProfil(
      departement: departement,
      annee: etat.annee,
      profil: choisi.nom,
      texte: choisi.texte,
      conseil: auConseil,
      cfvu: enCFVU,
      irregularite: irregularite.isEmpty ? nil : irregularite,
      version: versions[lieu],
    )
  }

  /// The text that was typed, else the profile that was chosen; one of the two is asked for.
  private mutating func lireLeProfil(_ formats: any Formats) -> ProfilAAdopter? {
    let champ = texte.isEmpty ? "profil" : "texte"
    guard !texte.isEmpty || fournis.contains(profil) else {
      fautes["profil"] = "Choisissez un règlement, ou collez-en le texte."
      return nil
    }
    do {
      let lu = try texte.isEmpty ? formats.recueil(profil: profil) : formats.recueil(json: texte)
      _ = try formats.reglages(lu.texte, le: Jour(ouvrant: etat.annee))
      return lu
    } catch let refus as ProfilRefuse {
      fautes[champ] = "Ce texte n’est pas un règlement : \(refus.raison)."
    } catch {
      fautes[champ] = "Ce règlement ne donne pas toutes les valeurs de l’année \(etat.annee)."
    }
    return nil
  }

  /// Notes a refusal of the act at its field.
  /// - Returns: whether it has one here.
  mutating func prendre(_ refus: Refus) -> Bool {
    switch refus {
    case .regle(_, .figeDepuis): fautes["irregularite"] = refus.phrase.enPhrase
    case .interdit, .inconnu, .conflit, .etat, .regle, .donnees: return false
    }
    return true
  }

  /// Takes the version that stands, so that who reads again may confirm.
  mutating func prendre(_ conflit: Refus.Conflit) {
    versions[lieu] = conflit.version
    avis = [Avis(.attention, titre: "Modifié entre-temps", conflit.phraseSansContenu)]
  }

  // MARK: The form

  func corps(jeton: Jeton) -> some HTML {
    let champs = champsDuChoix + champsDesDates
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.reglements(etat.annee, "adopter"), jeton: jeton) {
        HTMLList(
          versions.sorted { $0.key < $1.key }.map { lieu, version in
            input(.type("hidden"), .name("version-" + lieu), .value("\(version)"))
          }
        )
        HTMLList(champs)
        Boutons(Bouton("Mettre en vigueur", .premier))
      },
    )
  }

  private var champsDuChoix: [Champ] {
    [
      Champ(
        "lieu",
        "Pour",
        .choix(
          [Choix(Self.etablissement, "tout l’établissement")]
            + etat.departements.map { Choix("\($0.id)", $0.nom) },
          choisi: lieu,
        ),
        erreur: fautes["lieu"],
      ),
      Champ(
        "profil",
        "Règlement fourni",
        .choix(fournis.map { Choix($0, $0) }, choisi: profil.isEmpty ? nil : profil),
        erreur: fautes["profil"],
        estFacultatif: true,
      ),
      Champ(
        "texte",
        "Ou le texte d’un autre, en JSON",
        .texteLong(texte, lignes: 8),
        aide: "Au format « delibere/profil/1 » ; il peut hériter d’un règlement fourni.",
        erreur: fautes["texte"],
        estFacultatif: true,
      ),
    ]
  }

  private var champsDesDates: [Champ] {
    [
      Champ(
        "conseil",
        "Adopté par le conseil de l’IUT le",
        .date(conseil),
        erreur: fautes["conseil"],
        estFacultatif: true,
      ),
      Champ(
        "cfvu",
        "Adopté par la CFVU le",
        .date(cfvu),
        aide: "Les dates peuvent être complétées plus tard.",
        erreur: fautes["cfvu"],
        estFacultatif: true,
      ),
      Champ(
        "irregularite",
        "Pourquoi hors délai",
        .texteLong(irregularite, lignes: 2),
        aide: etat.retard.map {
          "Un autre règlement ne peut plus être mis en vigueur depuis le \($0.enLettres) "
            + "(L. 613-1) sans un motif, que le jury verra."
        } ?? "À remplir seulement plus d’un mois après le début de l’année.",
        erreur: fautes["irregularite"],
        estFacultatif: true,
      ),
    ]
  }
}

extension Visite {
  func adoption(
    _ etat: VoirLesReglements.Etat,
    _ formulaire: FormulaireDAdoption,
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    page(
      "Adopter un règlement",
      fil: fil(.reglements) + [
        Lien(etat.annee.description, vers: Chemin.reglements(etat.annee))
      ],
      avis: formulaire.avis,
      statut: statut,
    ) {
      Carte("Pour l’année \(etat.annee)") { formulaire.corps(jeton: jeton) }
    }
  }
}
