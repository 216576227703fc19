// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "sync/client/journal_view.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_texts.h"

#include <QPointer>

#include <stop_token>

namespace crema {

/// One entry of the auditor's journal as a row.
struct JournalRow {
    QString numberText; ///< "812"
    QString what;       ///< "Sale MAIN-1-000123", "Closing, 412 in all: €4,211.50"
    QString timeText;
    QString amountText; ///< empty without an amount
    bool isCountersigned = false;

    bool operator==(const JournalRow &) const = default;
};

/// The auditor's journal of this register for people: the newest entries, how far the platform signed them, and the
/// file for an auditor. Desk and clock outlive it.
class JournalPresenter final : public QObject
{
    Q_OBJECT

public:
    JournalPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~JournalPresenter() override;

    /// Reads the newest entries again; ends in changed() or failed().
    void read();
    /// Reads older ones behind those that are there.
    void fetchMore();
    [[nodiscard]] bool canFetchMore() const { return m_canFetchMore; }

    [[nodiscard]] const QList<JournalRow> &rows() const { return m_rows; }
    /// "Entry 812 is the last. The platform has signed up to entry 810."; what an empty journal means when it is empty;
    /// why it is not shown to who may not see it.
    [[nodiscard]] const QString &summary() const { return m_summary; }

    [[nodiscard]] QString exportName() const;
    /// Writes the whole journal to this file; ends in exported() or failed().
    void exportTo(const QString &path);

Q_SIGNALS:
    void changed();
    void exported(const QString &says);
    void failed(const crema::Problem &problem);

private:
    using Self = QPointer<JournalPresenter>;

    static QCoro::Task<> readPage(Self self, std::stop_token stop, std::optional<std::int64_t> beyond);
    static QCoro::Task<> write(Self self, std::stop_token stop, QString path);
    void followDesk();
    void refuse(const Problem &problem);
    void take(const QList<sync::AuditorEntryView> &entries);
    void summarise(const QList<sync::AuditorEntryView> &newest);
    [[nodiscard]] JournalRow rowOf(const sync::AuditorEntryView &view) const;
    [[nodiscard]] QString whatOf(const sync::AuditorEntryView &view) const;
    [[nodiscard]] TimeWords times() const;

    ShopDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    TillTexts m_texts;
    std::stop_source m_stop;
    QList<JournalRow> m_rows;
    QString m_summary;
    std::optional<std::int64_t> m_last; ///< the position of the oldest entry that was read
    bool m_seesIt = true;               ///< whoever works here
    bool m_isRead = false;              ///< a screen has asked for it
    bool m_canFetchMore = false;
};

} // namespace crema
