-- The project's glossary: words or phrases whose translation a person fixed, one translation each.
CREATE TABLE term (
  words  TEXT PRIMARY KEY,                     -- the source in small letters, by which terms are told apart
  source TEXT NOT NULL,
  target TEXT NOT NULL
) WITHOUT ROWID;
