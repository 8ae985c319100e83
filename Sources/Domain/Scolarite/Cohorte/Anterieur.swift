/// What a student brings from earlier years, as the rules gave it.
struct Anterieur: Sendable {
  /// Each UE known, by rank, as it stood.
  private(set) var ues: [UEAnterieure] = []
  /// The RCUE validated, by key, with their average then.
  private(set) var valides: [CleRCUE: EtatRCUEEnColonnes] = [:]
  /// The UE of semesters 1 and 2 on the programmes of these years, as a mask of ranks.
  private(set) var premiereAnnee: UInt64 = 0

  struct UEAnterieure: Sendable {
    let rang: Int
    let etat: EtatEnColonnes
    /// The best attempt that absences did not block, and the best of the others.
    let libre: Tentee?
    let bloquee: Tentee?
    /// The last attempt.
    let derniere: Tentee?
  }

  struct Tentee: Sendable {
    let numerateur: Int64
    let denominateur: Int64
    let bloquee: Bool
    /// Of an earlier year.
    let estAnterieure: Bool
  }

  /// `nil` when something does not fit in columns.
  init?(_ avant: Deliberation<SansPreuve>, _ plan: inout Plan) {
    for resultat in avant.acquis.values {
      guard let rang = plan.rang(de: resultat.ue), let ue = UEAnterieure(resultat, rang) else {
        return nil
      }
      ues.append(ue)
    }
    for (cle, rcue) in avant.valides {
      guard let etat = EtatRCUEEnColonnes(rcue) else { return nil }
      valides[cle] = etat
    }
    for ue in avant.programme.values where ue.semestre.valeur <= 2 {
      guard let rang = plan.rang(de: ue) else { return nil }
      premiereAnnee |= 1 << UInt64(rang)
    }
  }
}

extension Anterieur.UEAnterieure {
  fileprivate init?(_ resultat: ResultatUE<SansPreuve>, _ rang: Int) {
    var etat = EtatEnColonnes()
    guard let code = CodeEnColonnes.rang(resultat.code),
      let moyenne = EntiersDeFraction(resultat.moyenne?.valeur)
    else { return nil }
    (etat.numerateur, etat.denominateur) = (moyenne.numerateur, moyenne.denominateur)
    etat.mode = resultat.mode?.rang ?? 0
    etat.code = code
    etat.marques = .connue
    if resultat.bloque { etat.marques.insert(.bloquee) }
    if resultat.ecartee { etat.marques.insert(.ecartee) }
    if resultat.acquise { etat.marques.insert(.acquiseAvant) }
    if resultat.moyenne != nil { etat.marques.insert(.anterieure) }
    var tentees: [Anterieur.Tentee] = []
    for tentative in resultat.tentatives {
      guard let entiers = EntiersDeFraction(tentative.moyenne.valeur) else { return nil }
      tentees.append(
        .init(
          numerateur: entiers.numerateur,
          denominateur: entiers.denominateur,
          bloquee: tentative.bloque.valeur,
          estAnterieure: true,
        )
      )
    }
    self.rang = rang
    self.etat = etat
    libre = tentees.filter { !$0.bloquee }.max { $0.estSous($1) }
    bloquee = tentees.filter(\.bloquee).max { $0.estSous($1) }
    derniere = tentees.last
  }
}

extension Anterieur.Tentee {
  func estSous(_ autre: Anterieur.Tentee) -> Bool {
    Int128(numerateur) * Int128(autre.denominateur)
      < Int128(autre.numerateur) * Int128(denominateur)
  }
}

/// A fraction in 64 bits, over a denominator that sums can bear; 0/0 for none.
struct EntiersDeFraction: Sendable {
  let numerateur: Int64
  let denominateur: Int64

  static let zero = EntiersDeFraction()

  private init() {
    (numerateur, denominateur) = (0, 1)
  }

  init?(_ fraction: Fraction?) {
    guard let fraction else {
      (numerateur, denominateur) = (0, 0)
      return
    }
    guard let haut = Int64(exactly: fraction.numerateur),
      let bas = Int64(exactly: fraction.denominateur), bas < Plan.borne
    else { return nil }
    (numerateur, denominateur) = (haut, bas)
  }
}

extension EtatRCUEEnColonnes {
  fileprivate init?(_ rcue: ResultatRCUE<SansPreuve>) {
    guard let code = CodeEnColonnes.rang(rcue.code),
      rcue.moyenne.map({ $0.valeur.denominateur < 1 << 90 }) ?? true
    else { return nil }
    self.code = code
    numerateur = rcue.moyenne?.valeur.numerateur ?? 0
    denominateur = rcue.moyenne?.valeur.denominateur ?? 0
    valide = rcue.valide
    valideAutrement = rcue.valideAutrement
    deLAnnee = true
  }
}
