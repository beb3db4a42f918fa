-- The store of an organisation, for PostgreSQL.
--
-- Columns of users are the properties of cs.User; a missing value is NULL.
-- There are no foreign keys: every row is written by a function that has just
-- looked up what it refers to, users are never deleted, and to check each row
-- again costs as much as to write it.

CREATE TABLE csshell.users (
	id bigint PRIMARY KEY,
	distinguished_name text NOT NULL,
	voice_policy text,
	voice_routing_policy text,
	conferencing_policy text,
	presence_policy text,
	dial_plan text,
	location_policy text,
	client_policy text,
	client_version_policy text,
	archiving_policy text,
	exchange_archiving_policy text,
	pin_policy text,
	external_access_policy text,
	mobility_policy text,
	persistent_chat_policy text,
	user_services_policy text,
	call_via_work_policy text,
	third_party_video_system_policy text,
	hosted_voice_mail boolean,
	hosted_voicemail_policy text,
	hosting_provider text,
	registrar_pool text,
	enabled boolean,
	sip_address text,
	line_uri text,
	private_line text,
	enterprise_voice_enabled boolean,
	ex_um_enabled boolean,
	home_server text,
	display_name text,
	sam_account_name text,
	name text,
	first_name text,
	last_name text,
	user_principal_name text,
	windows_email_address text,
	line_server_uri text,
	audio_video_disabled boolean,
	remote_call_control_telephony_enabled boolean,
	department text,
	title text,
	company text,
	office text,
	city text,
	state_or_province text,
	country_abbreviation text,
	phone text,
	mobile_phone text,
	manager text,
	user_account_control text,
	guid uuid,
	sid text,
	tenant_id uuid,
	when_created timestamptz,
	when_changed timestamptz,
	net_bios_domain text
);

-- Every key under which a user is found (see cs.AppendNames), with the kinds of
-- names it is. slot is 0 for a name that no two users may share, and the user's
-- id for any other, so that the primary key keeps the former apart. Keys are
-- folded already and compared by their bytes. The index has the whole row: it
-- answers a wildcard without the table.
CREATE TABLE csshell.user_names (
	key text COLLATE "C" NOT NULL,
	slot bigint NOT NULL,
	user_id bigint NOT NULL,
	forms smallint NOT NULL,
	PRIMARY KEY (key, slot) INCLUDE (user_id, forms)
);

CREATE TABLE csshell.certificates (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	user_id bigint NOT NULL,
	device_id uuid NOT NULL,
	publication_time timestamptz NOT NULL,
	expiration_time timestamptz,
	certificate_type text,
	subject text,
	issuer text,
	serial_number text,
	thumbprint text,
	not_before timestamptz,
	not_after timestamptz,
	device_description text,
	UNIQUE (user_id, device_id, publication_time)
);

-- The certificates that are not in force any more, and the audit entry that
-- says so. A certificate stays as it is: to add a short row is several times
-- faster than to change a long one, and to take it away undoes it.
CREATE TABLE csshell.revocations (
	certificate_id bigint PRIMARY KEY,
	user_id bigint NOT NULL,
	entry bigint NOT NULL
);

CREATE TABLE csshell.roles (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	identity text NOT NULL,
	sid text NOT NULL,
	is_standard_role boolean NOT NULL,
	cmdlets text[] NOT NULL,
	script_modules text[] NOT NULL,
	config_scopes text[] NOT NULL,
	user_scopes text[] NOT NULL,
	template_name text NOT NULL
);
CREATE UNIQUE INDEX roles_identity ON csshell.roles (lower(identity));

CREATE TABLE csshell.pools (
	identity text NOT NULL,
	site text,
	services text[] NOT NULL DEFAULT '{}',
	computers text[] NOT NULL DEFAULT '{}'
);
CREATE UNIQUE INDEX pools_identity ON csshell.pools (lower(identity));

-- The per-user policies that exist, by the property of users they are for.
CREATE TABLE csshell.policies (
	kind text NOT NULL,
	name text NOT NULL
);
CREATE UNIQUE INDEX policies_name ON csshell.policies (kind, lower(name));

-- One row for each transaction that changed the store (see store.AuditEntry).
CREATE TABLE csshell.audit (
	number bigint PRIMARY KEY,
	at timestamptz NOT NULL,
	operation uuid NOT NULL,
	step integer NOT NULL,
	action text NOT NULL,
	mode text NOT NULL,
	actor text NOT NULL,
	client text NOT NULL,
	command text NOT NULL,
	script text NOT NULL,
	line integer NOT NULL,
	users bigint NOT NULL,
	certificates bigint NOT NULL,
	previous bytea NOT NULL,
	hash bytea NOT NULL,
	UNIQUE (operation, step)
);

CREATE FUNCTION csshell.audit_is_not_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, csshell, pg_temp AS $$
BEGIN
	RAISE EXCEPTION 'an audit entry is never changed or deleted';
END
$$;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON csshell.audit
FOR EACH STATEMENT EXECUTE FUNCTION csshell.audit_is_not_changed();

-- Rows on their way into the store. Only the holder of the lock of the audit
-- trail writes here, and empties the tables in the same transaction.
CREATE UNLOGGED TABLE csshell.new_users (LIKE csshell.users);

-- The lines they came from, and whom they replace.
CREATE UNLOGGED TABLE csshell.new_lines (
	id bigint NOT NULL,
	line integer NOT NULL,
	old_id bigint
);

CREATE UNLOGGED TABLE csshell.new_names (
	key text COLLATE "C" NOT NULL,
	user_id bigint NOT NULL,
	forms smallint NOT NULL
);

-- owner is the key of the owner's SIP address, which is sip_address.
CREATE UNLOGGED TABLE csshell.new_certificates (
	line integer NOT NULL,
	owner text COLLATE "C" NOT NULL,
	sip_address text NOT NULL,
	certificate_type text,
	device_id uuid NOT NULL,
	publication_time timestamptz NOT NULL,
	expiration_time timestamptz,
	subject text,
	issuer text,
	serial_number text,
	thumbprint text,
	not_before timestamptz,
	not_after timestamptz,
	device_description text
);
