internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A role to be given, as it is typed.
struct FormulaireDeRole {
  private var role = ""
  private var lieu = "etablissement"
  private var module = ""
  private var depuis: String
  private var jusqua = ""
  private var fautes: [String: String] = [:]
  private let lieux: LieuxNommes
  private let etudiant: Identifiant<Etudiant>?

  /// What was typed, once it can be taken.
  struct Valeurs {
    let role: Role
    let portee: Portee
    let depuis: Jour
    let jusqua: Jour?
  }

  /// For an account; that of a student is most often for their own record.
  init(_ etat: VoirUnCompte.Etat, _ jour: Jour) {
    lieux = etat.lieux
    etudiant = etat.compte.utilisateur.etudiant
    depuis = jour.description
    guard etudiant != nil, etat.compte.roles.isEmpty else { return }
    role = Role.etudiant.rawValue
    lieu = Self.dossier
  }

  init(_ envoi: HTTPForm, _ etat: VoirUnCompte.Etat) {
    lieux = etat.lieux
    etudiant = etat.compte.utilisateur.etudiant
    role = envoi.ligne("role")
    lieu = envoi.ligne("lieu")
    module = envoi.ligne("module")
    depuis = envoi.ligne("depuis")
    jusqua = envoi.ligne("jusqua")
  }

  private static let dossier = "dossier"

  /// What was typed; `nil` once faults are noted at their fields.
  mutating func lire() -> Valeurs? {
    let choisi = Role(rawValue: role)
    if choisi == nil { fautes["role"] = "Choisissez un rôle." }
    let debut = Jour(depuis)
    if debut == nil { fautes["depuis"] = "Donnez le premier jour." }
    let fin = Jour(jusqua)
    if !jusqua.isEmpty, fin == nil { fautes["jusqua"] = "Cette date n’existe pas." }
    let portee = lirePortee()
    guard fautes.isEmpty, let choisi, let debut, let portee else { return nil }
    return Valeurs(role: choisi, portee: portee, depuis: debut, jusqua: fin)
  }

  private mutating func lirePortee() -> Portee? {
    let parties = lieu.split(separator: "/").map(String.init)
    let numero = parties.count == 2 ? Int64(parties[1]) : nil
    if !module.isEmpty, parties.first != "promotion" {
      fautes["module"] = "Un module va avec une promotion : choisissez-la."
      return nil
    }
    switch (parties.first, numero) {
    case ("etablissement", nil): return .etablissement
    case ("departement", let id?):
      if let id = Identifiant<Departement>(id) { return .departement(id) }
    case ("promotion", let id?):
      if let id = Identifiant<Promotion>(id) {
        return module.isEmpty ? .promotion(id) : .module(id, module)
      }
    case (Self.dossier, nil):
      if let etudiant { return .etudiant(etudiant) }
    case _: break
    }
    fautes["lieu"] = "Choisissez jusqu’où va le rôle."
    return nil
  }

  /// Notes a refusal of the act at its field.
  /// - Returns: whether it has one here.
  mutating func prendre(_ refus: Refus) -> Bool {
    switch refus {
    case .etat(.moduleInconnu): fautes["module"] = refus.phrase.enPhrase
    case .etat(.horsPeriode): fautes["jusqua"] = "Le dernier jour ne peut précéder le premier."
    case .donnees:
      fautes["lieu"] = "Le rôle d’étudiant ne porte que sur son propre dossier."
    case .interdit, .inconnu, .conflit, .etat, .regle: return false
    }
    return true
  }

  // MARK: The form

  func corps(vers adresse: SafeURL, jeton: Jeton) -> some HTML {
    let champs = self.champs
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: adresse, jeton: jeton) {
        Rangee {
          champs[0]
          champs[1]
          champs[2]
        }
        Rangee {
          champs[3]
          champs[4]
        }
        Boutons(Bouton("Donner le rôle", .premier))
      },
    )
  }

  private var champs: [Champ] {
    [
      Champ(
        "role",
        "Rôle",
        .choix(
          Role.allCases.map { Choix($0.rawValue, $0.phrase) },
          choisi: role.isEmpty ? nil : role,
        ),
        erreur: fautes["role"],
      ),
      Champ("lieu", "Sur", .choix(choixDuLieu, choisi: lieu), erreur: fautes["lieu"]),
      Champ(
        "module",
        "Module",
        .texte(module),
        aide: "Le code d’un module de la promotion : « R101 ».",
        erreur: fautes["module"],
        estFacultatif: true,
      ),
      Champ("depuis", "Depuis le", .date(depuis), erreur: fautes["depuis"]),
      Champ(
        "jusqua",
        "Jusqu’au",
        .date(jusqua),
        erreur: fautes["jusqua"],
        estFacultatif: true,
      ),
    ]
  }

  private var choixDuLieu: [Choix] {
    (etudiant == nil ? [] : [Choix(Self.dossier, "son dossier d’étudiant")])
      + [Choix("etablissement", "tout l’établissement")]
      + lieux.departements.map { Choix("departement/\($0.id)", "département \($0.nom)") }
      + lieux.promotions.map { Choix("promotion/\($0.id)", "\($0.nom), \($0.annee)") }
  }
}
