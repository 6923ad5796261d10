-- How often a job was begun: one that ends its runner each time is given up, and who runs the platform sees it.

-- AlterTable
ALTER TABLE "jobs" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0;

CREATE POLICY admin ON jobs FOR SELECT TO rvu_edge_app
  USING (EXISTS (SELECT 1 FROM users u WHERE u.id = current_actor() AND u.platform_admin));
