internal import GRDB

/// The tables of a state file.
///
/// Migrations are only ever added, each named with its date.
enum Schema {
  /// Brings a file of any earlier version up to this one.
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("2026-11-21 signals") { database in
      try database.execute(
        sql: """
          CREATE TABLE run (
            run_id TEXT NOT NULL PRIMARY KEY,
            reference_date TEXT NOT NULL
          ) STRICT;

          CREATE TABLE delivery (
            sha256 TEXT NOT NULL PRIMARY KEY,
            feed TEXT NOT NULL,
            name TEXT NOT NULL,
            run_id TEXT NOT NULL REFERENCES run (run_id)
          ) STRICT;

          CREATE TABLE signal (
            delivery_sha256 TEXT NOT NULL REFERENCES delivery (sha256) ON DELETE CASCADE,
            signal_id TEXT NOT NULL CHECK (length(signal_id) = 32),
            partner TEXT NOT NULL,
            partner_type TEXT NOT NULL,
            partner_ref TEXT NOT NULL,
            kind TEXT NOT NULL,
            received_at TEXT NOT NULL,
            signalled_on TEXT NOT NULL,
            amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
            address_key TEXT NOT NULL,
            person_id TEXT NOT NULL,
            household_id TEXT NOT NULL,
            picked_up INTEGER NOT NULL DEFAULT 0 CHECK (picked_up IN (0, 1)),
            PRIMARY KEY (delivery_sha256, signal_id)
          ) STRICT;

          CREATE INDEX signal_received ON signal (received_at);
          """)
    }
    migrator.registerMigration("2026-11-21 accepted deliveries") { database in
      try database.execute(
        sql: """
          CREATE TABLE accepted_delivery (
            feed TEXT NOT NULL,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            period TEXT NOT NULL,
            received_on TEXT,
            rows INTEGER NOT NULL CHECK (rows >= 0),
            columns TEXT NOT NULL,
            had_checksum INTEGER NOT NULL CHECK (had_checksum IN (0, 1)),
            replaces TEXT NOT NULL,
            accepted_on TEXT NOT NULL,
            run_id TEXT NOT NULL REFERENCES run (run_id),
            PRIMARY KEY (feed, name, sha256)
          ) STRICT;
          """)
    }
    migrator.registerMigration("2026-11-22 persons") { database in
      try database.execute(
        sql: """
          ALTER TABLE signal ADD COLUMN disposition TEXT NOT NULL DEFAULT 'kept'
            CHECK (disposition IN ('kept', 'repeat', 'superseded'));
          ALTER TABLE signal ADD COLUMN same_as TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN initials TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN given_names TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN prefix TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN surname TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN partner_surname TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN birth_date TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN postcode TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN house_number INTEGER NOT NULL DEFAULT 0
            CHECK (house_number BETWEEN 0 AND 99999);
          ALTER TABLE signal ADD COLUMN house_letter TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN house_addition TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN street TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN city TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN phone TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN email TEXT NOT NULL DEFAULT '';
          ALTER TABLE signal ADD COLUMN debtor_kind TEXT NOT NULL DEFAULT 'onbekend';
          ALTER TABLE signal ADD COLUMN quality TEXT NOT NULL DEFAULT '';

          CREATE TABLE person_change (
            run_id TEXT NOT NULL REFERENCES run (run_id),
            person_id TEXT NOT NULL CHECK (length(person_id) = 32),
            change TEXT NOT NULL CHECK (change IN ('merged', 'split')),
            other_person_id TEXT NOT NULL CHECK (length(other_person_id) = 32),
            PRIMARY KEY (run_id, person_id, change, other_person_id)
          ) STRICT;
          """)
    }
    migrator.registerMigration("2026-11-22 reviews") { database in
      try database.execute(
        sql: """
          CREATE TABLE review (
            signal_id TEXT NOT NULL CHECK (length(signal_id) = 32),
            other_signal_id TEXT NOT NULL CHECK (length(other_signal_id) = 32),
            answer TEXT NOT NULL CHECK (answer IN ('zelfde', 'niet-zelfde', 'onzeker')),
            weight INTEGER,
            reviewed_in TEXT NOT NULL REFERENCES run (run_id),
            lapsed_in TEXT REFERENCES run (run_id),
            PRIMARY KEY (signal_id, other_signal_id),
            CHECK (signal_id < other_signal_id)
          ) STRICT;
          """)
    }
    migrator.registerMigration("2026-11-28 cases") { database in
      try database.execute(sql: cases)
    }
    migrator.registerMigration("2026-11-30 terms and erasure") { database in
      try database.execute(
        sql: """
          CREATE INDEX accepted_delivery_digest ON accepted_delivery (sha256);

          CREATE TABLE erased (
            signal_id TEXT NOT NULL PRIMARY KEY CHECK (length(signal_id) = 32),
            erased_on TEXT NOT NULL
          ) STRICT, WITHOUT ROWID;
          """)
    }
    // What a run asks every night is answered in the order of an index.
    migrator.registerMigration("2026-11-30 indexes of a night") { database in
      try database.execute(
        sql: """
          DROP INDEX signal_received;
          CREATE INDEX signal_order ON signal (received_at, signal_id, delivery_sha256);
          CREATE INDEX signal_id ON signal (signal_id);
          CREATE INDEX signal_picked_up ON signal (signal_id) WHERE picked_up = 1;
          """)
    }
    return migrator
  }()

  private static let cases = """
    CREATE TABLE listed (
      household_id TEXT NOT NULL CHECK (length(household_id) = 32),
      signal_id TEXT NOT NULL CHECK (length(signal_id) = 32),
      received_on TEXT NOT NULL,
      first_on TEXT NOT NULL,
      last_on TEXT NOT NULL,
      PRIMARY KEY (household_id, signal_id),
      CHECK (first_on <= last_on)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE signal_case (
      case_id TEXT NOT NULL PRIMARY KEY CHECK (length(case_id) = 32),
      household_id TEXT NOT NULL CHECK (length(household_id) = 32),
      matched_on TEXT NOT NULL
    ) STRICT;

    CREATE INDEX signal_case_household ON signal_case (household_id);

    CREATE TABLE case_signal (
      case_id TEXT NOT NULL REFERENCES signal_case (case_id) ON DELETE CASCADE,
      signal_id TEXT NOT NULL CHECK (length(signal_id) = 32),
      added_on TEXT NOT NULL,
      PRIMARY KEY (case_id, signal_id)
    ) STRICT;

    CREATE INDEX case_signal_signal ON case_signal (signal_id);

    CREATE TABLE case_entry (
      case_id TEXT NOT NULL REFERENCES signal_case (case_id) ON DELETE CASCADE,
      recorded_on TEXT NOT NULL,
      picked_up_on TEXT,
      help_accepted_on TEXT,
      result TEXT,
      closed_on TEXT,
      is_picked_up INTEGER NOT NULL CHECK (is_picked_up IN (0, 1)),
      PRIMARY KEY (case_id, recorded_on),
      CHECK ((result IS NULL) = (closed_on IS NULL))
    ) STRICT;

    CREATE TABLE contact_attempt (
      case_id TEXT NOT NULL,
      recorded_on TEXT NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      contacted_on TEXT NOT NULL,
      means TEXT NOT NULL,
      day_part TEXT,
      reached TEXT,
      PRIMARY KEY (case_id, recorded_on, number),
      FOREIGN KEY (case_id, recorded_on) REFERENCES case_entry (case_id, recorded_on)
        ON DELETE CASCADE
    ) STRICT;
    """
}
