-- The store of an organisation, for SQLite.
--
-- Times are microseconds since the Unix epoch, Booleans 0 or 1, GUIDs their 16
-- bytes. Columns of users are the properties of cs.User; a missing value is
-- NULL.

CREATE TABLE users (
	id INTEGER PRIMARY KEY,
	distinguished_name TEXT NOT NULL,
	voice_policy TEXT,
	voice_routing_policy TEXT,
	conferencing_policy TEXT,
	presence_policy TEXT,
	dial_plan TEXT,
	location_policy TEXT,
	client_policy TEXT,
	client_version_policy TEXT,
	archiving_policy TEXT,
	exchange_archiving_policy TEXT,
	pin_policy TEXT,
	external_access_policy TEXT,
	mobility_policy TEXT,
	persistent_chat_policy TEXT,
	user_services_policy TEXT,
	call_via_work_policy TEXT,
	third_party_video_system_policy TEXT,
	hosted_voice_mail INTEGER,
	hosted_voicemail_policy TEXT,
	hosting_provider TEXT,
	registrar_pool TEXT,
	enabled INTEGER,
	sip_address TEXT,
	line_uri TEXT,
	private_line TEXT,
	enterprise_voice_enabled INTEGER,
	ex_um_enabled INTEGER,
	home_server TEXT,
	display_name TEXT,
	sam_account_name TEXT,
	name TEXT,
	first_name TEXT,
	last_name TEXT,
	user_principal_name TEXT,
	windows_email_address TEXT,
	line_server_uri TEXT,
	audio_video_disabled INTEGER,
	remote_call_control_telephony_enabled INTEGER,
	department TEXT,
	title TEXT,
	company TEXT,
	office TEXT,
	city TEXT,
	state_or_province TEXT,
	country_abbreviation TEXT,
	phone TEXT,
	mobile_phone TEXT,
	manager TEXT,
	user_account_control TEXT,
	guid BLOB,
	sid TEXT,
	tenant_id BLOB,
	when_created INTEGER,
	when_changed INTEGER,
	net_bios_domain TEXT
) STRICT;

-- Every key under which a user is found (see cs.AppendNames), with the kinds of
-- names it is. slot is 0 for a name that no two users may share, and the user's
-- id for any other, so that the primary key keeps the former apart.
CREATE TABLE user_names (
	key TEXT NOT NULL,
	slot INTEGER NOT NULL,
	user_id INTEGER NOT NULL REFERENCES users (id),
	forms INTEGER NOT NULL,
	PRIMARY KEY (key, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE certificates (
	id INTEGER PRIMARY KEY,
	user_id INTEGER NOT NULL REFERENCES users (id),
	device_id BLOB NOT NULL,
	publication_time INTEGER NOT NULL,
	expiration_time INTEGER,
	certificate_type TEXT,
	subject TEXT,
	issuer TEXT,
	serial_number TEXT,
	thumbprint TEXT,
	not_before INTEGER,
	not_after INTEGER,
	device_description TEXT,
	UNIQUE (user_id, device_id, publication_time)
) STRICT;

-- The certificates that are not in force any more, and the audit entry that
-- says so. A certificate stays as it is: to add a short row is several times
-- faster than to change a long one, and to take it away undoes it.
CREATE TABLE revocations (
	certificate_id INTEGER PRIMARY KEY REFERENCES certificates (id),
	user_id INTEGER NOT NULL,
	entry INTEGER NOT NULL REFERENCES audit (number)
) STRICT;
CREATE INDEX revocations_entry ON revocations (entry, user_id);

-- The lists are JSON arrays of texts.
CREATE TABLE roles (
	id INTEGER PRIMARY KEY,
	identity TEXT NOT NULL UNIQUE COLLATE NOCASE,
	sid TEXT NOT NULL,
	is_standard_role INTEGER NOT NULL,
	cmdlets TEXT NOT NULL,
	script_modules TEXT NOT NULL,
	config_scopes TEXT NOT NULL,
	user_scopes TEXT NOT NULL,
	template_name TEXT NOT NULL
) STRICT;

CREATE TABLE pools (
	identity TEXT PRIMARY KEY COLLATE NOCASE,
	site TEXT,
	services TEXT NOT NULL DEFAULT '[]',
	computers TEXT NOT NULL DEFAULT '[]'
) STRICT, WITHOUT ROWID;

-- The per-user policies that exist, by the property of users they are for.
CREATE TABLE policies (
	kind TEXT NOT NULL,
	name TEXT NOT NULL COLLATE NOCASE,
	PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- One row for each transaction that changed the store (see store.AuditEntry).
CREATE TABLE audit (
	number INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	operation BLOB NOT NULL,
	step INTEGER NOT NULL,
	action TEXT NOT NULL,
	mode TEXT NOT NULL,
	actor TEXT NOT NULL,
	client TEXT NOT NULL,
	command TEXT NOT NULL,
	script TEXT NOT NULL,
	line INTEGER NOT NULL,
	users INTEGER NOT NULL,
	certificates INTEGER NOT NULL,
	previous BLOB NOT NULL,
	hash BLOB NOT NULL,
	UNIQUE (operation, step)
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
	SELECT RAISE(ABORT, 'an audit entry is never changed');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
	SELECT RAISE(ABORT, 'an audit entry is never deleted');
END;
