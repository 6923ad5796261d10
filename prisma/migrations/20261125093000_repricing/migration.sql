-- CreateTable
CREATE TABLE "repricings" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'comparing',
    "seen" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "repricings_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "repriced_cases" (
    "owner_id" UUID NOT NULL,
    "repricing_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "case_version" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'offered',
    "policy_before" TEXT NOT NULL,
    "policy_after" TEXT NOT NULL,
    "releases_before" TEXT[],
    "releases_after" TEXT[],
    "work_before" DECIMAL(12,2) NOT NULL,
    "work_after" DECIMAL(12,2) NOT NULL,
    "credited_before" DECIMAL(14,4) NOT NULL,
    "credited_after" DECIMAL(14,4) NOT NULL,
    "training_before" DECIMAL(14,4) NOT NULL,
    "training_after" DECIMAL(14,4) NOT NULL,
    "allowed_before" DECIMAL(14,2) NOT NULL,
    "allowed_after" DECIMAL(14,2) NOT NULL,
    "kept" JSONB,

    CONSTRAINT "repriced_cases_pkey" PRIMARY KEY ("owner_id","repricing_id","case_id")
);

-- AddForeignKey
ALTER TABLE "repricings" ADD CONSTRAINT "repricings_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repriced_cases" ADD CONSTRAINT "repriced_cases_owner_id_repricing_id_fkey" FOREIGN KEY ("owner_id", "repricing_id") REFERENCES "repricings"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repriced_cases" ADD CONSTRAINT "repriced_cases_owner_id_case_id_fkey" FOREIGN KEY ("owner_id", "case_id") REFERENCES "cases"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── Whose they are ──────────────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT, UPDATE, DELETE ON repricings, repriced_cases TO rvu_edge_app;
GRANT SELECT, INSERT, DELETE, TRUNCATE ON repricings, repriced_cases TO rvu_edge_backup;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['repricings', 'repriced_cases'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY backup ON %I TO rvu_edge_backup USING (true) WITH CHECK (true)', owned);
    EXECUTE format('CREATE POLICY own ON %I TO rvu_edge_app
      USING (owner_id = current_actor()) WITH CHECK (owner_id = current_actor())', owned);
  END LOOP;
END $$;

ALTER TABLE repricings ADD CONSTRAINT repricings_state
  CHECK (state IN ('comparing', 'offered', 'declined', 'applying', 'done', 'taking-back', 'taken-back'));
ALTER TABLE repriced_cases ADD CONSTRAINT repriced_cases_state
  CHECK (state IN ('offered', 'applied', 'skipped', 'taken-back'));
-- One under way or waiting for an answer at a time.
CREATE UNIQUE INDEX repricings_one_open ON repricings (owner_id)
  WHERE state IN ('comparing', 'offered', 'applying', 'taking-back');
