-- Stored words are codes of their own, no longer names from the program. Artefacts fill slots that name languages; corpora have
-- roles and can be taken out; several people can review one pair; conversations are kept.

-- Tags that a project took and a Hydra did not: private ones begin with a language that is set aside for private use.
UPDATE language SET tag = 'qaa' || substr(tag, 4) WHERE tag LIKE 'und-%';
UPDATE language SET tag = 'qaa-' || tag WHERE tag LIKE 'x-%';

ALTER TABLE corpus RENAME COLUMN purpose TO role;  -- train, dev or test
ALTER TABLE corpus ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;  -- taken out of the project; its text stays, so that it can come back
ALTER TABLE corpus ADD COLUMN whole TEXT NOT NULL DEFAULT '';  -- hash of the text that it was read from, before a part was held out
UPDATE corpus SET whole = hash;
-- A text could be imported again, which is refused now: what was there twice counts as two texts.
UPDATE corpus SET whole = whole || '-' || id WHERE EXISTS (SELECT 1 FROM corpus c WHERE c.hash = corpus.hash AND c.id < corpus.id);
UPDATE corpus SET role = CASE role WHEN 'DEVELOPMENT' THEN 'dev' WHEN 'TEST' THEN 'test' ELSE 'train' END;

-- The corpora that a person sees.
CREATE VIEW corpus_here AS SELECT * FROM corpus WHERE complete = 1 AND removed = 0;

-- What people say of single links. The newest (highest id) wins where two cover the same units.
CREATE TABLE link_edit_2 (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  pair         INTEGER NOT NULL REFERENCES pair (id),
  source_start INTEGER NOT NULL,
  source_end   INTEGER NOT NULL,
  target_start INTEGER NOT NULL,
  target_end   INTEGER NOT NULL,
  state        TEXT NOT NULL,                  -- sure, possible or rejected
  person       INTEGER NOT NULL REFERENCES person (id),
  time         TEXT NOT NULL,
  UNIQUE (pair, source_start, source_end, target_start, target_end, person)
);
INSERT INTO link_edit_2 SELECT id, pair, source_start, source_end, target_start, target_end, lower(state), person, time
  FROM link_edit ORDER BY id;
-- An id that was used is not used again, also when its row is gone.
UPDATE sqlite_sequence SET seq = max(seq, (SELECT seq FROM sqlite_sequence WHERE name = 'link_edit'))
  WHERE name = 'link_edit_2' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'link_edit');
INSERT INTO sqlite_sequence (name, seq) SELECT 'link_edit_2', seq FROM sqlite_sequence WHERE name = 'link_edit'
  AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'link_edit_2');
DROP TABLE link_edit;
ALTER TABLE link_edit_2 RENAME TO link_edit;

-- What people say of a whole pair; of several people the newest (highest id) holds.
CREATE TABLE review_2 (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  pair   INTEGER NOT NULL REFERENCES pair (id),
  state  TEXT NOT NULL,                        -- confirmed, rejected or needs-review
  person INTEGER NOT NULL REFERENCES person (id),
  time   TEXT NOT NULL,
  UNIQUE (pair, person)
);
INSERT INTO review_2 (pair, state, person, time) SELECT pair, replace(lower(state), '_', '-'), person, time FROM review ORDER BY pair;
DROP TABLE review;
ALTER TABLE review_2 RENAME TO review;

CREATE TABLE note_2 (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  pair   INTEGER NOT NULL REFERENCES pair (id),
  text   TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id),
  time   TEXT NOT NULL,
  UNIQUE (pair, person)
);
INSERT INTO note_2 (pair, text, person, time) SELECT pair, text, person, time FROM note ORDER BY pair;
DROP TABLE note;
ALTER TABLE note_2 RENAME TO note;

