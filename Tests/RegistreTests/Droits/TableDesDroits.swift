/// The rights of every act, written beside the code that checks them.
enum TableDesDroits {
  static let toutes =
    etablissement + structure + etudiants + notes + lectures + assiduite + emargement + absences
    + procedures + discipline + bonifications + amenagements
    + jury + copies
    + redoublement + anneeSuivante + documents + sessionDeux + calendrierDeSession2 + bts
}
