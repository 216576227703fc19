// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"
#include "ui/presenters/customers/statement_output.h"

namespace crema::presenters {

/// The days of a statement as they are typed, "2026-11-01"; empty: from the first of this month, to today.
struct StatementDays {
    QString from;
    QString to; ///< included
};

/// How a statement is to be given out.
struct StatementForm {
    StatementFormat format = StatementFormat::Text;
    int columns = 0; ///< characters in a line; 0: 80
};

/// What customers bought, as verbs need it. The client outlives it.
class HistoriesPresenter
{
public:
    explicit HistoriesPresenter(sync::Client &client, const documents::PageDrawing &drawing = {})
        : m_client(client), m_drawing(drawing)
    {}

    /// The newest sales first. Errors: those of CustomersPresenter::byWords() and Client::customerHistory().
    [[nodiscard]] QCoro::Task<Result<sync::CustomerHistory>> history(QString words, std::int64_t limit) const;
    /// Errors: as above, `statement.day`, `statement.period`, `statement.drawing`.
    [[nodiscard]] QCoro::Task<Result<QByteArray>> statement(QString words, StatementDays days, StatementForm form,
                                                            QLocale locale, UtcTime now) const;

private:
    sync::Client &m_client;
    documents::PageDrawing m_drawing;
};

} // namespace crema::presenters
