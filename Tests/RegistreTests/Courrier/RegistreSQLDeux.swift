import Registre
import Soutien

/// The same base as another process has it.
enum RegistreSQLDeux {
  static func ouvrir(_ base: BaseTemporaire) throws -> RegistreSQL {
    try RegistreSQL(RegistreDEssai.adresse(base), lecteurs: 2)
  }
}
