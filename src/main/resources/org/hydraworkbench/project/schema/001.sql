-- A Hydra Workbench project. Times are ISO 8601 in UTC. Spans count Unicode code points of the stored text.

CREATE TABLE language (
  id  INTEGER PRIMARY KEY,
  tag TEXT NOT NULL UNIQUE  -- BCP 47
);

CREATE TABLE person (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE project (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  uid             TEXT NOT NULL,
  name            TEXT NOT NULL,
  created         TEXT NOT NULL,
  program_version TEXT NOT NULL,
  source_language INTEGER NOT NULL REFERENCES language (id),
  target_language INTEGER NOT NULL REFERENCES language (id)
);

CREATE TABLE corpus (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  name            TEXT NOT NULL,
  source_language INTEGER NOT NULL REFERENCES language (id),
  target_language INTEGER NOT NULL REFERENCES language (id),
  purpose         TEXT NOT NULL,               -- TRAINING, DEVELOPMENT or TEST
  origin          TEXT NOT NULL,               -- the files it was read from
  licence         TEXT NOT NULL,
  imported        TEXT NOT NULL,
  person          INTEGER NOT NULL REFERENCES person (id),
  pairs           INTEGER NOT NULL DEFAULT 0,
  hash            TEXT NOT NULL DEFAULT '',    -- of all its texts in order
  complete        INTEGER NOT NULL DEFAULT 0,  -- 0 while the import runs: such a corpus is hidden, and removed at the next opening
  search_index    TEXT NOT NULL,               -- pair_words or pair_trigrams: which table finds its text
  searchable_to   INTEGER NOT NULL DEFAULT 0,  -- pairs up to this id are in the search index
  searchable      INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE pair (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  corpus   INTEGER NOT NULL REFERENCES corpus (id),
  ordinal  INTEGER NOT NULL,                   -- 0-based place in the corpus
  excluded INTEGER NOT NULL DEFAULT 0,
  source   TEXT NOT NULL,
  target   TEXT NOT NULL
);
CREATE UNIQUE INDEX pair_place ON pair (corpus, ordinal);
CREATE INDEX pair_excluded ON pair (corpus, ordinal) WHERE excluded = 1;

CREATE TRIGGER pair_text_is_immutable BEFORE UPDATE OF source, target, corpus, ordinal ON pair
BEGIN
  SELECT RAISE(ABORT, 'the text of a pair never changes');
END;

CREATE VIRTUAL TABLE pair_words USING fts5(
  source, target, content = 'pair', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE pair_trigrams USING fts5(
  source, target, content = 'pair', content_rowid = 'id', tokenize = 'trigram');

-- What a person says of single links. The newest (highest id) wins where two cover the same units.
CREATE TABLE link_edit (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  pair         INTEGER NOT NULL REFERENCES pair (id),
  source_start INTEGER NOT NULL,
  source_end   INTEGER NOT NULL,
  target_start INTEGER NOT NULL,
  target_end   INTEGER NOT NULL,
  state        TEXT NOT NULL,                  -- SURE, POSSIBLE or REJECTED
  person       INTEGER NOT NULL REFERENCES person (id),
  time         TEXT NOT NULL,
  UNIQUE (pair, source_start, source_end, target_start, target_end)
);

-- What a person says of a whole pair.
CREATE TABLE review (
  pair   INTEGER PRIMARY KEY REFERENCES pair (id),
  state  TEXT NOT NULL,                        -- CONFIRMED, REJECTED or NEEDS_REVIEW
  person INTEGER NOT NULL REFERENCES person (id),
  time   TEXT NOT NULL
);

CREATE TABLE note (
  pair   INTEGER PRIMARY KEY REFERENCES pair (id),
  text   TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id),
  time   TEXT NOT NULL
);

CREATE TABLE artefact (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  kind            TEXT NOT NULL,
  role            TEXT NOT NULL,               -- source, target, or empty
  name            TEXT NOT NULL,
  created         TEXT NOT NULL,
  person          INTEGER NOT NULL REFERENCES person (id),
  options         TEXT NOT NULL,               -- JSON
  seed            INTEGER NOT NULL,
  program_version TEXT NOT NULL,
  edit_revision   INTEGER NOT NULL,
  folder          TEXT NOT NULL,               -- name inside the project's folder, or an absolute path outside it
  hash            TEXT NOT NULL,
  summary         TEXT NOT NULL                -- JSON
);

CREATE TABLE artefact_input (
  artefact INTEGER NOT NULL REFERENCES artefact (id),
  position INTEGER NOT NULL,
  type     TEXT NOT NULL,                      -- ARTEFACT, CORPORA or FILE
  role     TEXT NOT NULL,
  input    INTEGER,                            -- the artefact, when it is one
  name     TEXT NOT NULL,
  hash     TEXT NOT NULL,
  PRIMARY KEY (artefact, position)
) WITHOUT ROWID;

CREATE TABLE artefact_file (
  artefact INTEGER NOT NULL REFERENCES artefact (id),
  path     TEXT NOT NULL,
  size     INTEGER NOT NULL,
  modified INTEGER NOT NULL,                   -- milliseconds since 1970, as the file system gave it
  hash     TEXT NOT NULL,
  PRIMARY KEY (artefact, path)
) WITHOUT ROWID;

CREATE TABLE current (
  kind     TEXT NOT NULL,
  role     TEXT NOT NULL,
  artefact INTEGER NOT NULL REFERENCES artefact (id),
  PRIMARY KEY (kind, role)
) WITHOUT ROWID;

-- What can be undone (undone = 0) and redone (undone = 1). Ids grow and are never used twice, so the id of the last action
-- that is done names the state of the edits.
CREATE TABLE action (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  name   TEXT NOT NULL,
  scope  TEXT NOT NULL,                        -- EDITS, EXCLUSIONS or POINTERS: what it changes
  person INTEGER NOT NULL REFERENCES person (id),
  time   TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX action_scope ON action (scope, undone, id);

CREATE TABLE action_change (
  action   INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  type     TEXT NOT NULL,
  body     TEXT NOT NULL,                      -- JSON: the state before and after
  PRIMARY KEY (action, position)
) WITHOUT ROWID;

CREATE TABLE job (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  kind     TEXT NOT NULL,
  title    TEXT NOT NULL,
  state    TEXT NOT NULL,                      -- RUNNING, DONE, FAILED, CANCELLED or INTERRUPTED
  started  TEXT NOT NULL,
  finished TEXT,
  message  TEXT NOT NULL DEFAULT '',
  options  TEXT NOT NULL DEFAULT '{}',         -- JSON: what is needed to resume it
  folder   TEXT NOT NULL DEFAULT '',           -- where it works, inside the project's folder
  artefact INTEGER REFERENCES artefact (id)
);

CREATE TABLE job_line (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  job  INTEGER NOT NULL REFERENCES job (id),
  text TEXT NOT NULL
);
CREATE INDEX job_line_job ON job_line (job, id);
