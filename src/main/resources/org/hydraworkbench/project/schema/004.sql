-- What a person has typed in Translate and not sent yet.
ALTER TABLE project ADD COLUMN draft TEXT NOT NULL DEFAULT '';
