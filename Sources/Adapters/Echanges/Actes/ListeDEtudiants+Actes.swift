public import Actes
internal import Scolarite
internal import Spreadsheets

extension ListeDEtudiants {
  /// The students of the list, as they are enrolled; a statut that is not given is `initial`.
  public var nouveaux: [NouvelEtudiant] {
    lignes.map { ligne in
      NouvelEtudiant(
        identite: IdentiteDEtudiant(
          ine: ligne.ine,
          nip: ligne.nip ?? "",
          nomCivil: ligne.nom,
          prenomCivil: ligne.prenom,
          nomDUsage: ligne.nomDUsage,
          prenomDUsage: ligne.prenomDUsage,
          naissance: ligne.naissance,
          courriel: ligne.courriel,
          telephone: ligne.telephone,
          baccalaureat: ligne.typeDeBac,
        ),
        statut: ligne.statut ?? .initial,
        groupes: [ligne.groupeTD, ligne.groupeTP, ligne.groupe, ligne.parcours].compactMap(\.self),
        lieu: ligne.place(.nom).description,
      )
    }
  }
}
