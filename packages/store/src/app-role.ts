// The role the app works under: it may add to the history and the log, and neither change nor remove anything there.

import type pg from "pg";

const ROLE = "yinuo_app";

// Since PostgreSQL 16 whoever creates a role is a member of it, and still may not switch to it.
const MAY_SWITCH =
  "CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END";

/**
 * Gives the role what it needs on this database. Where the login may not create roles, nothing happens: the trigger on
 * history still refuses.
 */
export const grantToApp = async (client: pg.Client): Promise<void> => {
  await client.query(CREATE_ROLE);
  if (!(await mayBecomeApp(client))) return;
  await client.query(GRANTS);
};

/** Whether this login may switch to the role, and the role was given its rights here. */
export const mayBecomeApp = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ may: boolean | null }>(
    `SELECT pg_has_role(current_user, oid, ${MAY_SWITCH}) AS may FROM pg_roles WHERE rolname = $1`,
    [ROLE],
  );
  return rows[0]?.may === true;
};

export const appRoleReady = async (client: pg.Client): Promise<boolean> => {
  if (!(await mayBecomeApp(client))) return false;
  const { rows } = await client.query<{ ready: boolean }>(
    `SELECT has_table_privilege($1, 'history', 'INSERT') AS ready`,
    [ROLE],
  );
  return rows[0]?.ready === true;
};

/** For the `options` of a connection: the session starts under the role. */
export const asApp = `-c role=${ROLE}`;

// Roles belong to the whole server: another database's migration may be creating it at this moment.
const CREATE_ROLE = `DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${ROLE}') THEN
    CREATE ROLE ${ROLE} NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, '${ROLE}', ${MAY_SWITCH}) THEN
    EXECUTE format('GRANT ${ROLE} TO %I', current_user);
  END IF;
EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
  NULL;
END
$$`;

const GRANTS = `DO $$
DECLARE
  kept text;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${ROLE}', current_schema());
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO ${ROLE}', current_schema());
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO ${ROLE}', current_schema());
  -- A backup of an older version is restored into the tables of that version first.
  FOR kept IN SELECT name FROM unnest(ARRAY['history', 'log_entry', 'log_opening', 'log_checkpoint']) AS name
    WHERE to_regclass(quote_ident(name)) IS NOT NULL LOOP
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM ${ROLE}', kept);
  END LOOP;
  REVOKE INSERT, UPDATE, DELETE ON schema_migration FROM ${ROLE};
END
$$`;
