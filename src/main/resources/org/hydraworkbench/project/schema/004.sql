-- What a person has typed in Translate and not sent yet.
ALTER TABLE project ADD COLUMN draft TEXT NOT NULL DEFAULT '';
-- An alignment says by which version of the rules its sentences were cut; up to here that was the second.
INSERT INTO artefact_input (artefact, position, type, role, input, name, hash)
  SELECT id, 1001, 'cutting', 'cutting', NULL, 'cutting', '2' FROM artefact WHERE operation = 'align';
