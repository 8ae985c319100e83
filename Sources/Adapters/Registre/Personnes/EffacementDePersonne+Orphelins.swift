internal import SQL

extension EffacementDePersonne {
  /// What nobody is left to claim: files that no student deposited any more.
  ///
  /// `?1` is the establishment.
  static let orphelins: [SQLText] = [
    """
    DELETE FROM fichier WHERE etablissement = ?1 AND NOT EXISTS
      (SELECT 1 FROM depot_de_fichier d
       WHERE d.etablissement = fichier.etablissement AND d.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM justificatif j
       WHERE j.etablissement = fichier.etablissement AND j.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM autorisation_d_absence a
       WHERE a.etablissement = fichier.etablissement AND a.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM demande d
       WHERE d.etablissement = fichier.etablissement AND d.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM piece_d_engagement p
       WHERE p.etablissement = fichier.etablissement AND p.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM demande_d_amenagement a
       WHERE a.etablissement = fichier.etablissement AND a.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM inscription_tardive i
       WHERE i.etablissement = fichier.etablissement AND i.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM redoublement r
       WHERE r.etablissement = fichier.etablissement
         AND (r.fichier = fichier.fichier OR r.supplement_fichier = fichier.fichier))
    """
  ]
}
