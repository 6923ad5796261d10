-- Whom a key is of, and their turn, as before; and that the key was used, at most once an hour a key. Two requests at
-- once write it once: the second sees the row as the first left it.
CREATE OR REPLACE FUNCTION door_key_turn(key_hash text, stranger text, seconds integer)
  RETURNS TABLE (owner_id uuid, scopes text[], turns integer, resets timestamptz)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public SET row_security = on
  AS $$
    WITH used AS (
      UPDATE api_keys u SET last_used_at = now()
      WHERE u.hash = key_hash AND u.revoked_at IS NULL
        AND (u.last_used_at IS NULL OR u.last_used_at <= now() - interval '1 hour')
    )
    SELECT k.owner_id, k.scopes, t.turns, t.resets
    FROM (SELECT) AS one
    LEFT JOIN api_keys k ON k.hash = key_hash AND k.revoked_at IS NULL
    CROSS JOIN LATERAL take_turn(
      encode(sha256(convert_to(coalesce('api:' || k.owner_id, stranger), 'UTF8')), 'hex'), seconds) t
  $$;
