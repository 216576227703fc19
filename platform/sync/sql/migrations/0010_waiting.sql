-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which operations each waiting one waits for, so that only the dependants of what took effect are looked at; and a
-- revision, so that two transactions cannot both judge one operation.
alter table sync.operation
    add column waits_for uuid[] not null default '{}',
    add column revision bigint not null default 1;
update sync.operation
set waits_for = array(select json_array_elements_text(acknowledgement -> 'waiting_for')::uuid)
where outcome = 'waiting';
drop index sync.operation_waiting;
create index operation_waiting on sync.operation using gin (waits_for) where outcome = 'waiting';
