-- Reports of a wrong number: anyone sends one through the door, and only who runs the platform reads them.

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "context" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "email" TEXT,
    "release" TEXT,
    "policy" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reports_created_at_id_idx" ON "reports"("created_at" DESC, "id" DESC);

ALTER TABLE reports ADD CONSTRAINT reports_context CHECK (context IN ('calculator', 'case', 'code'));

ALTER TABLE reports ENABLE ROW LEVEL SECURITY;
ALTER TABLE reports FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE, TRUNCATE ON reports TO rvu_edge_backup;
CREATE POLICY backup ON reports TO rvu_edge_backup USING (true) WITH CHECK (true);

-- The door writes one and reads none.
GRANT INSERT ON reports TO rvu_edge_auth;
CREATE POLICY door ON reports FOR INSERT TO rvu_edge_auth WITH CHECK (true);

-- A platform administrator reads all and says which are answered; to anyone else there are none.
GRANT SELECT ON reports TO rvu_edge_app;
GRANT UPDATE (answered_at) ON reports TO rvu_edge_app;
CREATE POLICY admin ON reports TO rvu_edge_app
  USING (EXISTS (SELECT 1 FROM users u WHERE u.id = current_actor() AND u.platform_admin));
