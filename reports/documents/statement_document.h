// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers/statement.h"
#include "reports/documents/document_block.h"

#include <QByteArray>
#include <QDate>
#include <QLocale>
#include <QStringList>

namespace crema::documents {

/// Everything that stands on a customer's statement.
struct StatementInput {
    QString businessName;
    QString locationName;
    QString headerLines; ///< address and tax id, one line each
    QString customerName;
    QString customerTaxId; ///< may be empty
    QDate firstDay;
    QDate lastDay;              ///< the statement reaches to its end
    QList<Statement> accounts;  ///< one for each currency; may be empty
    QStringList knownLocations; ///< whose documents are in it
    QDate knownSince;           ///< when the oldest document is of that they are taken from; invalid: there is none
    QByteArray timeZone;        ///< IANA name of the location; an unknown one means UTC
    UtcTime at;                 ///< when it was made
};

/// "Purchase", "Return", "Exchange".
[[nodiscard]] QString statementKindName(StatementKind kind);

/// What was bought and taken back, what of it stands on the account, and which documents it knows.
[[nodiscard]] PrintedDocument statementDocument(const StatementInput &input, const QLocale &locale);

/// The statement as lines of at most `columns` display columns (at least 20), each ended by a newline.
[[nodiscard]] QString statementText(const StatementInput &input, const QLocale &locale, int columns);

/// "Statement 1 Nov 2026 to 30 Nov 2026".
[[nodiscard]] QString statementTitle(const StatementInput &input, const QLocale &locale);

} // namespace crema::documents
