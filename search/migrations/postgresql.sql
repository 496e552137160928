-- What the statements of search use of SQLite, or of Python under SQLite, for PostgreSQL.

CREATE FUNCTION instr(said text, part text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT strpos(said, part) $$;

CREATE FUNCTION json_extract(listed text, path text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT jsonb_path_query_first(listed::jsonb, path::jsonpath) #>> '{}' $$;

CREATE FUNCTION json_each(listed text) RETURNS TABLE (value text) LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 100
AS $$ SELECT jsonb_array_elements_text(listed::jsonb) $$;

-- search.engine.fold. Letters that only Greek prose of another age, Cherokee and the like have may be folded otherwise.
CREATE FUNCTION fold(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT trim(BOTH ' ' FROM regexp_replace(
    replace(replace(replace(replace(replace(replace(
        translate(lower(coalesce(said, '') COLLATE "und-x-icu"), 'µſς', 'μsσ'),
        'ß', 'ss'), 'ﬃ', 'ffi'), 'ﬄ', 'ffl'), 'ﬀ', 'ff'), 'ﬁ', 'fi'), 'ﬂ', 'fl'),
    '[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')) $$;

-- search.engine.bears: the words of search.links.likeness.telling, without those of search.words.STOP. It is asked last.
CREATE FUNCTION bears(stem text, said text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 5000
AS $$ SELECT EXISTS (
    SELECT 1 FROM regexp_matches(fold(said) COLLATE "und-x-icu", '[[:alnum:]]+', 'g') AS found (word)
    WHERE regexp_replace(word[1] COLLATE "und-x-icu",
        '(?<=[[:alnum:]]{3})(ations?|ings?|edly|ed|ies|es|s|al|ly|y|e)$', '') = stem
    AND NOT word[1] = ANY (string_to_array(translate('
a about after again all also am an and any are as at be been before being but by can could did do
does doing done for from get give given got had has have having he her here him his how i if in into
is it its just me more my no not of off on or our out over own please she should so some such tell
than that the their them then there these they this those through to too under up us very was we
were what when where which who whom whose why will with would you your
        ', E'\n', ' '), ' '))) $$;

-- Full text as search.postings keeps it: each stem of each passage that is shown, how often it stands in the passage's
-- own text and beside it (see search.schema.WORDS), and where, so that words side by side are found.
CREATE TABLE words (
    term text NOT NULL,
    "row" integer NOT NULL,
    said integer NOT NULL,
    beside integer NOT NULL,
    places integer[] NOT NULL,
    PRIMARY KEY (term, "row")
);
CREATE INDEX words_row ON words ("row");
CREATE TABLE lengths ("row" integer PRIMARY KEY, words integer NOT NULL);
CREATE VIEW vocabulary AS SELECT term, count(*) AS doc FROM words GROUP BY term;
