-- What a re-pricing says of values entered by hand, which are in none of its other sums.
ALTER TABLE "repriced_cases" ADD COLUMN     "manual_after" DECIMAL(14,4) NOT NULL DEFAULT 0,
ADD COLUMN     "manual_before" DECIMAL(14,4) NOT NULL DEFAULT 0;

-- A job that failed leaves its re-pricing where it stopped, for its owner to go on.
ALTER TABLE "repricings" ADD COLUMN     "stopped" BOOLEAN NOT NULL DEFAULT false;

-- Cases that cannot be valued today are kept by name, so that nobody is told of them again.
ALTER TABLE repriced_cases DROP CONSTRAINT repriced_cases_state;
ALTER TABLE repriced_cases ADD CONSTRAINT repriced_cases_state
  CHECK (state IN ('offered', 'applied', 'skipped', 'taken-back', 'refused'));

-- The few lines with values entered by hand, for their sums.
CREATE INDEX case_lines_manual ON case_lines (owner_id, case_id) WHERE manual IS NOT NULL;
