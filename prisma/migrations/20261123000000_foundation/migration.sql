-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "releases" (
    "id" SERIAL NOT NULL,
    "release_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows_sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "priced" BOOLEAN NOT NULL,
    "current" BOOLEAN NOT NULL,
    "cf_standard" DECIMAL(8,4) NOT NULL,
    "cf_qualifying" DECIMAL(8,4),
    "report" JSONB NOT NULL,
    "installed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "releases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_files" (
    "sha256" TEXT NOT NULL,
    "release_version" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "release_files_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "schedule_rows" (
    "release_version" INTEGER NOT NULL,
    "code" CHAR(5) NOT NULL,
    "modifier" VARCHAR(2) NOT NULL,
    "status" CHAR(1) NOT NULL,
    "not_used_for_payment" BOOLEAN NOT NULL,
    "work" DECIMAL(8,2) NOT NULL,
    "non_facility_pe" DECIMAL(8,2),
    "facility_pe" DECIMAL(8,2),
    "malpractice" DECIMAL(8,2),
    "opps_non_facility_pe" DECIMAL(8,2),
    "opps_facility_pe" DECIMAL(8,2),
    "opps_malpractice" DECIMAL(8,2),
    "rarely_non_facility" BOOLEAN NOT NULL,
    "rarely_facility" BOOLEAN NOT NULL,
    "pc_tc" TEXT NOT NULL,
    "global_period" TEXT NOT NULL,
    "pre_op" DECIMAL(4,2) NOT NULL,
    "intra_op" DECIMAL(4,2) NOT NULL,
    "post_op" DECIMAL(4,2) NOT NULL,
    "multiple_procedure" TEXT NOT NULL,
    "bilateral" TEXT NOT NULL,
    "assistant" TEXT NOT NULL,
    "co_surgeon" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "endoscopy_base" TEXT NOT NULL,
    "supervision" TEXT NOT NULL,
    "imaging_family" TEXT NOT NULL,

    CONSTRAINT "schedule_rows_pkey" PRIMARY KEY ("release_version","code","modifier")
);

-- CreateTable
CREATE TABLE "localities" (
    "release_version" INTEGER NOT NULL,
    "carrier" CHAR(5) NOT NULL,
    "locality" CHAR(2) NOT NULL,
    "name" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "work_index" DECIMAL(5,3) NOT NULL,
    "practice_expense_index" DECIMAL(5,3) NOT NULL,
    "malpractice_index" DECIMAL(5,3) NOT NULL,

    CONSTRAINT "localities_pkey" PRIMARY KEY ("release_version","carrier","locality")
);

-- CreateTable
CREATE TABLE "anesthesia_factors" (
    "release_version" INTEGER NOT NULL,
    "carrier" CHAR(5) NOT NULL,
    "locality" CHAR(2) NOT NULL,
    "conversion_factor" DECIMAL(8,4) NOT NULL,

    CONSTRAINT "anesthesia_factors_pkey" PRIMARY KEY ("release_version","carrier","locality")
);

-- CreateTable
CREATE TABLE "locality_counties" (
    "release_version" INTEGER NOT NULL,
    "carrier" CHAR(5) NOT NULL,
    "locality" CHAR(2) NOT NULL,
    "state" CHAR(2) NOT NULL,
    "area" TEXT NOT NULL,
    "coverage" TEXT NOT NULL,
    "counties" JSONB NOT NULL,

    CONSTRAINT "locality_counties_pkey" PRIMARY KEY ("release_version","carrier","locality")
);

