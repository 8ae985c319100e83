extension Migration {
  /// Each form of an exam of session 2 has its own duration: a written paper and an oral differ.
  static let dureesDEpreuve = Migration(
    numero: 18,
    nom: "durées des épreuves de session 2",
    commune: """
      UPDATE epreuve_de_session2 SET formes = replace(replace(replace(formes,
        'ecrit', 'ecrit:' || duree), 'oral', 'oral:' || duree), 'projet', 'projet:' || duree);

      ALTER TABLE epreuve_de_session2 DROP COLUMN duree;

      """,
    sqlite: "",
    postgresql: "",
  )
}
