// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/page_drawing.h"
#include "reports/documents/statement_document.h"
#include "sync/client/client_state.h"
#include "sync/client/customer_history.h"
#include "ui/presenters/selling/time_words.h"

namespace crema {

enum class StatementFormat { Text, Pdf, Csv };

/// From the begin of the first day to the end of the last, as days are counted at this place.
[[nodiscard]] StatementPeriod periodOfDays(QDate first, QDate last, const TimeWords &times);

[[nodiscard]] documents::StatementInput statementInputOf(const sync::CustomerStatement &statement,
                                                         const sync::ClientState &state);

/// For a spreadsheet: a row for each document, and for each currency one for what stood open before and after. Amounts
/// with a decimal point, days as 2026-11-20, one heading above; RFC 4180, and no cell is carried out as a formula.
[[nodiscard]] QByteArray statementCsv(const sync::CustomerStatement &statement, const sync::ClientState &state);

/// The statement as a file of this format; `columns` is how wide text and page are. Errors: `statement.drawing` where
/// no page can be drawn.
[[nodiscard]] Result<QByteArray> statementBytes(const sync::CustomerStatement &statement,
                                                const sync::ClientState &state, const QLocale &locale,
                                                StatementFormat format, int columns,
                                                const documents::PageDrawing &drawing);

/// "statement-2026-11-01-2026-11-30.pdf": without anything that is known of the customer.
[[nodiscard]] QString statementFileName(const documents::StatementInput &input, StatementFormat format);

} // namespace crema
