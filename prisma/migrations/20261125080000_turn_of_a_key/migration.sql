-- Every request by key waits for its owner and its turn: one door for both. Where nobody has the key, the turn is that
-- of `stranger`, who tries it.
CREATE FUNCTION door_key_turn(key_hash text, stranger text, seconds integer)
  RETURNS TABLE (owner_id uuid, scopes text[], turns integer, resets timestamptz)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public SET row_security = on
  AS $$
    SELECT k.owner_id, k.scopes, t.turns, t.resets
    FROM (SELECT) AS one
    LEFT JOIN api_keys k ON k.hash = key_hash AND k.revoked_at IS NULL
    CROSS JOIN LATERAL take_turn(
      encode(sha256(convert_to(coalesce('api:' || k.owner_id, stranger), 'UTF8')), 'hex'), seconds) t
  $$;

GRANT rvu_edge_auth TO CURRENT_USER;
GRANT CREATE ON SCHEMA public TO rvu_edge_auth;
ALTER FUNCTION door_key_turn(text, text, integer) OWNER TO rvu_edge_auth;
REVOKE CREATE ON SCHEMA public FROM rvu_edge_auth;
REVOKE ALL ON FUNCTION door_key_turn(text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door_key_turn(text, text, integer) TO rvu_edge_app;
