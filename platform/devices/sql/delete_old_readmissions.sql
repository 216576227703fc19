-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whoever lost the answer may ask again for as long as the code would have been good.
delete from devices.readmission where expires_at <= $1