-- A slot is a kind of artefact, with the ids of its languages where it has some: tokenizer:2, alignment:1,2, hydra.
ALTER TABLE artefact ADD COLUMN slot TEXT NOT NULL DEFAULT '';
ALTER TABLE artefact ADD COLUMN operation TEXT NOT NULL DEFAULT '';  -- what made it
UPDATE artefact SET
  slot = CASE kind
    WHEN 'TOKENIZER' THEN 'tokenizer:' || (SELECT CASE artefact.role WHEN 'source' THEN source_language ELSE target_language END FROM project)
    WHEN 'BASE_MODEL' THEN 'base-model'
    WHEN 'ALIGNMENT' THEN 'alignment:' || (SELECT source_language || ',' || target_language FROM project)
    WHEN 'MAPPING' THEN 'mapping:' || (SELECT source_language || ',' || target_language FROM project)
    WHEN 'TRANSFER' THEN 'transfer:' || (SELECT target_language FROM project)
    WHEN 'CHECKPOINT' THEN 'checkpoint:' || (SELECT target_language FROM project)
    WHEN 'HYDRA' THEN CASE WHEN json_extract(options, '$.plan') IS NULL THEN 'hydra' ELSE 'tuned-hydra' END
    ELSE 'evaluation' END,
  operation = CASE kind
    WHEN 'TOKENIZER' THEN CASE WHEN options = '{}' THEN 'import-tokenizer' ELSE 'tokenizer' END
    WHEN 'BASE_MODEL' THEN 'base-model'
    WHEN 'ALIGNMENT' THEN 'align'
    WHEN 'MAPPING' THEN 'map'
    WHEN 'TRANSFER' THEN 'transfer'
    WHEN 'CHECKPOINT' THEN 'train-text'
    WHEN 'HYDRA' THEN CASE WHEN json_extract(options, '$.plan') IS NULL THEN 'assemble' ELSE 'train' END
    ELSE 'evaluate' END;

-- What an artefact was made from is called by the name that its operation gives it.
UPDATE artefact_input SET
  type = CASE WHEN role = 'start' THEN 'start' ELSE lower(type) END,
  role = CASE type WHEN 'CORPORA' THEN 'train' ELSE CASE role
    WHEN 'source tokenizer' THEN 'source-tokenizer'
    WHEN 'target tokenizer' THEN 'target-tokenizer'
    WHEN 'base model' THEN 'base-model'
    WHEN 'model with new tables' THEN 'tables'
    WHEN 'Hydra' THEN 'hydra'
    ELSE role END END;
-- What tuning went on from need not be current.
UPDATE artefact_input SET type = 'start'
  WHERE input IN (SELECT id FROM artefact WHERE slot = 'tuned-hydra') AND artefact IN (SELECT id FROM artefact WHERE slot = 'tuned-hydra');
-- A mapping from links has seen the edits up to a revision.
INSERT INTO artefact_input (artefact, position, type, role, input, name, hash)
  SELECT id, 1000, 'edits', 'edits', NULL, 'edits', CAST(edit_revision AS TEXT) FROM artefact
  WHERE kind = 'MAPPING' AND coalesce(json_extract(options, '$.method'), '') <> 'REFERENCE';

-- The Hydra in use is the tuned one, if there is one; the one that was put together keeps a slot of its own.
CREATE TABLE current_2 (
  slot     TEXT PRIMARY KEY,
  artefact INTEGER NOT NULL REFERENCES artefact (id)
) WITHOUT ROWID;
INSERT INTO current_2 SELECT a.slot, a.id FROM current c JOIN artefact a ON a.id = c.artefact;
INSERT OR IGNORE INTO current_2
  WITH RECURSIVE origin (id) AS (
    SELECT artefact FROM current_2 WHERE slot = 'tuned-hydra'
    UNION
    SELECT i.input FROM origin o JOIN artefact_input i ON i.artefact = o.id JOIN artefact a ON a.id = i.input WHERE a.kind = 'HYDRA')
  SELECT 'hydra', max(a.id) FROM origin o JOIN artefact a ON a.id = o.id WHERE a.slot = 'hydra' HAVING max(a.id) IS NOT NULL;
