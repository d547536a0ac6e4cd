"""Matches the rows that `match` reads with Splink on DuckDB, for Benchmarks/match.sh.

    splink_match.py rows FOLDER ROWS        joins the stage files of a municipality into one Parquet file
    splink_match.py train ROWS MODEL        estimates a model, without the truth, and saves it
    splink_match.py match ROWS MODEL OUT [CHANCE]
                                            brings rows into persons with a saved model
    splink_match.py score TRUTH ROWS OUT    pairs of rows: precision, recall and F1

The packages splink and duckdb are for this alone.
"""

import sys

import duckdb

# As many blocking rules as `match` has strong passes.
RULES = [
    ("postcode", "house_number"),
    ("surname", "birth_date"),
    ("surname", "postcode"),
    ("initial", "birth_date"),
    ("surname", "street"),
    ("phone",),
    ("email",),
]
THREADS = 2


def rows(folder, target):
    connection = duckdb.connect()
    read = "read_csv('{}/{}.csv.gz', all_varchar=true, header=true)"
    connection.execute(
        f"""
        COPY (
          SELECT row_number() OVER () AS unique_id, n.feed, n.delivery, n.row,
            nullif(lower(n.surname), '') AS surname,
            nullif(lower(n.partner_surname), '') AS partner_surname,
            nullif(lower(split_part(n.initials, '.', 1)), '') AS initial,
            nullif(lower(split_part(n.given_names, ' ', 1)), '') AS given_name,
            CASE WHEN length(n.birth_date) = 10 THEN n.birth_date END AS birth_date,
            nullif(n.postcode, '') AS postcode,
            nullif(n.house_number, '') AS house_number,
            nullif(n.house_letter || n.house_addition, '') AS unit,
            nullif(lower(n.street), '') AS street,
            nullif(n.phone, '') AS phone, nullif(lower(n.email), '') AS email
          FROM {read.format(folder, 'normalised')} n
          POSITIONAL JOIN {read.format(folder, 'distinct')} d
          WHERE d.disposition <> 'technical-duplicate'
        ) TO '{target}' (FORMAT parquet)
        """
    )


def linker(source, settings):
    from splink import DuckDBAPI, Linker

    connection = duckdb.connect()
    connection.execute(f"SET threads = {THREADS}")
    table = connection.execute(f"SELECT * FROM read_parquet('{source}')").df()
    api = DuckDBAPI(connection=connection)
    try:
        return Linker(table, settings, db_api=api)
    except TypeError:  # Since version 5 rows are registered first.
        return Linker(api.register(table), settings)


def train(source, target):
    import splink.comparison_library as library
    from splink import SettingsCreator, block_on

    def exact(column):
        return library.ExactMatch(column).configure(term_frequency_adjustments=True)

    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in RULES],
        comparisons=[
            library.JaroWinklerAtThresholds("surname", [0.92, 0.88]).configure(
                term_frequency_adjustments=True
            ),
            library.ExactMatch("given_name").configure(term_frequency_adjustments=True),
            library.ExactMatch("initial"),
            library.DamerauLevenshteinAtThresholds("birth_date", [1, 2]),
            exact("postcode"),
            library.ExactMatch("house_number"),
            exact("street"),
            exact("phone"),
            exact("email"),
        ],
        additional_columns_to_retain=["feed", "delivery", "row"],
        retain_intermediate_calculation_columns=False,
    )
    model = linker(source, settings)
    training = model.training
    training.estimate_probability_two_random_records_match(
        [block_on("surname", "birth_date"), block_on("phone"), block_on("email")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in [("surname", "birth_date"), ("postcode", "house_number"), ("email",)]:
        training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
    model.misc.save_model_to_json(target, overwrite=True)


def match(source, saved, target, chance="0.95"):
    model = linker(source, saved)
    pairs = model.inference.predict(threshold_match_probability=float(chance))
    clusters = model.clustering.cluster_pairwise_predictions_at_threshold(
        pairs, threshold_match_probability=float(chance)
    )
    frame = clusters.as_pandas_dataframe()
    frame[["feed", "delivery", "row", "cluster_id"]].to_parquet(target)


def score(truth, rows, found):
    if found.endswith(".csv.gz"):
        source = f"(SELECT feed, delivery, row, person_id AS cluster FROM read_csv('{found}', all_varchar=true))"
    else:
        source = f"(SELECT feed, delivery, row::VARCHAR AS row, cluster_id::VARCHAR AS cluster FROM read_parquet('{found}'))"
    figures = duckdb.connect().execute(
        f"""
        WITH pairs AS (
          SELECT t.person, f.cluster FROM {source} f
          JOIN read_parquet('{rows}') r
            ON f.feed = r.feed AND f.delivery = r.delivery AND f.row = r.row
          JOIN read_csv('{truth}', all_varchar=true) t
            ON f.feed = t.feed AND f.delivery = t.delivery AND f.row = t.row
          WHERE t.person <> ''
        ), sums AS (
          SELECT
            (SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) n FROM pairs GROUP BY person, cluster)) AS right,
            (SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) n FROM pairs GROUP BY cluster)) AS found,
            (SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) n FROM pairs GROUP BY person)) AS true
        ) SELECT "right" / found, "right" / "true", 2 * "right" / (found + "true") FROM sums
        """
    ).fetchone()
    print("\t".join(f"{figure:.4f}" for figure in figures))


if __name__ == "__main__":
    {"rows": rows, "train": train, "match": match, "score": score}[sys.argv[1]](*sys.argv[2:])