-- CreateTable
CREATE TABLE "authored_codes" (
    "code" CHAR(5) NOT NULL,
    "kind" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "authored_codes_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "revisions" (
    "subject" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "benchmark_tables" (
    "id" TEXT NOT NULL,
    "specialty" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "population" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "n" INTEGER,
    "p10" DECIMAL(12,2),
    "p25" DECIMAL(12,2),
    "p50" DECIMAL(12,2),
    "p75" DECIMAL(12,2),
    "p90" DECIMAL(12,2),
    "mean" DECIMAL(12,2),
    "method" TEXT NOT NULL,
    "source" JSONB NOT NULL,

    CONSTRAINT "benchmark_tables_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ(6),
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "platform_admin" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL DEFAULT '',
    "specialty" TEXT,
    "state" CHAR(2),
    "carrier" CHAR(5),
    "locality" CHAR(2),
    "practitioner" TEXT NOT NULL DEFAULT 'physician',
    "qualifying_apm" BOOLEAN NOT NULL DEFAULT false,
    "time_zone" TEXT NOT NULL DEFAULT 'America/New_York',
    "medicare_share" DECIMAL(5,2),
    "onboarded_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "career_stages" (
    "owner_id" UUID NOT NULL,
    "effective_from" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "training_year" INTEGER,

    CONSTRAINT "career_stages_pkey" PRIMARY KEY ("owner_id","effective_from")
);

-- CreateTable
CREATE TABLE "workplaces" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "policy" TEXT NOT NULL DEFAULT 'cms_adjusted',
    "clinical_fte" DECIMAL(4,2) NOT NULL DEFAULT 1,
    "annual_target" DECIMAL(12,2),
    "place_of_service" CHAR(2) NOT NULL DEFAULT '22',
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),

    CONSTRAINT "workplaces_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "workplace_id" UUID NOT NULL,
    "date_of_service" DATE NOT NULL,
    "place_of_service" CHAR(2) NOT NULL,
    "role" TEXT NOT NULL,
    "payer" TEXT NOT NULL DEFAULT 'other',
    "label" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "policy" TEXT NOT NULL,
    "allowed" DECIMAL(14,2) NOT NULL,
    "work_rvu" DECIMAL(12,2) NOT NULL,
    "credited_work_rvu" DECIMAL(14,4) NOT NULL,
    "training_work_rvu" DECIMAL(14,4) NOT NULL,
    "warnings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(6),

    CONSTRAINT "cases_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "case_lines" (
    "owner_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" CHAR(5) NOT NULL,
    "modifiers" TEXT[],
    "units" INTEGER NOT NULL,
    "postoperative_days" INTEGER,
    "release_version" INTEGER,
    "work_rvu" DECIMAL(12,2),
    "credited_work_rvu" DECIMAL(14,4),
    "training_work_rvu" DECIMAL(14,4),
    "allowed" DECIMAL(14,2),
    "calculated" JSONB NOT NULL,

    CONSTRAINT "case_lines_pkey" PRIMARY KEY ("owner_id","case_id","position")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "owner_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("owner_id","key")
);

