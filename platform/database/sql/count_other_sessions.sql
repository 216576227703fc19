-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of this role, which every platform of a database uses. What PostgreSQL does by itself is none.
select count(*) from pg_stat_activity
where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
  and backend_type = 'client backend'
