-- SPDX-License-Identifier: GPL-3.0-or-later
-- A shift that comes late takes up what was sold in it.
create index sale_shift on sales.sale (shift);