-- CreateTable
CREATE TABLE "tokens" (
    "hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "payload" TEXT NOT NULL DEFAULT '',
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "tokens_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "throttles" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "resets_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "throttles_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "mail_outbox" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(6),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "error" TEXT,

    CONSTRAINT "mail_outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jobs" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "progress" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_at" TIMESTAMPTZ(6),
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "owner_id" UUID,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cached_pages" (
    "key" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "value" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cached_pages_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "releases_current_effective_from_idx" ON "releases"("current", "effective_from");

-- CreateIndex
CREATE UNIQUE INDEX "releases_release_id_version_key" ON "releases"("release_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "releases_release_id_rows_sha256_key" ON "releases"("release_id", "rows_sha256");

-- CreateIndex
CREATE INDEX "authored_codes_category_code_idx" ON "authored_codes"("category", "code");

-- CreateIndex
CREATE INDEX "benchmark_tables_specialty_metric_idx" ON "benchmark_tables"("specialty", "metric");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "cases_owner_id_date_of_service_created_at_id_idx" ON "cases"("owner_id", "date_of_service" DESC, "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "case_lines_owner_id_code_idx" ON "case_lines"("owner_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE INDEX "api_keys_owner_id_idx" ON "api_keys"("owner_id");

-- CreateIndex
CREATE INDEX "tokens_user_id_purpose_idx" ON "tokens"("user_id", "purpose");

-- CreateIndex
CREATE INDEX "mail_outbox_sent_at_next_try_at_idx" ON "mail_outbox"("sent_at", "next_try_at");

-- CreateIndex
CREATE INDEX "jobs_state_created_at_idx" ON "jobs"("state", "created_at");

-- CreateIndex
CREATE INDEX "audit_owner_id_at_idx" ON "audit"("owner_id", "at");

-- CreateIndex
CREATE INDEX "cached_pages_used_at_idx" ON "cached_pages"("used_at");

-- AddForeignKey
ALTER TABLE "release_files" ADD CONSTRAINT "release_files_release_version_fkey" FOREIGN KEY ("release_version") REFERENCES "releases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_rows" ADD CONSTRAINT "schedule_rows_release_version_fkey" FOREIGN KEY ("release_version") REFERENCES "releases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "localities" ADD CONSTRAINT "localities_release_version_fkey" FOREIGN KEY ("release_version") REFERENCES "releases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anesthesia_factors" ADD CONSTRAINT "anesthesia_factors_release_version_fkey" FOREIGN KEY ("release_version") REFERENCES "releases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locality_counties" ADD CONSTRAINT "locality_counties_release_version_fkey" FOREIGN KEY ("release_version") REFERENCES "releases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_stages" ADD CONSTRAINT "career_stages_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workplaces" ADD CONSTRAINT "workplaces_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_owner_id_workplace_id_fkey" FOREIGN KEY ("owner_id", "workplace_id") REFERENCES "workplaces"("owner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_lines" ADD CONSTRAINT "case_lines_owner_id_case_id_fkey" FOREIGN KEY ("owner_id", "case_id") REFERENCES "cases"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── The second wall ─────────────────────────────────────────────────────────────────────────────────────────────────
-- The app logs in as rvu_edge_app, which owns nothing. Each transaction names its actor with
-- set_config('app.actor', ..., true). Without one, what people own is invisible and cannot be written.
-- The roles are made by lib/server/provision.ts before any migration runs.

CREATE FUNCTION current_actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.actor', true), '')::uuid $$;

GRANT USAGE ON SCHEMA public TO rvu_edge_app, rvu_edge_auth, rvu_edge_import, rvu_edge_job, rvu_edge_backup;

-- Public knowledge: everyone reads, imports write.
GRANT SELECT ON releases, release_files, schedule_rows, localities, anesthesia_factors, locality_counties, authored_codes, revisions,
  benchmark_tables TO rvu_edge_app, rvu_edge_auth, rvu_edge_import, rvu_edge_job;
GRANT INSERT, UPDATE, DELETE ON releases, release_files, schedule_rows, localities, anesthesia_factors, locality_counties,
  authored_codes, revisions, benchmark_tables TO rvu_edge_import;
GRANT SELECT, INSERT, UPDATE, DELETE ON cached_pages TO rvu_edge_app, rvu_edge_job;

-- What people own.
GRANT SELECT, UPDATE ON users TO rvu_edge_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON career_stages, workplaces, cases, case_lines, api_keys, idempotency_keys
  TO rvu_edge_app;
GRANT SELECT, INSERT ON audit, jobs TO rvu_edge_app;

-- The door: looking a person up by address, before there is an actor.
GRANT SELECT, INSERT, UPDATE ON users TO rvu_edge_auth;
GRANT SELECT, INSERT ON workplaces, career_stages TO rvu_edge_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON tokens, throttles, installation TO rvu_edge_auth;
GRANT SELECT, UPDATE ON api_keys TO rvu_edge_auth;
GRANT INSERT ON mail_outbox, audit TO rvu_edge_auth;

-- Imports and jobs.
GRANT INSERT ON audit TO rvu_edge_import;
GRANT SELECT, INSERT, UPDATE, DELETE ON mail_outbox, jobs, throttles, tokens, idempotency_keys, installation
  TO rvu_edge_job;
GRANT SELECT, DELETE ON cases, case_lines TO rvu_edge_job;
GRANT INSERT ON audit TO rvu_edge_job;

GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO rvu_edge_app, rvu_edge_auth, rvu_edge_import, rvu_edge_job;
GRANT SELECT, INSERT, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA public TO rvu_edge_backup;
GRANT SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO rvu_edge_backup;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['users', 'career_stages', 'workplaces', 'cases', 'case_lines', 'api_keys',
    'idempotency_keys', 'tokens', 'mail_outbox', 'jobs', 'audit'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY backup ON %I TO rvu_edge_backup USING (true) WITH CHECK (true)', owned);
  END LOOP;
  FOREACH owned IN ARRAY ARRAY['career_stages', 'workplaces', 'cases', 'case_lines', 'api_keys',
    'idempotency_keys'] LOOP
    EXECUTE format('CREATE POLICY own ON %I TO rvu_edge_app
      USING (owner_id = current_actor()) WITH CHECK (owner_id = current_actor())', owned);
  END LOOP;
  FOREACH owned IN ARRAY ARRAY['users', 'workplaces', 'career_stages', 'tokens', 'api_keys', 'mail_outbox',
    'audit'] LOOP
    EXECUTE format('CREATE POLICY door ON %I TO rvu_edge_auth USING (true) WITH CHECK (true)', owned);
  END LOOP;
  FOREACH owned IN ARRAY ARRAY['mail_outbox', 'jobs', 'tokens', 'idempotency_keys', 'cases', 'case_lines',
    'audit'] LOOP
    EXECUTE format('CREATE POLICY job ON %I TO rvu_edge_job USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;

CREATE POLICY own ON users TO rvu_edge_app USING (id = current_actor()) WITH CHECK (id = current_actor());
CREATE POLICY own ON jobs TO rvu_edge_app USING (created_by = current_actor()) WITH CHECK (created_by = current_actor());
CREATE POLICY own ON audit TO rvu_edge_app USING (owner_id = current_actor()) WITH CHECK (owner_id = current_actor());
CREATE POLICY import ON audit TO rvu_edge_import USING (true) WITH CHECK (true);

-- A person cannot make themselves an administrator, verified, or someone else.
REVOKE UPDATE ON users FROM rvu_edge_app;
GRANT UPDATE (name, specialty, state, carrier, locality, practitioner, qualifying_apm, time_zone, medicare_share,
  onboarded_at) ON users TO rvu_edge_app;

-- ── Rules that the schema language cannot say ───────────────────────────────────────────────────────────────────────
CREATE UNIQUE INDEX releases_one_current ON releases (release_id) WHERE current;
CREATE UNIQUE INDEX workplaces_one_default ON workplaces (owner_id) WHERE is_default;
ALTER TABLE users ADD CONSTRAINT users_email_lower CHECK (email = lower(email));
ALTER TABLE career_stages ADD CONSTRAINT career_stages_stage CHECK (stage IN ('student', 'resident', 'attending'));
ALTER TABLE workplaces ADD CONSTRAINT workplaces_policy CHECK (policy IN ('cms_adjusted', 'partial', 'unadjusted'));
ALTER TABLE workplaces ADD CONSTRAINT workplaces_fte CHECK (clinical_fte > 0 AND clinical_fte <= 1.5);
ALTER TABLE cases ADD CONSTRAINT cases_payer CHECK (payer IN ('medicare', 'other'));
ALTER TABLE cases ADD CONSTRAINT cases_version CHECK (version > 0);
ALTER TABLE case_lines ADD CONSTRAINT case_lines_units CHECK (units BETWEEN 1 AND 999);
ALTER TABLE jobs ADD CONSTRAINT jobs_state CHECK (state IN ('queued', 'running', 'done', 'failed'));
CREATE INDEX cases_live_by_day ON cases (owner_id, date_of_service DESC, created_at DESC, id) WHERE deleted_at IS NULL;

-- Counting is no record: without a log it costs no wait for the disk, and after a crash it starts from nothing.
ALTER TABLE throttles SET UNLOGGED;

-- ── Doors: what must be known before there is an actor, one row at a time ───────────────────────────────────────────
CREATE FUNCTION door_session(person uuid)
  RETURNS TABLE (session_version integer, verified boolean, platform_admin boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET row_security = on
  AS $$ SELECT u.session_version, u.verified_at IS NOT NULL, u.platform_admin FROM users u WHERE u.id = person $$;

CREATE FUNCTION door_api_key(key_hash text)
  RETURNS TABLE (key_id uuid, owner_id uuid, scopes text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET row_security = on
  AS $$ SELECT k.id, k.owner_id, k.scopes FROM api_keys k WHERE k.hash = key_hash AND k.revoked_at IS NULL $$;

-- Counts one turn in a window of so many seconds. One row a key, shared by all instances.
CREATE FUNCTION take_turn(throttle_key text, seconds integer)
  RETURNS TABLE (turns integer, resets timestamptz)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$
    INSERT INTO throttles AS t (key, count, resets_at)
    VALUES (throttle_key, 1, now() + make_interval(secs => seconds))
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN t.resets_at <= now() THEN 1 ELSE t.count + 1 END,
      resets_at = CASE WHEN t.resets_at <= now() THEN now() + make_interval(secs => seconds) ELSE t.resets_at END
    RETURNING count, resets_at
  $$;

-- The doors run as a role that the policies let through, and only they may use it.
GRANT rvu_edge_auth TO CURRENT_USER;
GRANT CREATE ON SCHEMA public TO rvu_edge_auth;
ALTER FUNCTION door_session(uuid) OWNER TO rvu_edge_auth;
ALTER FUNCTION door_api_key(text) OWNER TO rvu_edge_auth;
ALTER FUNCTION take_turn(text, integer) OWNER TO rvu_edge_auth;
REVOKE CREATE ON SCHEMA public FROM rvu_edge_auth;
REVOKE ALL ON FUNCTION door_session(uuid), door_api_key(text), take_turn(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door_session(uuid), door_api_key(text), take_turn(text, integer) TO rvu_edge_app, rvu_edge_auth;
