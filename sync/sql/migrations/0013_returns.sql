-- SPDX-License-Identifier: GPL-3.0-or-later
-- What came back of the lines of a sale, and by which document (docs/adr/050). It stands in the documents as well; here
-- it is found by what was sold.
CREATE TABLE returned_line (
    sale        BLOB    NOT NULL,
    line        INTEGER NOT NULL,
    returned_by BLOB    NOT NULL,
    quantity    INTEGER NOT NULL,
    PRIMARY KEY (sale, line, returned_by)
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX returned_line_by_document ON returned_line (returned_by)
-- next
PRAGMA user_version = 13
