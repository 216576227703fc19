// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/statement_document.h"

#include "reports/documents/amount_format.h"
#include "reports/documents/text_renderer.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace crema::documents {

namespace {

constexpr int narrowestText = 20;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StatementDocument)
};

/// Writes one statement from top to bottom.
class StatementWriter
{
public:
    StatementWriter(const StatementInput &input, const QLocale &locale) : m_input(input), m_locale(locale)
    {
        const bool isMirrored = locale.textDirection() == Qt::RightToLeft;
        m_document.direction = isMirrored ? ReadingDirection::RightToLeft : ReadingDirection::LeftToRight;
    }

    [[nodiscard]] PrintedDocument write()
    {
        writeHead();
        for (const Statement &account : m_input.accounts)
            writeAccount(account);
        if (m_input.accounts.isEmpty()) {
            put(RuleBlock{});
            putText(Texts::tr("Nothing was bought in this time, and nothing stands open."));
        }
        put(RuleBlock{});
        writeFoot();
        return m_document;
    }

private:
    void put(DocumentBlock block) { m_document.blocks.append(std::move(block)); }
    void putText(const QString &text) { put(TextBlock{text}); }
    void putCentred(const QString &text, Emphasis emphasis = Emphasis::Normal)
    {
        if (!text.isEmpty())
            put(TextBlock{text, Alignment::Centre, emphasis});
    }
    void putAmount(const QString &name, const Money &amount, Emphasis emphasis = Emphasis::Normal)
    {
        put(PairBlock{name, plainAmount(amount, m_locale), emphasis});
    }
    [[nodiscard]] QString date(QDate day) const { return m_locale.toString(day, QLocale::ShortFormat); }
    [[nodiscard]] QDateTime local(UtcTime at) const
    {
        const QTimeZone zone(m_input.timeZone);
        return QDateTime::fromMSecsSinceEpoch(at.msSinceEpoch(), zone.isValid() ? zone : QTimeZone::utc());
    }

    void writeHead()
    {
        putCentred(m_input.businessName, Emphasis::Strong);
        putCentred(m_input.locationName);
        for (const QString &line : m_input.headerLines.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            putCentred(line);
        putCentred(Texts::tr("Statement"), Emphasis::Strong);
        putText(Texts::tr("For %1").arg(m_input.customerName));
        if (!m_input.customerTaxId.isEmpty())
            putText(Texts::tr("Tax number %1").arg(m_input.customerTaxId));
        putText(Texts::tr("%1 to %2", "the days of a statement").arg(date(m_input.firstDay), date(m_input.lastDay)));
    }

    void writeAccount(const Statement &account)
    {
        put(RuleBlock{});
        putText(Texts::tr("Amounts in %1").arg(account.currency().code()));
        putAmount(Texts::tr("Open on account before"), account.opening, Emphasis::Strong);
        for (const StatementLine &line : account.lines)
            writeLine(line);
        put(RuleBlock{});
        putAmount(Texts::tr("Bought"), account.bought);
        putAmount(Texts::tr("Taken back"), -account.returned);
        if (!account.rounding.isZero())
            putAmount(Texts::tr("Rounding"), account.rounding);
        putAmount(Texts::tr("Open on account"), account.closing, Emphasis::Strong);
    }

    void writeLine(const StatementLine &line)
    {
        putAmount(Texts::tr("%1 %2 %3", "date, number and kind of a document")
                      .arg(date(local(line.at).date()), line.number, statementKindName(line.kind)),
                  line.total);
        if (line.onAccount.isZero() && line.offAccount.isZero())
            return;
        // As in a sum: paper has no room for columns.
        if (!line.onAccount.isZero())
            putAmount(QStringLiteral("+ ") + Texts::tr("put on account"), line.onAccount);
        if (!line.offAccount.isZero())
            putAmount(QStringLiteral("- ") + Texts::tr("off the account"), line.offAccount);
        putAmount(QStringLiteral("= ") + Texts::tr("open after it"), line.balance);
    }

    void writeFoot()
    {
        const QString places = m_input.knownLocations.join(QStringLiteral(", "));
        if (m_input.knownSince.isValid() && !places.isEmpty())
            putText(Texts::tr("It knows the documents of %1 since %2.").arg(places, date(m_input.knownSince)));
        else if (m_input.knownSince.isValid())
            putText(Texts::tr("It knows documents since %1.").arg(date(m_input.knownSince)));
        putText(Texts::tr("What was paid into the account is not in it: it says what was put on account and what "
                          "documents took off it."));
        putText(Texts::tr("Made on %1").arg(m_locale.toString(local(m_input.at), QLocale::ShortFormat)));
        put(CutBlock{});
    }

    const StatementInput &m_input;
    const QLocale &m_locale;
    PrintedDocument m_document;
};

} // namespace

QString statementKindName(StatementKind kind)
{
    switch (kind) {
    case StatementKind::Purchase: return Texts::tr("Purchase");
    case StatementKind::Return: return Texts::tr("Return");
    case StatementKind::Exchange: return Texts::tr("Exchange");
    }
    return {};
}

PrintedDocument statementDocument(const StatementInput &input, const QLocale &locale)
{
    return StatementWriter(input, locale).write();
}

QString statementText(const StatementInput &input, const QLocale &locale, int columns)
{
    return textOf(statementDocument(input, locale), std::max(columns, narrowestText));
}

QString statementTitle(const StatementInput &input, const QLocale &locale)
{
    return Texts::tr("Statement %1 to %2", "its days")
        .arg(locale.toString(input.firstDay, QLocale::ShortFormat),
             locale.toString(input.lastDay, QLocale::ShortFormat));
}

} // namespace crema::documents
