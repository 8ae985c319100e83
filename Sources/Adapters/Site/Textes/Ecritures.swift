internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

extension Jour {
  /// « 3 novembre 2026 ».
  var enLettres: String {
    Typographie.date(jour: quantieme, mois: mois, annee: annee) ?? description
  }
}

extension Moment {
  /// « 3 novembre 2026 à 14 h 05 ».
  var enLettres: String {
    "\(jour.enLettres) à \(Typographie.heure(instant.minute / 60, instant.minute % 60))"
  }
}

extension Visite {
  /// A moment as people read it, in Paris.
  func enLettres(_ horodatage: Horodatage) -> String {
    let instant = site.bureau.horloge.instant(horodatage)
    return Moment(horodatage: horodatage, instant: instant).enLettres
  }
}

extension Fraction {
  /// « 11,42 », with two decimals.
  var surDeuxDecimales: String { affichee(decimales: 2) }
}

/// « 3 notes », « 1 note ».
func compte(_ nombre: Int, _ mot: String, _ pluriel: String? = nil) -> String {
  "\(nombre) " + (nombre > 1 ? pluriel ?? mot + "s" : mot)
}

extension Doute {
  /// Why the mark deserves a second look.
  var phrase: String {
    switch self {
    case .extreme: "note extrême : est-ce bien cela ?"
    case .loinDesAutres: "très loin des autres notes : est-ce bien cela ?"
    case .loinDesSiennes: "très loin de ses autres notes : est-ce bien cela ?"
    }
  }
}

extension ModuleEnseigne {
  /// « R101 Anglais ».
  var nomEntier: String { titre == code ? code : "\(code) \(titre)" }

  /// Where its page is.
  var adresse: SafeURL { Chemin.module(promotion.id, code) }
}

extension EvaluationSuivie {
  /// The state in words, as a label.
  var pastille: Pastille {
    if evaluation.verrouillee { return Pastille("verrouillée", .neutre) }
    if evaluation.publiee { return Pastille("publiée", .succes) }
    return Pastille("non publiée", .attention)
  }

  /// « 27 notes sur 30 ».
  var avancement: String { "\(compte(saisies, "note")) sur \(attendus)" }
}
