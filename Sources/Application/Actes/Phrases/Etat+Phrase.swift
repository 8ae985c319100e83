internal import Scolarite

extension Etat {
  /// What keeps the act from happening and what to do, in French.
  public var phrase: String {
    switch self {
    case .evaluationVerrouillee:
      "l’évaluation est verrouillée, ses notes sont celles du jury : il faut d’abord la "
        + "déverrouiller"
    case .evaluationDejaPubliee: "l’évaluation est déjà publiée"
    case .evaluationNonPubliee: "l’évaluation n’est pas publiée"
    case .evaluationNotee(let nombre):
      "\(nombre) notes sont saisies, ce dont elles dépendent ne peut être retiré"
    case .evaluationCitee(let seances, let incidents):
      "l’évaluation est celle de \(seances) séances et de \(incidents) incidents ou rattrapages : "
        + "retirez d’abord les séances ; une évaluation où il y eut un incident ou un rattrapage reste"
    case .entreeInconnue(let numero): "le journal n’a pas d’entrée \(numero)"
    case .nomDejaPris(let nom): "le nom « \(nom) » est déjà pris : choisissez-en un autre"
    case .identifiantDejaPris(let identifiant):
      "« \(identifiant) » est déjà porté par quelqu’un d’autre"
    case .etudiantNonInscrit: "l’étudiant n’y est pas inscrit, ou ne l’est plus"
    case .dejaInscrit: "l’étudiant y est déjà inscrit"
    case .inscriptionTerminee(let jour): "l’inscription a pris fin le \(jour.enFrancais)"
    case .inscriptionEnCours:
      "la personne est inscrite cette année : terminez l’inscription, ou confirmez l’effacement avec "
        + "son motif"
    case .figeDepuis(let jour):
      "cela ne peut plus changer depuis le \(jour.enFrancais) : donnez le motif pour passer outre"
    case .moduleInconnu(let code): "la maquette ne contient pas le module « \(code) »"
    case .horsPeriode(let debut, let fin):
      "le jour doit être entre le \(debut.enFrancais) et le \(fin.enFrancais)"
    case .rienACompleter: "ce justificatif n’est pas à compléter"
    case .motifManquant: "il faut dire pourquoi : donnez un motif"
    case .baseNonVide: "la base contient déjà des données, il en faut une vide"
    case .dernierAdministrateur:
      "il n’y aurait plus personne pour administrer l’établissement : donnez d’abord ce rôle à "
        + "quelqu’un d’autre"
    case .aucunReglement: "aucun règlement n’est en vigueur cette année-là : adoptez-en un"
    case .seancePointee(let nombre):
      "l’appel de la séance est déjà fait pour \(nombre) étudiants : elle ne peut être retirée"
    case .sansAbsence: "l’étudiant était présent : il n’y a rien à justifier"
    case .emargementFerme: "l’émargement de ce créneau n’est pas ouvert"
    case .horsDuCreneau:
      "on signe d’une demi-heure avant le début du créneau jusqu’à sa fin : ce n’est pas l’heure"
    case .dejaSigne(let moment): "vous avez déjà signé, le \(moment.enToutesLettres)"
    case .codePerime: "ce code n’est plus affiché : prenez celui que l’écran montre maintenant"
    case .codeFaux: "ce code n’est pas celui de ce créneau : relisez-le sur l’écran"
    case .presenceConstatee:
      "l’appel dit autre chose pour ce créneau : voyez-le avec la personne qui le fait"
    case .absenceCommencee: "cela se demande avant le début de l’absence"
    case .sansObjetPourUnAlternant:
      "cela ne vaut pas pour un alternant, qui relève aussi du règlement de son CFA"
    case .declarationTardive(let moment):
      "une indisponibilité se déclare avant le \(moment.enToutesLettres) : après, l’absence est "
        + "injustifiée, sauf justificatif"
    case .indisponibiliteDejaDeclaree: "ce jour est déjà déclaré"
    case .indisponibilitesEpuisees(let jours):
      "les \(jours) jours d’indisponibilité de l’année sont pris"
    case .responsableLegalManquant:
      "l’étudiant est mineur : la demande est faite par un responsable légal, donnez son nom"
    case .autorisationDecidee: "la réponse à cette demande est déjà donnée"
    case .autorisationRequise:
      "ce justificatif ne justifie pas de droit : l’absence doit être autorisée par le responsable de "
        + "département"
    case .sansCondition: "cette autorisation n’attend aucune condition"
    case .sansAbsenceJustifiee:
      "l’étudiant n’a pas d’absence justifiée à cette évaluation : il n’y a pas de rattrapage de droit"
    case .rattrapageDejaDemande: "le rattrapage de cette évaluation est déjà demandé"
    case .rattrapageDecide: "le rattrapage est déjà refusé"
    case .bonusDejaAttribue(let nature):
      "un bonus « \(nature) » est déjà attribué à l’étudiant : une même activité ne compte qu’une fois"
    case .semestreEtranger(let numero):
      "le semestre \(numero.valeur) n’est pas de cette promotion"
    case .procedureEngagee: "la section disciplinaire est déjà saisie"
    case .procedureClose: "la procédure est close"
    case .sectionNonSaisie: "seule la section disciplinaire sanctionne : saisissez-la d’abord"
    case .procedureEnCours(let jour):
      "une procédure disciplinaire est en cours depuis le \(jour.enFrancais) : ni relevé ni attestation "
        + "avant sa conclusion"
    case .sansEpreuve: "l’incident n’a pas eu lieu à une épreuve : aucune ne peut être annulée"
    case .dateAVenir: "cette date n’est pas encore venue"
    case .etapeManquante(let etape):
      "il manque d’abord une étape : \(etape.phrase)"
    case .sansEtape: "aucune étape n’est enregistrée : il n’y a rien à annuler"
    case .decisionNotifiee:
      "la décision est notifiée à l’étudiant : elle ne s’annule plus ici, un recours s’enregistre"
    case .sectionSansDecision: "la section disciplinaire n’a pas encore statué"
    case .procesVerbalManquant:
      "une fraude à une épreuve va à la section disciplinaire avec son procès-verbal : dressez-le "
        + "d’abord"
    case .sansFraude: "seule une fraude à une épreuve a un procès-verbal"
    case .sansDegat: "l’incident n’est pas une dégradation de matériel"
    case .campagneFermee(let debut, let fin):
      "la campagne est ouverte du \(debut.enToutesLettres) au \(fin.enToutesLettres) ; en dehors, il faut "
        + "un cas de force majeure et son justificatif"
    case .moduleDUneAutreEpreuve(let module, let ue):
      "l’épreuve de l’\(ue.texte) donne déjà la note de \(module) : laissez ce module à une seule des "
        + "deux épreuves, ou faites-les valoir chacune pour la moyenne de son UE"
    case .copiesNonPreparees:
      "les copies de cette épreuve ne sont pas préparées : dites d’abord comment elles sont notées"
    case .copiesVersees:
      "les notes de cette épreuve sont déjà versées : une note se corrige avec son motif, avant la "
        + "clôture du jury"
    case .copiesIncompletes(let nombre):
      nombre == 1
        ? "une copie attend encore sa note : rien n’est versé, et les noms restent cachés"
        : "\(nombre) copies attendent encore leur note : rien n’est versé, et les noms restent cachés"
    case .copiesContradictoires(let numeros):
      (numeros.count == 1
        ? "la copie \(numeros[0]) est notée, et son étudiant est noté absent le jour de l’épreuve"
        : "les copies \(numeros.map { "\($0)" }.joined(separator: ", ")) sont notées, et leurs "
          + "étudiants sont notés absents le jour de l’épreuve")
        + " : au jour des épreuves, retirez l’absence de qui était là, ou ici remplacez la note par "
        + "l’absence ; rien n’est versé"
    case .memeLecteur(let numero):
      "la seconde lecture de la copie \(numero) est faite par une autre personne que la première"
    case .copieSansLecture(let numero): "la copie \(numero) n’a pas encore toutes ses lectures"
    case .copieSansEcart(let numero):
      "les lectures de la copie \(numero) s’accordent : il n’y a rien à régler"
    case .noteDeSession2Publiee:
      "cette note est publiée depuis la clôture du jury : elle ne change que pour une erreur "
        + "matérielle avérée, par une nouvelle délibération"
    case .session2NonPubliee:
      "les résultats de cette épreuve ne sont pas publiés : ils le sont à la clôture du jury"
    case .delaiDeConsultationInconnu:
      "le délai de consultation des copies n’est pas fixé pour cette session : adressez-vous au "
        + "secrétariat"
    case .consultationTardive(let limite):
      "la consultation d’une copie se demandait jusqu’au \(limite.enFrancais) inclus"
    case .consultationDejaDemandee: "la consultation de cette copie est déjà demandée"
    case .consultationSansDate:
      "la copie n’a pas encore été consultée : fixez une date, puis constatez la consultation"
    case .consultationTenue: "cette consultation a déjà eu sa suite"
    case .sansErreurMaterielle:
      "la note ne peut être modifiée qu’en cas d’erreur matérielle avérée : l’appréciation du "
        + "correcteur n’en est pas une"
    case .preuveManquante:
      "la note ne peut être modifiée qu’en cas d’erreur matérielle avérée : donnez ce qui la prouve"
    case .correctionSansErreur: "aucune erreur reconnue n’attend que sa note soit reportée"
    case .correctionSansReport: "aucune note reportée n’est à reprendre"
    case .correctionsAReporter(let noms):
      "une erreur matérielle est reconnue et la note exacte n’est pas reportée "
        + "(\(noms.joined(separator: ", "))) : le secrétariat la reporte depuis les contestations de la "
        + "session 2, puis vous clôturez"
    case .correctionsReportees(let noms):
      "la note exacte est déjà reportée (\(noms.joined(separator: ", "))) : le secrétariat remet la note "
        + "publiée depuis les contestations de la session 2, puis vous retirez ce jury ; si l’erreur "
        + "est bien celle de cette copie, clôturez-le"
    case .soutienTardif(let premier):
      "le soutien se tient avant le premier jour des épreuves, le \(premier.enFrancais)"
    case .soutienSansInscrit(let ue): "personne n’est inscrit en session 2 pour l’\(ue.texte)"
    case .soutienFondamentalDAbord(let ues):
      "les UE fondamentales passent d’abord, et \(ues.map(\.texte).joined(separator: ", ")) n’a "
        + "pas encore de séance : donnez le motif pour passer outre"
    case .soutienReserve(let ue):
      "cette séance est offerte à ceux qui sont inscrits en session 2 pour l’\(ue.texte)"
    case .soutienComplet(let places): "les \(places) places de cette séance sont prises"
    case .soutienAnnule: "cette séance de soutien est annulée"
    case .soutienCommence: "cette séance de soutien a commencé"
    case .ueFermee(let ue): "l’\(ue.texte) n’est pas ouverte à la session 2"
    case .juryClos:
      "le jury est clos et ses décisions scellées : seule une nouvelle délibération pour erreur "
        + "matérielle les remplace"
    case .session2DejaOuverte: "une session 2 est déjà ouverte pour cette promotion"
    case .sansSession2: "le règlement de cette promotion n’organise pas de session 2"
    case .session2Conduite:
      "cette campagne est une session 2 : ses dates se changent sur sa page, sous Session 2"
    case .resultatsNonPublies:
      "aucun jury de cette promotion n’est clos : les résultats de la session 1 ne sont pas publiés"
    case .admissibilitePubliee(let jour):
      "la liste des admissibles est publiée depuis le \(jour.enFrancais), elle ne change plus"
    case .admissibiliteSansRectification:
      "la liste publiée ne change que si un jury délibère de nouveau sur la session 1 de l’étudiant, "
        + "ce qu’aucun n’a fait depuis"
    case .admissibiliteInchangee:
      "la liste dit déjà ce que le jury a décidé pour cet étudiant"
    case .admissibiliteNonPubliee: "la liste des admissibles n’est pas encore publiée"
    case .limiteAnnoncee(let limite):
      "les inscriptions sont annoncées aux étudiants jusqu’au \(limite.enToutesLettres), elles ne "
        + "ferment pas plus tôt"
    case .inscriptionOuverte(let limite):
      "les inscriptions sont ouvertes jusqu’au \(limite.enToutesLettres) : inscrivez-vous simplement"
    case .limitePassee(let jour): "cela se demandait au plus tard le \(jour.enFrancais)"
    case .calendrierPublie(let jour):
      "le calendrier est publié depuis le \(jour.enFrancais), les étudiants préparent les épreuves "
        + "annoncées"
    case .juryOuvert: "le jury n’est pas clos"
    case .aucunDocument: "personne n’y a droit à un tel document"
    case .documentSansObjet(let raison): raison.phrase
    case .documentsChanges:
      "ce que disent les documents a changé pendant qu’ils étaient préparés : recommencez"
    case .refusSansReponse(let nombre):
      (nombre == 1
        ? "une demande de redoublement attend" : "\(nombre) demandes de redoublement attendent")
        + " une réponse alors que le jury refuse (NAR) : répondez-y d’abord, ou donnez un motif pour "
        + "passer outre"
    case .propositionChangee:
      "la proposition a changé depuis que la page est ouverte : la voici, décidez de nouveau"
    case .propositionsChangees(let nombre):
      nombre == 1
        ? "une proposition a changé depuis que le jury l’a examinée : reprenez cet examen"
        : "\(nombre) propositions ont changé depuis que le jury les a examinées : reprenez ces examens"
    case .clotureAReprendre:
      "des résultats ont changé depuis que cette page est ouverte : les voici, relisez avant de clore"
    case .juryDejaOuvert:
      "un jury de même objet est déjà ouvert : continuez-le, ou retirez-le s’il est vide"
    case .anneeFinie(let annee): "l’année \(annee) est finie"
    case .anneeSansDiplome:
      "aucun diplôme ne termine une première année : le DUT vient après la deuxième"
    case .juryEntame:
      "le jury a déjà des propositions ou des décisions : reprenez-les d’abord, étudiant par étudiant"
    case .decisionsManquantes(let nombre):
      nombre > 1
        ? "\(nombre) étudiants attendent une décision que le règlement ne propose pas"
        : "un étudiant attend une décision que le règlement ne propose pas"
    case .sansPresident: "personne ne préside le jury, ou la personne qui préside est absente"
    case .adoptionInconnue(let manquante):
      "la date d’adoption du règlement par \(manquante.phrase) n’est pas enregistrée : "
        + "complétez-la, ou donnez le motif de passer outre, qui sera scellé avec les décisions"
    case .horsDuJury: "l’étudiant n’est pas de ceux sur qui ce jury délibère"
    case .decisionsContraires(let une, let autre):
      "deux décisions ne peuvent valoir ensemble : \(une), \(autre)"
    case .redoublementDejaDemande: "une demande de redoublement est déjà déposée pour cette année"
    case .redoublementRetire: "la demande est retirée : il faut en déposer une autre"
    case .redoublementDecide(let jour): "la demande est décidée depuis le \(jour.enFrancais)"
    case .redoublementNotifie(let jour):
      "la décision est notifiée depuis le \(jour.enFrancais) : donnez le motif d’y revenir"
    case .redoublementSansDecision: "la demande n’est pas décidée : il n’y a rien à notifier"
    case .redoublementImpossible(let motifs):
      "ce redoublement ne peut être autorisé : \(motifs.joined(separator: ", "))"
    case .refusIrregulier(let manques):
      "ce refus serait irrégulier, il y manque : \(manques.joined(separator: ", ")) ; complétez-le, "
        + "ou donnez le motif de passer outre, que le journal garde"
    case .pieceManquante:
      "la force majeure se prouve : joignez d’abord à la demande la pièce de l’étudiant"
    case .apercuPerime:
      "les décisions ou les choix ont changé depuis l’aperçu : relisez-le, puis recommencez"
    case .anneeSuivanteEntamee(let obstacles):
      "cela ne peut plus être défait : \(obstacles.joined(separator: ", "))"
    case .engagementIrrecevable(let motif): motif.phrase
    case .horsDeLaPeriode(let debut, let fin):
      "les demandes se font du \(debut.enToutesLettres) au \(fin.enToutesLettres), à la minute près"
    case .complementTardif(let jour):
      "la demande était à compléter le \(jour.enFrancais) au plus tard"
    case .engagementClos: "la demande est retirée, ou la commission a statué : elle ne change plus"
    case .engagementACompleter(let jour):
      "l’étudiant peut compléter sa demande jusqu’au \(jour.enFrancais) : la commission décide ensuite "
        + "sur ce qu’elle a"
    case .sansMandat: "seul un mandat d’élu suppose une assiduité que le jury apprécie"
    case .assiduiteAJuger:
      "le jury n’a pas encore dit si l’élu est assidu aux séances : il en décide d’abord"
    case .commissionClose: "la commission est close : ce qu’elle a décidé est notifié"
    case .commissionDejaOuverte: "une commission de cette année n’est pas close : continuez-la"
    case .compositionIncomplete(let manques):
      "la composition de la commission n’est pas celle du règlement, il y manque : "
        + manques.joined(separator: " ; ")
    case .engagementsADecider(let nombre):
      nombre == 1
        ? "une demande attend une décision de cette commission"
        : "\(nombre) demandes attendent une décision de cette commission"
    case .plafondDepasse(let reste):
      "les plafonds laissent \(reste) point pour ce type d’activité, sport et décisions de cette "
        + "commission comptés"
    case .demandeTraitee: "la demande est retirée, ou a reçu sa réponse"
    case .calendrierDeSession2(let etat): etat.phrase
    case .courrierSansRelance:
      "ce message n’a pas échoué, ou son code ne sert plus : il n’y a rien à relancer"
    case .bts(let obstacle): obstacle.phrase
    case .rienAFaire:
      "il n’y a personne à inscrire : tout est déjà fait, rien n’est décidé, ou aucune promotion "
        + "d’accueil n’est choisie"
    }
  }
}

extension AdoptionManquante {
  /// The body that adopts, with its article.
  fileprivate var phrase: String {
    switch self {
    case .conseil: "le conseil de l’IUT"
    case .cfvu: "la CFVU"
    }
  }
}
