-- Items, and the journal of what changes did to users and items.

-- A text under a kind and a key, in the order in which they came in.
CREATE TABLE csshell.items (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	kind text NOT NULL,
	key text COLLATE "C" NOT NULL,
	data text NOT NULL,
	UNIQUE (kind, key)
);

-- Roles are items: JSON objects with the fields of cs.Role.
INSERT INTO csshell.items (kind, key, data)
SELECT 'role', lower(identity), json_build_object(
	'Identity', identity, 'Sid', sid, 'IsStandardRole', is_standard_role, 'Cmdlets', cmdlets, 'ScriptModules', script_modules,
	'ConfigScopes', config_scopes, 'UserScopes', user_scopes, 'TemplateName', template_name)::text
FROM csshell.roles ORDER BY id;
DROP FUNCTION csshell.put_role(text, text, boolean, text, text[], text[], text[], text[]);
DROP TABLE csshell.roles;

-- put_item adds or replaces an item.
CREATE FUNCTION csshell.put_item(kind text, key text, data text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, csshell, pg_temp AS $$
	INSERT INTO csshell.items (kind, key, data) VALUES ($1, $2, $3) ON CONFLICT (kind, key) DO UPDATE SET data = excluded.data
$$;

-- What each audit entry changed (see store.Edit), in order.
CREATE TABLE csshell.journal (
	entry bigint NOT NULL,
	place integer NOT NULL,
	kind text NOT NULL,
	key text NOT NULL,
	property text NOT NULL,
	before text NOT NULL,
	after text NOT NULL,
	PRIMARY KEY (entry, place)
);

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON csshell.journal
FOR EACH STATEMENT EXECUTE FUNCTION csshell.audit_is_not_changed();

-- The certificates that were revoked on account of an entry and are in force
-- again on account of another.
CREATE TABLE csshell.restorations (
	restored_by bigint NOT NULL,
	certificate_id bigint NOT NULL,
	user_id bigint NOT NULL,
	entry bigint NOT NULL,
	PRIMARY KEY (restored_by, certificate_id)
);
CREATE INDEX restorations_entry ON csshell.restorations (entry);

ALTER TABLE csshell.audit ADD COLUMN edits bigint NOT NULL DEFAULT 0, ADD COLUMN detail bytea NOT NULL DEFAULT '';

-- end_change writes the audit entry of a step. Its time is never before that
-- of the last entry, whatever the clock says.
DROP FUNCTION csshell.end_change(uuid, integer, text, text, text, text, text, integer, bigint, bigint);
CREATE FUNCTION csshell.end_change(
	operation uuid, step integer, action text, mode text, client text, command text, script text, line integer,
	users bigint, certificates bigint, edits bigint DEFAULT 0, detail bytea DEFAULT ''
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, csshell, pg_temp AS $$
DECLARE
	last csshell.audit;
	number bigint;
	at timestamptz;
	fields text;
BEGIN
	SELECT * INTO last FROM csshell.audit a ORDER BY a.number DESC LIMIT 1;
	number := coalesce(last.number, 0) + 1;
	at := greatest(clock_timestamp(), last.at);
	last.hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
	fields := csshell.field(number::text)
		|| csshell.field((extract(epoch FROM at) * 1000000)::bigint::text)
		|| csshell.field(operation::text) || csshell.field(step::text)
		|| csshell.field(action) || csshell.field(mode) || csshell.field(session_user::text) || csshell.field(client)
		|| csshell.field(command) || csshell.field(script) || csshell.field(line::text)
		|| csshell.field(users::text) || csshell.field(certificates::text);
	IF edits > 0 THEN
		fields := fields || csshell.field(edits::text) || csshell.field(encode(detail, 'hex'));
	END IF;
	INSERT INTO csshell.audit VALUES (
		number, at, operation, step, action, mode, session_user, client, command, script, line, users, certificates,
		last.hash, sha256(last.hash || convert_to(fields, 'UTF8')), edits, detail);
END
$$;

-- spoken is a value of a user as text: True or False for a Boolean, the empty
-- text for NULL (see cs.Property.Get).
CREATE FUNCTION csshell.spoken(value jsonb) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE jsonb_typeof(value) WHEN 'boolean' THEN initcap(value #>> '{}') ELSE coalesce(value #>> '{}', '') END
$$;

-- edit_users makes the edits that are about users: columns are those of the
-- table users, and empty for other edits. It returns the place of the first edit
-- that does not find what it expects, and what is there; then nothing may stay.
-- The names that change are taken from and given to users by the arrays after.
CREATE FUNCTION csshell.edit_users(
	keys text[], columns text[], befores text[], afters text[],
	old_keys text[], old_slots bigint[], new_keys text[], new_slots bigint[], new_users bigint[], new_forms smallint[],
	OUT users bigint, OUT conflict bigint, OUT now text
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, csshell, pg_temp AS $$
BEGIN
	SELECT e.place, csshell.spoken(to_jsonb(u) -> e.column_name) INTO conflict, now
	FROM unnest(keys, columns, befores) WITH ORDINALITY e (key, column_name, before, place)
		LEFT JOIN csshell.users u ON u.id = CASE WHEN e.column_name <> '' THEN e.key::bigint END
	WHERE e.column_name <> '' AND (u.id IS NULL OR e.column_name = 'id' OR csshell.spoken(to_jsonb(u) -> e.column_name) <> e.before)
	ORDER BY e.place LIMIT 1;
	IF conflict IS NOT NULL THEN
		RETURN;
	END IF;
	UPDATE csshell.users u SET (
		distinguished_name, voice_policy, voice_routing_policy, conferencing_policy, presence_policy, dial_plan, location_policy,
		client_policy, client_version_policy, archiving_policy, exchange_archiving_policy, pin_policy, external_access_policy,
		mobility_policy, persistent_chat_policy, user_services_policy, call_via_work_policy, third_party_video_system_policy,
		hosted_voice_mail, hosted_voicemail_policy, hosting_provider, registrar_pool, enabled, sip_address, line_uri, private_line,
		enterprise_voice_enabled, ex_um_enabled, home_server, display_name, sam_account_name, name, first_name, last_name,
		user_principal_name, windows_email_address, line_server_uri, audio_video_disabled, remote_call_control_telephony_enabled,
		department, title, company, office, city, state_or_province, country_abbreviation, phone, mobile_phone, manager,
		user_account_control, guid, sid, tenant_id, when_created, when_changed, net_bios_domain
	) = (SELECT
		r.distinguished_name, r.voice_policy, r.voice_routing_policy, r.conferencing_policy, r.presence_policy, r.dial_plan,
		r.location_policy, r.client_policy, r.client_version_policy, r.archiving_policy, r.exchange_archiving_policy, r.pin_policy,
		r.external_access_policy, r.mobility_policy, r.persistent_chat_policy, r.user_services_policy, r.call_via_work_policy,
		r.third_party_video_system_policy, r.hosted_voice_mail, r.hosted_voicemail_policy, r.hosting_provider, r.registrar_pool,
		r.enabled, r.sip_address, r.line_uri, r.private_line, r.enterprise_voice_enabled, r.ex_um_enabled, r.home_server,
		r.display_name, r.sam_account_name, r.name, r.first_name, r.last_name, r.user_principal_name, r.windows_email_address,
		r.line_server_uri, r.audio_video_disabled, r.remote_call_control_telephony_enabled, r.department, r.title, r.company, r.office,
		r.city, r.state_or_province, r.country_abbreviation, r.phone, r.mobile_phone, r.manager, r.user_account_control, r.guid, r.sid,
		r.tenant_id, r.when_created, r.when_changed, r.net_bios_domain
		FROM jsonb_populate_record(u, p.patch) r)
	FROM (
		SELECT e.key::bigint AS id, jsonb_object_agg(e.column_name, nullif(e.after, '')) || jsonb_build_object('when_changed', clock_timestamp()) AS patch
		FROM unnest(keys, columns, afters) e (key, column_name, after) WHERE e.column_name <> '' GROUP BY e.key
	) p
	WHERE u.id = p.id;
	GET DIAGNOSTICS users = ROW_COUNT;
	DELETE FROM csshell.user_names n USING unnest(old_keys, old_slots) o (key, slot) WHERE n.key = o.key COLLATE "C" AND n.slot = o.slot;
	INSERT INTO csshell.user_names (key, slot, user_id, forms) SELECT * FROM unnest(new_keys, new_slots, new_users, new_forms);
END
$$;

-- edit_items makes the edits that are about items: those with an empty column.
CREATE FUNCTION csshell.edit_items(kinds text[], keys text[], columns text[], befores text[], afters text[], OUT conflict bigint, OUT now text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, csshell, pg_temp AS $$
BEGIN
	SELECT e.place, coalesce(i.data, '') INTO conflict, now
	FROM unnest(kinds, keys, columns, befores) WITH ORDINALITY e (kind, key, column_name, before, place)
		LEFT JOIN csshell.items i ON i.kind = e.kind AND i.key = e.key COLLATE "C"
	WHERE e.column_name = '' AND coalesce(i.data, '') <> e.before
	ORDER BY e.place LIMIT 1;
	IF conflict IS NOT NULL THEN
		RETURN;
	END IF;
	DELETE FROM csshell.items i USING unnest(kinds, keys, columns, afters) e (kind, key, column_name, after)
	WHERE e.column_name = '' AND e.after = '' AND i.kind = e.kind AND i.key = e.key COLLATE "C";
	INSERT INTO csshell.items (kind, key, data)
	SELECT e.kind, e.key, e.after FROM unnest(kinds, keys, columns, afters) WITH ORDINALITY e (kind, key, column_name, after, place)
	WHERE e.column_name = '' AND e.after <> '' ORDER BY e.place
	ON CONFLICT (kind, key) DO UPDATE SET data = excluded.data;
END
$$;

-- restore takes back what an operation did to certificates, on account of an
-- entry. It returns how many of them have been changed since, and one of those;
-- then nothing may stay.
CREATE FUNCTION csshell.restore(
	the_operation uuid, the_entry bigint, OUT users bigint, OUT certificates bigint, OUT changed bigint, OUT changed_first bigint
)
LANGUAGE plpgsql SECURITY DEFINER SET enable_seqscan = on SET search_path = pg_catalog, csshell, pg_temp AS $$
DECLARE
	entries bigint[] := ARRAY(SELECT number FROM csshell.audit WHERE operation = the_operation);
	revoked_again bigint;
BEGIN
	SELECT count(*), min(certificate_id) INTO changed, changed_first FROM (
		SELECT o.certificate_id FROM csshell.restorations o WHERE o.entry = ANY (entries)
		UNION SELECT o.certificate_id FROM csshell.restorations o JOIN csshell.revocations r ON r.certificate_id = o.certificate_id
		WHERE o.restored_by = ANY (entries)
	) c;
	IF changed > 0 THEN
		RETURN;
	END IF;
	INSERT INTO csshell.restorations (restored_by, certificate_id, user_id, entry)
	SELECT the_entry, r.certificate_id, r.user_id, r.entry FROM csshell.revocations r WHERE r.entry = ANY (entries);
	GET DIAGNOSTICS certificates = ROW_COUNT;
	INSERT INTO csshell.revocations (certificate_id, user_id, entry)
	SELECT o.certificate_id, o.user_id, the_entry FROM csshell.restorations o WHERE o.restored_by = ANY (entries);
	GET DIAGNOSTICS revoked_again = ROW_COUNT;
	certificates := certificates + revoked_again;
	DELETE FROM csshell.revocations r WHERE r.entry = ANY (entries);
	users := (SELECT count(*) FROM (
		SELECT o.user_id FROM csshell.restorations o WHERE o.restored_by = the_entry
		UNION SELECT r.user_id FROM csshell.revocations r WHERE r.entry = the_entry
	) u);
END
$$;

-- work does a step: it edits, revokes and takes back, writes the journal and the
-- audit entry. Where something stands in the way it says what, and the caller
-- has to roll back. drift is a certificate in force that was not planned for, or
-- the other way round.
CREATE FUNCTION csshell.work(
	operation uuid, step integer, action text, mode text, client text, command text, script text, line integer,
	kinds text[], keys text[], properties text[], columns text[], befores text[], afters text[],
	old_keys text[], old_slots bigint[], new_keys text[], new_slots bigint[], new_users bigint[], new_forms smallint[],
	revoke bigint[], expect bigint[], undo uuid,
	OUT users bigint, OUT certificates bigint, OUT edits bigint,
	OUT conflict bigint, OUT now text, OUT drift bigint[], OUT changed bigint, OUT changed_first bigint
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, csshell, pg_temp AS $$
#variable_conflict use_column
DECLARE
	the_entry bigint := csshell.begin_change($1, $2);
	owners bigint;
	restored bigint;
	the_detail bytea;
BEGIN
	users := 0;
	certificates := 0;
	edits := cardinality(kinds);
	IF edits > 0 THEN
		SELECT e.users, e.conflict, e.now INTO users, conflict, now
		FROM csshell.edit_users(keys, columns, befores, afters, old_keys, old_slots, new_keys, new_slots, new_users, new_forms) e;
		IF conflict IS NULL THEN
			SELECT e.conflict, e.now INTO conflict, now FROM csshell.edit_items(kinds, keys, columns, befores, afters) e;
		END IF;
		IF conflict IS NOT NULL THEN
			RETURN;
		END IF;
		INSERT INTO csshell.journal (entry, place, kind, key, property, before, after)
		SELECT the_entry, e.place, e.kind, e.key, e.property, e.before, e.after
		FROM unnest(kinds, keys, properties, befores, afters) WITH ORDINALITY e (kind, key, property, before, after, place);
		the_detail := (SELECT sha256(convert_to(string_agg(csshell.field(e.kind) || csshell.field(e.key) || csshell.field(e.property)
			|| csshell.field(e.before) || csshell.field(e.after), '' ORDER BY e.place), 'UTF8'))
			FROM unnest(kinds, keys, properties, befores, afters) WITH ORDINALITY e (kind, key, property, before, after, place));
	END IF;
	IF expect IS NOT NULL THEN
		WITH found AS (
			SELECT c.id FROM csshell.certificates c
			WHERE c.user_id = ANY (revoke) AND (SELECT o.entry FROM csshell.revocations o WHERE o.certificate_id = c.id) IS NULL
		)
		SELECT array_agg(d.id) INTO drift FROM (
			(SELECT f.id FROM found f EXCEPT SELECT unnest(expect)) UNION ALL (SELECT unnest(expect) EXCEPT SELECT f.id FROM found f)
		) d (id);
		IF drift IS NOT NULL THEN
			RETURN;
		END IF;
	END IF;
	IF cardinality(revoke) > 0 THEN
		WITH revoked AS (
			INSERT INTO csshell.revocations AS r (certificate_id, user_id, entry)
			SELECT c.id, c.user_id, the_entry FROM csshell.certificates c
			WHERE c.user_id = ANY (revoke) AND (SELECT o.entry FROM csshell.revocations o WHERE o.certificate_id = c.id) IS NULL
			RETURNING r.user_id
		)
		SELECT count(*), coalesce(sum(r.n), 0) INTO owners, certificates FROM (SELECT count(*) AS n FROM revoked GROUP BY user_id) r;
		users := greatest(users, owners);
	END IF;
	IF undo IS NOT NULL THEN
		SELECT r.users, r.certificates, r.changed, r.changed_first INTO owners, restored, changed, changed_first FROM csshell.restore(undo, the_entry) r;
		IF changed > 0 THEN
			RETURN;
		END IF;
		users := greatest(users, owners);
		certificates := certificates + restored;
	END IF;
	PERFORM csshell.end_change($1, $2, $3, $4, $5, $6, $7, $8, users, certificates, edits, coalesce(the_detail, ''));
END
$$;

-- edit_users, edit_items and restore are parts of work, and write no audit entry:
-- no one else calls them.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA csshell FROM PUBLIC;
