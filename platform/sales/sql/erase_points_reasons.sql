-- SPDX-License-Identifier: GPL-3.0-or-later
-- What managers said of a customer whose points they adjusted: $2 instead.
update sales.points_entry
set reason = $2::text
where customer = $1 and kind = 'adjusted' and reason <> $2::text
