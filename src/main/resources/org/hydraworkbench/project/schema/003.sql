-- Settings that a person chose for the next run of an operation, until it has made something.
CREATE TABLE chosen (
  operation TEXT PRIMARY KEY,
  settings  TEXT NOT NULL                      -- JSON, as the operation stores them
) WITHOUT ROWID;
