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
      fautes += nouveau.identite.fautes(nouveau.lieu, le: moment.jour)
      let cles = [nouveau.identite.ine, nouveau.identite.nip].compactMap(\.self)
      for cle in cles where !vus.insert(cle).inserted {
        fautes.append(.init(nouveau.lieu, .enDouble(vu: cle)))
      }
      do throws(Refus.Faute.EnErreur) {
        guard let connu = try rapprocher(nouveau, inscrits) else {
          plan.nouveaux.append(nouveau)
          continue
        }
        guard designes.insert(connu.etudiant.id).inserted else {
          let vu = connu.estDAilleurs ? nouveau.identite.nip : connu.etudiant.nomAffiche
          throw .faute(.init(nouveau.lieu, .enDouble(vu: vu)))
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
  private func rapprocher(_ nouveau: NouvelEtudiant, _ inscrits: Set<Identifiant<Etudiant>>)
    throws(Refus.Faute.EnErreur) -> PlanDInscription.Rapproche?
  {
    let parNIP: Etudiant?
    let parINE: Etudiant?
    do {
      parNIP = try registre.etudiant(nip: nouveau.identite.nip)
      parINE = try nouveau.identite.ine.flatMap { try registre.etudiant(ine: $0) }
    } catch {
      throw .registre(error)
    }
    guard let etudiant = parINE ?? parNIP, let identite = etudiant.identite else { return nil }
    let estConnu: Bool
    do {
      estConnu = try inscrits.contains(etudiant.id) || connait(etudiant.id)
    } catch {
      throw .registre(error)
    }
    if let parNIP, parNIP.id != etudiant.id {
      let enPlace = estConnu ? identite.nip : "un autre numéro"
      throw .faute(
        .init(nouveau.lieu, .contraire(vu: nouveau.identite.nip, enPlace: enPlace))
      )
    }
    return .init(
      etudiant: estConnu ? etudiant : etudiant.nomme,
      nouveau: nouveau,
      changements: estConnu
        ? identite.changements(vers: identite.completee(par: nouveau.identite)) : [],
      estDAilleurs: !estConnu,
    )
  }

  /// Whether the person sees who a student is, in one of the student’s promotions.
  func connait(_ etudiant: Identifiant<Etudiant>) throws -> Bool {
    let lieux = try lieux(de: etudiant).map(\.sansEtudiant)
    return peut(.gererLesEtudiants, unDe: lieux) || peut(.voirLesAmenagements, unDe: lieux)
  }
}

extension Refus.Faute {
  /// A fault of the list, or a failure of the register.
  fileprivate enum EnErreur: Error {
    case faute(Refus.Faute)
    case registre(any Error)
  }
}
