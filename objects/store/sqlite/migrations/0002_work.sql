-- Items, and the journal of what changes did to users and items.

-- A text under a kind and a key, in the order in which they came in.
CREATE TABLE items (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL,
	key TEXT NOT NULL,
	data TEXT NOT NULL,
	UNIQUE (kind, key)
) STRICT;

-- Roles are items: JSON objects with the fields of cs.Role.
INSERT INTO items (kind, key, data)
SELECT 'role', lower(identity), json_object(
	'Identity', identity, 'Sid', sid, 'IsStandardRole', json(iif(is_standard_role, 'true', 'false')),
	'Cmdlets', json(cmdlets), 'ScriptModules', json(script_modules), 'ConfigScopes', json(config_scopes), 'UserScopes', json(user_scopes),
	'TemplateName', template_name)
FROM roles ORDER BY id;
DROP TABLE roles;

-- What each audit entry changed (see store.Edit), in order.
CREATE TABLE journal (
	entry INTEGER NOT NULL,
	place INTEGER NOT NULL,
	kind TEXT NOT NULL,
	key TEXT NOT NULL,
	property TEXT NOT NULL,
	before TEXT NOT NULL,
	after TEXT NOT NULL,
	PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN
	SELECT RAISE(ABORT, 'the journal is never changed');
END;

CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
BEGIN
	SELECT RAISE(ABORT, 'the journal is never deleted');
END;

-- The certificates that were revoked on account of an entry and are in force
-- again on account of another.
CREATE TABLE restorations (
	restored_by INTEGER NOT NULL,
	certificate_id INTEGER NOT NULL,
	user_id INTEGER NOT NULL,
	entry INTEGER NOT NULL,
	PRIMARY KEY (restored_by, certificate_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX restorations_entry ON restorations (entry);

ALTER TABLE audit ADD COLUMN edits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE audit ADD COLUMN detail BLOB NOT NULL DEFAULT x'';