DROP TABLE current;
ALTER TABLE current_2 RENAME TO current;

-- Choosing a Hydra that was not tuned meant leaving the tuned one.
INSERT INTO action_change (action, position, type, body)
  SELECT c.action, c.position + 1000, 'pointer', json_object('slot', 'tuned-hydra', 'before', b.id, 'after', NULL)
  FROM action_change c
  JOIN artefact b ON b.id = json_extract(c.body, '$.before')
  JOIN artefact a ON a.id = json_extract(c.body, '$.after')
  WHERE c.type = 'PointerChange' AND b.slot = 'tuned-hydra' AND a.slot = 'hydra';
UPDATE action_change SET body = json_object(
    'slot', coalesce(
      (SELECT slot FROM artefact WHERE id = coalesce(json_extract(body, '$.after'), json_extract(body, '$.before'))), ''),
    'before', CASE WHEN json_extract(body, '$.after') IS NULL
        OR (SELECT slot FROM artefact WHERE id = json_extract(body, '$.before'))
          = (SELECT slot FROM artefact WHERE id = json_extract(body, '$.after'))
      THEN json_extract(body, '$.before') END,
    'after', json_extract(body, '$.after'))
  WHERE type = 'PointerChange';
UPDATE action_change SET type = CASE type
  WHEN 'LinkChange' THEN 'link'
  WHEN 'ReviewChange' THEN 'review'
  WHEN 'NoteChange' THEN 'note'
  WHEN 'ExclusionChange' THEN 'exclusion'
  WHEN 'PointerChange' THEN 'pointer'
  ELSE type END;
UPDATE action_change SET body = replace(replace(replace(body, '"state":"SURE"', '"state":"sure"'),
    '"state":"POSSIBLE"', '"state":"possible"'), '"state":"REJECTED"', '"state":"rejected"')
  WHERE type = 'link';
UPDATE action_change SET body = replace(replace(replace(body, '"value":"CONFIRMED"', '"value":"confirmed"'),
    '"value":"REJECTED"', '"value":"rejected"'), '"value":"NEEDS_REVIEW"', '"value":"needs-review"')
  WHERE type = 'review';
UPDATE action SET scope = lower(scope);
CREATE INDEX action_undone ON action (id) WHERE undone = 1;  -- every action clears these
UPDATE job SET state = lower(state);
UPDATE job SET kind = 'train-text' WHERE kind = 'train' AND json_extract(options, '$.settings.material') = 'TARGET_TEXT';

ALTER TABLE artefact DROP COLUMN kind;
ALTER TABLE artefact DROP COLUMN role;
ALTER TABLE artefact DROP COLUMN edit_revision;

-- What was asked in Translate, what came of it, and how a person put it right.
CREATE TABLE conversation (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  person  INTEGER NOT NULL REFERENCES person (id),
  started TEXT NOT NULL
);
CREATE TABLE exchange (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  source_tag   TEXT NOT NULL,                  -- BCP 47; a Hydra may have other languages than the project, and former tags
  target_tag   TEXT NOT NULL,
  question     TEXT NOT NULL,
  answer       TEXT NOT NULL,
  state        TEXT NOT NULL,                  -- done, stopped or failed
  details      TEXT NOT NULL,                  -- JSON: model, template, decoding, alternatives, probability
  correction   TEXT NOT NULL DEFAULT '',       -- what the person made of the answer
  pair         INTEGER REFERENCES pair (id),   -- the pair that the correction became
  person       INTEGER NOT NULL REFERENCES person (id),
  time         TEXT NOT NULL
);
CREATE INDEX exchange_conversation ON exchange (conversation, id);
CREATE INDEX exchange_pair ON exchange (pair);  -- looked at for every pair that goes when an import ended early
