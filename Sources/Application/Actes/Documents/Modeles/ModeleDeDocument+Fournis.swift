extension ModeleDeDocument {
  /// The texts that ship: what stands until somebody writes others.
  public static func fourni(_ nature: NatureDeDocument) -> ModeleDeDocument {
    let direction = "La direction de l’IUT"
    switch nature {
    case .releveProvisoire:
      return ModeleDeDocument(
        nature: nature,
        titre: "Relevé de notes provisoire",
        apres: """
          Ce relevé donne les notes publiées à sa date, avant malus et bonifications. Il ne dit \
          rien de ce que le jury décidera.
          """,
      )
    case .releveDefinitif:
      return ModeleDeDocument(
        nature: nature,
        titre: "Relevé de notes définitif",
        apres: "Établi d’après les décisions du jury du {{jury}}.",
        qualite: direction,
      )
    case .attestationDeReussite:
      return ModeleDeDocument(
        nature: nature,
        titre: "Attestation de réussite",
        avant: "La direction de l’IUT atteste que",
        apres:
          "Cette attestation est délivrée à l’intéressé pour servir et valoir ce que de droit.",
        qualite: direction,
      )
    case .certificatDeDUT, .certificatDeBUT:
      return ModeleDeDocument(
        nature: nature,
        titre: "Certificat de diplôme",
        avant: "La direction de l’IUT certifie que",
        apres: "Ce certificat tient lieu de diplôme jusqu’à la remise du parchemin.",
        qualite: direction,
      )
    case .supplementAuDiplome:
      return ModeleDeDocument(
        nature: nature,
        titre: "Supplément au diplôme",
        avant: """
          Ce supplément accompagne le diplôme et n’en tient pas lieu. Il suit le modèle de la \
          Commission européenne, du Conseil de l’Europe et de l’UNESCO : il décrit la nature, le \
          niveau, le contenu et le statut des études que le titulaire a menées à bien, afin que \
          d’autres puissent les reconnaître. Il ne porte ni jugement de valeur ni déclaration \
          d’équivalence.
          """,
        qualite: direction,
      )
    case .procesVerbal, .procesVerbalAnonyme:
      return ModeleDeDocument(nature: nature, titre: "Procès-verbal de jury")
    case .lettreDeDecision:
      return ModeleDeDocument(
        nature: nature,
        titre: "Notification des décisions du jury",
        avant: "Le jury réuni le {{jury}} a examiné vos résultats de l’année {{annee}}.",
        qualite: direction,
      )
    case .refusDeRedoublement:
      return ModeleDeDocument(
        nature: nature,
        titre: "Réponse à une demande de redoublement",
        qualite: direction,
      )
    case .convocation:
      return ModeleDeDocument(
        nature: nature,
        titre: "Convocation",
        avant: "Nous vous convoquons aux épreuves suivantes.",
        apres: """
          Présentez cette convocation et une pièce d’identité à l’entrée de la salle. Cartables, \
          téléphones, objets connectés et documents non autorisés y restent ; une copie se remet \
          à l’heure, même blanche.
          """,
      )
    case .listeDeSalle: return ModeleDeDocument(nature: nature, titre: "Liste de salle")
    case .feuilleDEmargement:
      return ModeleDeDocument(nature: nature, titre: "Feuille d’émargement")
    case .procesVerbalDeFraude:
      return ModeleDeDocument(nature: nature, titre: "Procès-verbal de fraude")
    case .invitationAExpliquer:
      return ModeleDeDocument(
        nature: nature,
        titre: "Invitation à vous expliquer",
        qualite: direction,
      )
    case .saisineDisciplinaire:
      return ModeleDeDocument(
        nature: nature,
        titre: "Saisine disciplinaire",
        qualite: direction,
      )
    case .notificationDeSanction:
      return ModeleDeDocument(
        nature: nature,
        titre: "Décision de la section disciplinaire",
        qualite: direction,
      )
    case .decisionDeBonification:
      return ModeleDeDocument(
        nature: nature,
        titre: "Bonification pour engagement étudiant",
        qualite: direction,
      )
    case .procesVerbalDeCommission:
      return ModeleDeDocument(
        nature: nature,
        titre: "Procès-verbal de la commission des bonifications",
        qualite: direction,
      )
    case .accuseDeSession2:
      return ModeleDeDocument(
        nature: nature,
        titre: "Votre réponse à la session 2",
        apres: "Conservez cet accusé : sa référence et sa date font foi de ce qui a été reçu.",
      )
    case .decisionDInscriptionTardive:
      return ModeleDeDocument(
        nature: nature,
        titre: "Inscription tardive en session 2",
        qualite: direction,
      )
    case .amenagementsDeSession2:
      return ModeleDeDocument(nature: nature, titre: "Vos aménagements à la session 2")
    case .convocationAConsulter:
      return ModeleDeDocument(
        nature: nature,
        titre: "Consultation de votre copie de session 2",
        apres: """
          La note ne peut être modifiée qu’en cas d’erreur matérielle avérée : note mal reportée, \
          total faux, partie non corrigée, copie d’une autre personne.
          """,
      )
    case .reponseAContestation:
      return ModeleDeDocument(
        nature: nature,
        titre: "Réponse à votre contestation",
        qualite: direction,
      )
    case .calendrierOfficiel:
      return ModeleDeDocument(
        nature: nature,
        titre: "Calendrier",
        apres: """
          Un calendrier peut être modifié : le code au pied de la page dit si celui-ci a été \
          remplacé.
          """,
        qualite: direction,
      )
    }
  }
}
