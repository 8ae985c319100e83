internal import Scolarite

extension Travail {
  /// Compares a list with the register; refuses one that contradicts itself or what stands.
  func plan(_ nouveaux: [NouvelEtudiant], _ promotion: Promotion) throws
    -> PlanDInscription
  {
    let inscrits = Set(try registre.inscriptions(promotion.id).map(\.etudiant))
    var plan = PlanDInscription()
    var fautes: [Refus.Faute] = []
    var vus: Set<String> = []
    var designes: Set<Identifiant<Etudiant>> = []
    for nouveau in nouveaux {
      fautes += nouveau.identite.fautes(nouveau.lieu)
      let cles = [nouveau.identite.ine, nouveau.identite.nip].compactMap(\.self)
      for cle in cles where !vus.insert(cle).inserted {
        fautes.append(.init(nouveau.lieu, .enDouble(vu: cle)))
      }
      do throws(Refus.Faute.EnErreur) {
        guard let connu = try rapprocher(nouveau) else {
          plan.nouveaux.append(nouveau)
          continue
        }
        guard designes.insert(connu.etudiant.id).inserted else {
          throw .faute(.init(nouveau.lieu, .enDouble(vu: connu.etudiant.nomAffiche)))
        }
        if inscrits.contains(connu.etudiant.id) {
          plan.dejaInscrits.append(connu)
        } else {
          plan.connus.append(connu)
        }
      } catch {
        switch error {
        case .faute(let faute): fautes.append(faute)
        case .registre(let erreur): throw erreur
        }
      }
    }
    guard fautes.isEmpty else { throw Refus.donnees(fautes) }
    return plan
  }

  /// The student of the register whom a row of the list names.
  private func rapprocher(_ nouveau: NouvelEtudiant) throws(Refus.Faute.EnErreur)
    -> PlanDInscription.Rapproche?
  {
    let parNIP: Etudiant?
    let parINE: Etudiant?
    do {
      parNIP = try registre.etudiant(nip: nouveau.identite.nip)
      parINE = try nouveau.identite.ine.flatMap { try registre.etudiant(ine: $0) }
    } catch {
      throw .registre(error)
    }
    if let parNIP, let parINE, parNIP.id != parINE.id {
      throw .faute(
        .init(
          nouveau.lieu,
          .contraire(vu: nouveau.identite.nip, enPlace: parINE.identite?.nip ?? ""),
        )
      )
    }
    guard let etudiant = parINE ?? parNIP, let identite = etudiant.identite else { return nil }
    return .init(
      etudiant: etudiant,
      nouveau: nouveau,
      changements: identite.changements(vers: identite.completee(par: nouveau.identite)),
    )
  }
}

extension Refus.Faute {
  /// A fault of the list, or a failure of the register.
  fileprivate enum EnErreur: Error {
    case faute(Refus.Faute)
    case registre(any Error)
  }
}
