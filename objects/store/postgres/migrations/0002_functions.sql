-- Every change of the store is one of these functions. They run with the
-- rights of the owner of the store, so that an administrator needs none on the
-- tables, and find nothing through the search path of the caller. The name in
-- the audit trail is that of the login.
--
-- csshell tells the planner to keep to the indexes (see postgres.configure);
-- functions that read whole tables allow it that.
--
-- A change first locks the audit trail: changes are made one after the other,
-- entries have no gaps, and no two changes can wait for each other.

-- begin_change locks the audit trail and returns the number of the entry that
-- the step will have, or nothing where the step was made already.
CREATE FUNCTION csshell.begin_change(the_operation uuid, the_step integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, csshell, pg_temp AS $$
BEGIN
	LOCK TABLE csshell.audit IN SHARE ROW EXCLUSIVE MODE;
	IF EXISTS (SELECT 1 FROM csshell.audit WHERE operation = the_operation AND step = the_step) THEN
		RETURN NULL;
	END IF;
	RETURN (SELECT coalesce(max(number), 0) + 1 FROM csshell.audit);
END
$$;

-- field writes a field of an audit entry for its hash (see store.AuditEntry).
CREATE FUNCTION csshell.field(value text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT octet_length(convert_to(value, 'UTF8')) || ':' || value || ','
$$;

-- end_change writes the audit entry of a step. Its time is never before that
-- of the last entry, whatever the clock says.
CREATE FUNCTION csshell.end_change(
	operation uuid, step integer, action text, mode text, client text, command text, script text, line integer,
	users bigint, certificates bigint
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
	INSERT INTO csshell.audit VALUES (
		number, at, operation, step, action, mode, session_user, client, command, script, line, users, certificates,
		last.hash, sha256(last.hash || convert_to(fields, 'UTF8')));
END
$$;

-- revoke_certificates revokes the certificates in force of users. No one else
-- can revoke them meanwhile, so it need not pay for ON CONFLICT. What the
-- planner knows of the size of revocations is from before the statement that
-- fills it, perhaps that there is nothing: a join could become a loop over a
-- growing table. So each certificate is looked up by itself, by the index.
CREATE FUNCTION csshell.revoke_certificates(
	operation uuid, step integer, action text, mode text, client text, command text, script text, line integer,
	the_users bigint[], OUT users bigint, OUT certificates bigint
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, csshell, pg_temp AS $$
#variable_conflict use_column
DECLARE
	the_entry bigint := csshell.begin_change($1, $2);
BEGIN
	IF the_entry IS NULL THEN
		SELECT a.users, a.certificates INTO users, certificates FROM csshell.audit a WHERE a.operation = $1 AND a.step = $2;
		RETURN;
	END IF;
	WITH revoked AS (
		INSERT INTO csshell.revocations AS r (certificate_id, user_id, entry)
		SELECT c.id, c.user_id, the_entry FROM csshell.certificates c
		WHERE c.user_id = ANY (the_users) AND (SELECT o.entry FROM csshell.revocations o WHERE o.certificate_id = c.id) IS NULL
		RETURNING r.user_id
	)
	SELECT count(*), coalesce(sum(r.n), 0) INTO users, certificates FROM (SELECT count(*) AS n FROM revoked GROUP BY user_id) r;
	PERFORM csshell.end_change($1, $2, $3, $4, $5, $6, $7, $8, users, certificates);
END
$$;

-- revoke_certificates_of does the same for all homed users, or those of them
-- who are among the_users, up to a number of them (null: no limit). Here the
-- planner is told to read each table once, by hash joins.
CREATE FUNCTION csshell.revoke_certificates_of(
	operation uuid, step integer, action text, mode text, client text, command text, script text, line integer,
	the_users bigint[], never_enabled boolean, at_most bigint, OUT users bigint, OUT certificates bigint
)
LANGUAGE plpgsql SECURITY DEFINER SET enable_seqscan = on SET enable_nestloop = off SET work_mem = '64MB' SET search_path = pg_catalog, csshell, pg_temp AS $$
#variable_conflict use_column
DECLARE
	the_entry bigint := csshell.begin_change($1, $2);
BEGIN
	IF the_entry IS NULL THEN
		SELECT a.users, a.certificates INTO users, certificates FROM csshell.audit a WHERE a.operation = $1 AND a.step = $2;
		RETURN;
	END IF;
	WITH revoked AS (
		INSERT INTO csshell.revocations AS r (certificate_id, user_id, entry)
		SELECT c.id, c.user_id, the_entry FROM csshell.certificates c WHERE c.user_id IN (
			SELECT u.id FROM csshell.users u
			WHERE u.registrar_pool IS NOT NULL AND (never_enabled OR u.enabled IS NOT NULL)
				AND (the_users IS NULL OR u.id IN (SELECT unnest(the_users)))
			ORDER BY u.id LIMIT at_most
		) AND NOT EXISTS (SELECT 1 FROM csshell.revocations o WHERE o.certificate_id = c.id)
		RETURNING r.user_id
	)
	SELECT count(*), coalesce(sum(r.n), 0) INTO users, certificates FROM (SELECT count(*) AS n FROM revoked GROUP BY user_id) r;
	ANALYZE csshell.revocations; -- so that statements are planned anew
	PERFORM csshell.end_change($1, $2, $3, $4, $5, $6, $7, $8, users, certificates);
END
$$;

-- begin_import locks the audit trail and empties the tables for new rows. It
-- returns the greatest id of a user, or nothing where the step was made
-- already.
CREATE FUNCTION csshell.begin_import(operation uuid, step integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, csshell, pg_temp AS $$
BEGIN
	IF csshell.begin_change(operation, step) IS NULL THEN
		RETURN NULL;
	END IF;
	TRUNCATE csshell.new_users, csshell.new_lines, csshell.new_names, csshell.new_certificates;
	RETURN (SELECT coalesce(max(id), 0) FROM csshell.users);
END
$$;

-- import_users puts the new users into the store. The forms of names are those
-- of cs.NameForms: 1 a distinguished name, 2 a SIP address, 4 a GUID, 7 all
-- that no two users share. Where two users have such a name, it returns the
-- line and the forms of the later one, and puts in nothing.
CREATE FUNCTION csshell.import_users(
	OUT added bigint, OUT replaced bigint, OUT unchanged bigint, OUT conflict_line integer, OUT conflict_forms integer
)
LANGUAGE plpgsql SECURITY DEFINER SET enable_seqscan = on SET work_mem = '64MB' SET search_path = pg_catalog, csshell, pg_temp AS $$
BEGIN
	-- Who replaces whom: by the GUID, or where either has none by the
	-- distinguished name.
	UPDATE csshell.new_lines l SET old_id = o.user_id
	FROM csshell.new_names n JOIN csshell.user_names o ON o.key = n.key AND o.slot = 0
	WHERE n.user_id = l.id AND n.forms & 4 <> 0 AND o.forms & 4 <> 0;
	UPDATE csshell.new_lines l SET old_id = o.user_id
	FROM csshell.new_names n
		JOIN csshell.user_names o ON o.key = n.key AND o.slot = 0
		JOIN csshell.users u ON u.id = o.user_id
		JOIN csshell.new_users w ON w.id = n.user_id
	WHERE n.user_id = l.id AND l.old_id IS NULL AND n.forms & 1 <> 0 AND o.forms & 1 <> 0
		AND (u.guid IS NULL OR w.guid IS NULL)
		AND NOT EXISTS (SELECT 1 FROM csshell.new_lines m WHERE m.old_id = o.user_id);
	UPDATE csshell.new_users w SET id = l.old_id FROM csshell.new_lines l WHERE l.id = w.id AND l.old_id IS NOT NULL;

	-- Those who are as they were are left alone.
	WITH same AS (
		DELETE FROM csshell.new_lines l USING csshell.new_users w, csshell.users u
		WHERE w.id = l.old_id AND u.id = l.old_id AND ROW(w.*) IS NOT DISTINCT FROM ROW(u.*)
		RETURNING l.id, l.old_id
	), users AS (
		DELETE FROM csshell.new_users w USING same WHERE w.id = same.old_id
	), names AS (
		DELETE FROM csshell.new_names n USING same WHERE n.user_id = same.id
	)
	SELECT count(*) INTO unchanged FROM same;
	UPDATE csshell.new_names n SET user_id = l.old_id FROM csshell.new_lines l WHERE l.id = n.user_id AND l.old_id IS NOT NULL;

	-- Those who are replaced go first.
	SELECT count(old_id), count(*) - count(old_id) INTO replaced, added FROM csshell.new_lines;
	DELETE FROM csshell.user_names o USING csshell.new_lines l WHERE o.user_id = l.old_id;
	DELETE FROM csshell.users u USING csshell.new_lines l WHERE u.id = l.old_id;

	BEGIN
		INSERT INTO csshell.users SELECT * FROM csshell.new_users ORDER BY id;
		INSERT INTO csshell.user_names (key, slot, user_id, forms)
		SELECT key, CASE WHEN forms & 7 <> 0 THEN 0 ELSE user_id END AS slot, user_id, forms FROM csshell.new_names ORDER BY key, slot;
	EXCEPTION WHEN unique_violation THEN
		SELECT l.line, n.forms INTO conflict_line, conflict_forms
		FROM csshell.new_names n JOIN csshell.new_lines l ON coalesce(l.old_id, l.id) = n.user_id
		WHERE n.forms & 7 <> 0 AND (
			EXISTS (SELECT 1 FROM csshell.user_names o WHERE o.key = n.key AND o.slot = 0)
			OR EXISTS (
				SELECT 1 FROM csshell.new_names m JOIN csshell.new_lines k ON coalesce(k.old_id, k.id) = m.user_id
				WHERE m.key = n.key AND m.forms & 7 <> 0 AND k.line < l.line
			)
		)
		ORDER BY l.line LIMIT 1;
	END;
	TRUNCATE csshell.new_users, csshell.new_lines, csshell.new_names;
	ANALYZE csshell.users, csshell.user_names; -- so that statements are planned anew
END
$$;

-- import_certificates puts the new certificates into the store. Where one has
-- no owner, it returns its line and SIP address, and puts in nothing.
CREATE FUNCTION csshell.import_certificates(
	OUT added bigint, OUT unchanged bigint, OUT missing_line integer, OUT missing_owner text
)
LANGUAGE plpgsql SECURITY DEFINER SET enable_seqscan = on SET work_mem = '64MB' SET search_path = pg_catalog, csshell, pg_temp AS $$
BEGIN
	SELECT c.line, c.sip_address INTO missing_line, missing_owner FROM csshell.new_certificates c
	WHERE NOT EXISTS (SELECT 1 FROM csshell.user_names n WHERE n.key = c.owner AND n.slot = 0 AND n.forms & 2 <> 0)
	ORDER BY c.line LIMIT 1;
	added := 0;
	unchanged := 0;
	IF missing_line IS NULL THEN
		INSERT INTO csshell.certificates (
			user_id, certificate_type, device_id, publication_time, expiration_time, subject, issuer, serial_number, thumbprint,
			not_before, not_after, device_description
		)
		SELECT n.user_id, c.certificate_type, c.device_id, c.publication_time, c.expiration_time, c.subject, c.issuer, c.serial_number, c.thumbprint,
			c.not_before, c.not_after, c.device_description
		FROM csshell.new_certificates c JOIN csshell.user_names n ON n.key = c.owner AND n.slot = 0
		ORDER BY c.line
		ON CONFLICT DO NOTHING;
		GET DIAGNOSTICS added = ROW_COUNT;
		unchanged := (SELECT count(*) FROM csshell.new_certificates) - added;
	END IF;
	TRUNCATE csshell.new_certificates;
	ANALYZE csshell.certificates; -- so that statements are planned anew
END
$$;

-- put_role adds or replaces a role.
CREATE FUNCTION csshell.put_role(
	identity text, sid text, is_standard_role boolean, template_name text,
	cmdlets text[], script_modules text[], config_scopes text[], user_scopes text[]
) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, csshell, pg_temp AS $$
	INSERT INTO csshell.roles (identity, sid, is_standard_role, template_name, cmdlets, script_modules, config_scopes, user_scopes)
	VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
	ON CONFLICT (lower(identity)) DO UPDATE SET sid = excluded.sid, is_standard_role = excluded.is_standard_role,
		template_name = excluded.template_name, cmdlets = excluded.cmdlets, script_modules = excluded.script_modules,
		config_scopes = excluded.config_scopes, user_scopes = excluded.user_scopes
$$;

-- add_catalog adds the pools and policies that are not there yet.
CREATE FUNCTION csshell.add_catalog(pools text[], kinds text[], names text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, csshell, pg_temp AS $$
	INSERT INTO csshell.pools (identity) SELECT unnest($1) ON CONFLICT DO NOTHING;
	INSERT INTO csshell.policies (kind, name) SELECT * FROM unnest($2, $3) ON CONFLICT DO NOTHING;
$$;

-- A database owner grants EXECUTE on these to those who may change the store.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA csshell FROM PUBLIC;
