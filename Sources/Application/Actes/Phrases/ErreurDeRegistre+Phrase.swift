extension ErreurDeRegistre {
  /// What happened, what became of the work, and what to do, in French.
  public var phrase: String {
    switch self {
    case .injoignable:
      "la base ne répond pas : le serveur est arrêté, la base ou le fichier n’est pas là, ou ce compte "
        + "n’y a pas accès. Rien n’a été écrit ; vérifiez l’adresse, les droits et que le serveur "
        + "tourne, puis recommencez"
    case .motDePasseRefuse:
      "la base refuse le nom ou le mot de passe. Rien n’a été écrit ; corrigez l’adresse de la "
        + "base, PGPASSWORD ou ~/.pgpass"
    case .issueInconnue:
      "la connexion s’est rompue pendant l’enregistrement, et la base ne dit pas encore s’il a eu "
        + "lieu. Quand elle répond de nouveau, regardez si la modification y est avant de la refaire"
    case .interrompue:
      "la connexion à la base s’est rompue. Cette modification n’a pas été enregistrée, ce qui "
        + "l’était avant l’est toujours ; recommencez"
    case .occupee:
      "d’autres écrivent dans la base et elle ne s’est pas libérée à temps. Rien n’a été perdu ; "
        + "recommencez dans un instant"
    case .disquePlein:
      "le disque de la base est plein. Cette modification n’a pas été enregistrée, le reste est "
        + "intact ; libérez de la place, puis recommencez"
    case .lectureSeule:
      "la base ne peut être que lue. Rien n’a été écrit ; vérifiez les droits du fichier et de son "
        + "dossier, ou ceux du compte de la base"
    case .endommagee:
      "le fichier n’est pas une base, ou il est endommagé. Vérifiez l’adresse ; si c’est la bonne, n’y "
        + "écrivez plus : gardez-le à part et restaurez la dernière sauvegarde (delibere base "
        + "restaurer)"
    case .disqueEnPanne:
      "le disque de la base signale une erreur. Cette modification n’a pas été enregistrée ; "
        + "copiez la base ailleurs sans attendre, puis faites examiner le disque"
    case .plusRecente(let base, let programme):
      "la base a été faite par une version plus récente de Délibéré (schéma \(base), ce programme "
        + "connaît le \(programme)). Elle n’a pas été touchée ; installez cette version"
    case .schemaEtranger(let numero):
      "l’étape \(numero) du schéma de la base n’est pas celle de ce programme : la base vient d’une "
        + "autre édition. Elle n’a pas été touchée ; prenez le programme qui l’a faite"
    case .incoherente(let detail):
      "la base refuse ce que le programme lui demande. Rien n’a été écrit ; signalez-le avec ce "
        + "texte : \(detail)"
    case .fichierEndommage(let empreinte):
      "le fichier déposé \(empreinte.prefix(12))… n’est plus celui qui avait été gardé. Il n’a pas "
        + "été ouvert ; reprenez-le dans la dernière sauvegarde"
    case .scelleEndommage(let jury, let etudiant):
      "la décision scellée de l’étudiant \(etudiant) au jury \(jury) a été modifiée après coup. "
        + "N’en tenez pas compte ; vérifiez la base (delibere base verifier) et reprenez la dernière "
        + "sauvegarde"
    case .etablissementInconnu:
      "la base ne contient pas cet établissement. Rien n’a été écrit ; vérifiez l’adresse de la base"
    }
  }
}
