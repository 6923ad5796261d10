-- Medically unlikely edits, practitioner services: the most units of a code that CMS expects, a table each quarter. A
-- re-cut table is a new version; the newest version of a date is current.
CREATE TABLE "unit_limit_tables" (
    "id" SERIAL NOT NULL,
    "effective_from" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows_sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "current" BOOLEAN NOT NULL,
    "report" JSONB NOT NULL,
    "installed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unit_limit_tables_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "unit_limits" (
    "table_id" INTEGER NOT NULL,
    "code" CHAR(5) NOT NULL,
    "units" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,

    CONSTRAINT "unit_limits_pkey" PRIMARY KEY ("table_id","code")
);

CREATE UNIQUE INDEX "unit_limit_tables_effective_from_version_key" ON "unit_limit_tables"("effective_from", "version");
CREATE UNIQUE INDEX "unit_limit_tables_effective_from_source_rows_sha256_key" ON "unit_limit_tables"("effective_from", "source", "rows_sha256");

ALTER TABLE "unit_limits" ADD CONSTRAINT "unit_limits_table_id_fkey" FOREIGN KEY ("table_id") REFERENCES "unit_limit_tables"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE UNIQUE INDEX unit_limit_tables_one_current ON unit_limit_tables (effective_from) WHERE current;
ALTER TABLE unit_limits ADD CONSTRAINT unit_limits_scope CHECK (scope IN ('line', 'day'));
ALTER TABLE unit_limits ADD CONSTRAINT unit_limits_units CHECK (units >= 0);

-- Public knowledge: everyone reads, imports write.
GRANT SELECT ON unit_limit_tables, unit_limits TO rvu_edge_app, rvu_edge_auth, rvu_edge_import, rvu_edge_job;
GRANT INSERT, UPDATE, DELETE ON unit_limit_tables, unit_limits TO rvu_edge_import;
GRANT USAGE ON SEQUENCE unit_limit_tables_id_seq TO rvu_edge_import;
GRANT SELECT, INSERT, DELETE, TRUNCATE ON unit_limit_tables, unit_limits TO rvu_edge_backup;
GRANT SELECT, UPDATE ON SEQUENCE unit_limit_tables_id_seq TO rvu_edge_backup;
