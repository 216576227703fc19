-- SPDX-License-Identifier: GPL-3.0-or-later
-- Cash that came into a drawer or left it other than by a sale (docs/adr/049). One that was made here and that the
-- platform has not told yet says so: it goes when its operation goes.
CREATE TABLE cash_movement (
    id        BLOB    NOT NULL PRIMARY KEY,
    shift     BLOB    NOT NULL,
    at        INTEGER NOT NULL,
    made_here INTEGER NOT NULL,
    document  BLOB    NOT NULL
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX cash_movement_by_shift ON cash_movement (shift, at)
-- next
CREATE INDEX cash_movement_by_time ON cash_movement (at)
-- next
-- The last Z of a register and what all of its sales had come to: the next one goes on from it, also where the shift is
-- not here any more.
CREATE TABLE z_counter (
    register  BLOB    NOT NULL PRIMARY KEY,
    last      INTEGER NOT NULL,
    perpetual INTEGER NOT NULL,
    currency  TEXT    NOT NULL
) STRICT, WITHOUT ROWID
-- next
-- The number of its Z; NULL while it has none.
ALTER TABLE shift ADD COLUMN z INTEGER
-- next
UPDATE shift SET z = json_extract(CAST(document AS TEXT), '$.z.number') WHERE json_valid(CAST(document AS TEXT))
-- next
CREATE INDEX shift_by_z ON shift (register, z) WHERE z IS NOT NULL
-- next
PRAGMA user_version = 12
