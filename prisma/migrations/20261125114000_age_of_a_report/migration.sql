-- The job loop removes reports that are too old: it sees when they came and nothing else of them.
GRANT SELECT (created_at), DELETE ON reports TO rvu_edge_job;
CREATE POLICY job ON reports TO rvu_edge_job USING (true);
