-- CreateTable
CREATE TABLE "policies" (
    "id" UUID NOT NULL,
    "owner_id" UUID,
    "workplace_id" UUID,
    "organization_id" UUID,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),

    CONSTRAINT "policies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "policy_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" DATE NOT NULL,
    "terms" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("policy_id","version")
);

-- CreateIndex
CREATE INDEX "policies_owner_id_workplace_id_idx" ON "policies"("owner_id", "workplace_id");

-- CreateIndex
CREATE INDEX "policy_versions_policy_id_effective_from_idx" ON "policy_versions"("policy_id", "effective_from");

-- AddForeignKey
ALTER TABLE "policies" ADD CONSTRAINT "policies_owner_id_workplace_id_fkey" FOREIGN KEY ("owner_id", "workplace_id") REFERENCES "workplaces"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A policy belongs to one person's workplace or to one organization. The application writes the first kind alone: its
-- row-level policy lets it see and write nothing of an organization.
ALTER TABLE policies ADD CONSTRAINT policies_one_owner CHECK (
  (owner_id IS NOT NULL AND workplace_id IS NOT NULL AND organization_id IS NULL)
  OR (owner_id IS NULL AND workplace_id IS NULL AND organization_id IS NOT NULL));
ALTER TABLE policies ADD CONSTRAINT policies_name CHECK (length(name) BETWEEN 1 AND 60);
ALTER TABLE policy_versions ADD CONSTRAINT policy_versions_version CHECK (version BETWEEN 1 AND 100);
CREATE UNIQUE INDEX policies_one_in_use ON policies (owner_id, workplace_id) WHERE archived_at IS NULL;

-- A policy can be put away and taken back; its name and its versions stay as they were written.
GRANT SELECT, INSERT, UPDATE (archived_at) ON policies TO rvu_edge_app;
GRANT SELECT, INSERT ON policy_versions TO rvu_edge_app;
GRANT SELECT, INSERT, DELETE, TRUNCATE ON policies, policy_versions TO rvu_edge_backup;

ALTER TABLE policies ENABLE ROW LEVEL SECURITY;
ALTER TABLE policies FORCE ROW LEVEL SECURITY;
ALTER TABLE policy_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY backup ON policies TO rvu_edge_backup USING (true) WITH CHECK (true);
CREATE POLICY backup ON policy_versions TO rvu_edge_backup USING (true) WITH CHECK (true);
CREATE POLICY own ON policies TO rvu_edge_app
  USING (owner_id = current_actor()) WITH CHECK (owner_id = current_actor() AND organization_id IS NULL);
CREATE POLICY own ON policy_versions TO rvu_edge_app
  USING (EXISTS (SELECT FROM policies p WHERE p.id = policy_id AND p.owner_id = current_actor()))
  WITH CHECK (EXISTS (SELECT FROM policies p WHERE p.id = policy_id AND p.owner_id = current_actor()));
