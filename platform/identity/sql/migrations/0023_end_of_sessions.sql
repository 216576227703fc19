-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sessions whose time is over are looked for by the end of it.
create index session_ends on identity.session (ends_at);
