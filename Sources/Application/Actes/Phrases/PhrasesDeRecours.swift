/// How a decision of a jury is contested, in sentences that the site and the letters share.
public enum PhrasesDeRecours {
  public static let erreur =
    "Écrivez d’abord à votre secrétariat ou à votre directeur des études, en disant quelle note "
    + "est fausse et en joignant ce qui le montre. Si l’erreur matérielle est établie, le jury "
    + "se réunit de nouveau : lui seul peut changer sa décision."

  public static let gracieux =
    "Vous pouvez demander par écrit que la décision soit revue, dans les deux mois qui suivent "
    + "le jour où elle vous a été notifiée. Sans réponse au bout de deux mois, votre demande est "
    + "rejetée ; vous avez alors deux mois de plus pour aller devant le tribunal."

  public static let contentieux =
    "Vous pouvez demander au tribunal administratif d’annuler la décision, dans les deux mois qui "
    + "suivent sa notification, ou la réponse à votre recours gracieux (code de justice "
    + "administrative, articles R. 421-1 et R. 421-2). Le tribunal vérifie que les règles ont "
    + "été suivies ; il ne note pas les copies à nouveau. La demande peut être déposée sur "
    + "www.telerecours.fr, sans avocat."

  /// Where nobody wrote to whom a decision is contested.
  public static let adresseManquante =
    "L’établissement n’a pas encore rempli cette adresse. Demandez-la à votre secrétariat sans "
    + "attendre."
}
