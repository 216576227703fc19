-- SPDX-License-Identifier: GPL-3.0-or-later
-- The id stays until its time is over: whoever did not hear the answer asks again under it. Whose it was goes.
update sales.receipt_mail set address = '', due_at = ends_at where id = $1
