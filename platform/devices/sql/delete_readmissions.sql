-- SPDX-License-Identifier: GPL-3.0-or-later
-- A code is good for the revocation it was made for, and only the newest of it.
delete from devices.readmission where device = $1
