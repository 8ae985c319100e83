internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The days of adoption of a règlement in force, as they are typed.
struct FormulaireDeDates {
  private var conseil = ""
  private var cfvu = ""
  private var version: Int64
  private var fautes: [String: String] = [:]
  private(set) var avis: [Avis] = []

  /// What was typed, once it can be taken.
  struct Valeurs {
    let conseil: Jour?
    let cfvu: Jour?
    let version: Int64
  }

  init(_ profil: ProfilAdopte) {
    conseil = profil.conseil?.description ?? ""
    cfvu = profil.cfvu?.description ?? ""
    version = profil.version
  }

  init(_ envoi: HTTPForm) {
    conseil = envoi.ligne("conseil")
    cfvu = envoi.ligne("cfvu")
    version = Int64(envoi.ligne("version")) ?? 0
  }

  /// What was typed; `nil` once faults are noted at their fields.
  mutating func lire() -> Valeurs? {
    let (auConseil, enCFVU) = (Jour(conseil), Jour(cfvu))
    if !conseil.isEmpty, auConseil == nil { fautes["conseil"] = "Cette date n’existe pas." }
    if !cfvu.isEmpty, enCFVU == nil { fautes["cfvu"] = "Cette date n’existe pas." }
    guard fautes.isEmpty else { return nil }
    return Valeurs(conseil: auConseil, cfvu: enCFVU, version: version)
  }

  /// Takes the version that stands, so that who reads the page again may confirm.
  mutating func prendre(_ conflit: Refus.Conflit) {
    version = conflit.version
    avis = [Avis(.attention, titre: "Modifié entre-temps", conflit.phraseSansContenu)]
  }

  func corps(vers adresse: SafeURL, jeton: Jeton) -> some HTML {
    let champs = [
      Champ(
        "conseil",
        "Conseil de l’IUT",
        .date(conseil),
        erreur: fautes["conseil"],
        estFacultatif: true,
      ),
      Champ(
        "cfvu",
        "CFVU",
        .date(cfvu),
        aide: "Le jury en aura besoin pour le malus et la règle des 30 %.",
        erreur: fautes["cfvu"],
        estFacultatif: true,
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: adresse, jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(version)"))
        HTMLList(champs)
        Boutons(Bouton("Enregistrer les dates", .premier))
      },
    )
  }
}

extension Refus.Conflit {
  /// Who wrote in between, for a page that shows what stands now.
  var phraseSansContenu: String {
    "\(auteur) a enregistré un changement pendant que vous lisiez ; le vôtre n’est pas encore "
      + "enregistré. Relisez : enregistrer de nouveau remplacera ce qui est en place."
  }
}
